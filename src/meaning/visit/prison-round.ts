import { type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { isCapitalised, tokenAt } from '../tokens';
import { wordSet } from '../vocabulary';
import { listed } from '../word-lists';
import { facilityById } from '../gazetteer/facilities';
import type { VisitSides } from './prison-mentions';
import type { Scene } from './scene';
import { isBody } from './stage';

const SEVERAL = wordSet(listed.visit.prisonRound.several);

/** "Las prisiones de Támara, Puerto Cortés y La Ceiba": the first of a list, told by the plural before it. */
export function isListed({ sentence: { tokens } }: Scene, hit: ConceptHit): boolean {
  const before = [1, 2, 3].some((back) => SEVERAL.has(tokenAt(tokens, hit.from - back)));
  if (!before) return false;
  const next = tokens[hit.to];
  const gap = (next?.start ?? 0) - (tokenAt(tokens, hit.to - 1)?.end ?? 0);
  return next !== undefined && gap === 2 && isCapitalised(next);
}

/** "Recorre cárceles de cuatro estados", "postpones prison visits": the sentence speaks of several. */
export const isSeveral = ({ sentence: { tokens } }: Scene): boolean =>
  tokens.some(
    (token, at) => SEVERAL.has(token) || (token.folded === 'prison' && tokens[at + 1]?.folded === 'visits'),
  );

/**
 * "Postpones prison visits": a body that watches over places of detention at large, of which title or summary tell that
 * it sees several; none is named before the body of the story, and there as one among others.
 */
export function isRound(scenes: readonly Scene[], { visitors, host }: VisitSides): boolean {
  if (!visitors.some(isBody) || !visitors.every(isBody)) return false;
  const names = ({ sentence: { hits } }: Scene): boolean =>
    hits.some(
      (hit) => isOf(hit, Family.Facility) && (facilityById(hit.value ?? '')?.country ?? host) === host,
    );
  const head = scenes.filter(({ sentence: { zone } }) => zone !== 'body');
  return (
    head.some(isSeveral) && !head.some(names) && scenes.some((scene) => isSeveral(scene) && names(scene))
  );
}
