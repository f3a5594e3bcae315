import type { ConceptHit } from '../analysed';
import { facilityById } from '../gazetteer/facilities';
import type { Party } from '../reading';
import { setOf } from '../set-of';
import { isCapitalised } from '../tokens';
import type { Scene } from './scene';
import { listed } from '../word-lists';

const LISTS = listed.visit.prisonRound;

/** Share of a prison that is one of several on a list. */
export const LISTED = 0.3;
const SEVERAL = setOf(LISTS.several);

/** "Las prisiones de Támara, Puerto Cortés y La Ceiba": the first of a list, told by the plural before it. */
export function isListed({ sentence: { tokens } }: Scene, hit: ConceptHit): boolean {
  const before = [1, 2, 3].some((back) => SEVERAL.has(tokens[hit.from - back]?.folded ?? ''));
  if (!before) return false;
  const next = tokens[hit.to];
  const gap = (next?.start ?? 0) - (tokens[hit.to - 1]?.end ?? 0);
  return next !== undefined && gap === 2 && isCapitalised(next);
}

const isAt = (host: Party | 'unknown', value = ''): boolean => {
  const country = facilityById(value)?.country ?? host;
  return country === host || host === 'unknown';
};

/** The prisons that a sentence names; several prisons of one name are one. */
const namesIn = (hits: readonly ConceptHit[]): ConceptHit[] => {
  const facilities = hits.filter(({ id }) => id.startsWith('FACILITY'));
  return facilities.filter(({ from }, at) => !facilities.slice(0, at).some((other) => other.from === from));
};

const namedIn = ({ sentence: { hits } }: Scene, host: Party | 'unknown'): ConceptHit[] =>
  namesIn(hits.filter(({ value }) => isAt(host, value)));

const isShort = ({ sentence: { zone } }: Scene): boolean => zone !== 'body';
const isTitle = ({ sentence: { zone } }: Scene): boolean => zone === 'title';

/** Three prisons or more on one programme, none of them in the title: no single one is the place of the visit. */
export const isList = (
  ranked: readonly (readonly [string, number])[],
  scenes: readonly Scene[],
  host: Party | 'unknown',
): boolean =>
  ranked.filter(([, sum]) => sum >= (ranked[0]?.[1] ?? 0) * 0.6).length > 2 &&
  !scenes.some((scene) => isTitle(scene) && namedIn(scene, host).length > 0);

/** One sentence that puts three prisons or more on the programme, where title and summary single none out. */
export const isProgramme = (scenes: readonly Scene[], host: Party | 'unknown'): boolean =>
  scenes.some(
    (scene) =>
      scene.acts.length > 0 && new Set(namesIn(scene.sentence.hits).map(({ value }) => value)).size > 2,
  ) && !scenes.some((scene) => isShort(scene) && [1, 2].includes(namedIn(scene, host).length));

const NUMBERS = setOf(LISTS.numbers);
/** "Cuatro penales", "five Irish prisons": a round of them, if no title names one. */
export const isRound = (scenes: readonly Scene[], host: Party | 'unknown'): boolean =>
  scenes.some(
    ({ sentence: { zone, position, tokens }, recap }) =>
      !recap &&
      (zone !== 'body' || position < 2) &&
      tokens.some(
        ({ folded }, at) =>
          SEVERAL.has(folded) && [1, 2].some((back) => NUMBERS.has(tokens[at - back]?.folded ?? '')),
      ),
  ) && !scenes.some((scene) => isTitle(scene) && namedIn(scene, host).length > 0);

const isSeveral = ({ sentence: { tokens } }: Scene): boolean =>
  tokens.some(
    ({ folded }, at) => SEVERAL.has(folded) || (folded === 'prison' && tokens[at + 1]?.folded === 'visits'),
  );

/** Bodies that watch over places of detention at large, and parliaments of several states. */
const isMonitor = (party: Party): boolean => party === 'EU' || party.startsWith('org:');

/**
 * "Recorre cárceles de cuatro estados", "postpones prison visits": title or summary tell of several, none is named
 * before the body, and there as one among others.
 */
export const tellsOfSeveral = (
  scenes: readonly Scene[],
  host: Party | 'unknown',
  visitors: readonly Party[],
): boolean =>
  visitors.length > 0 &&
  visitors.every(isMonitor) &&
  scenes.some((scene) => isShort(scene) && isSeveral(scene)) &&
  !scenes.some((scene) => isShort(scene) && namedIn(scene, host).length > 0) &&
  scenes.some((scene) => isSeveral(scene) && namedIn(scene, host).length > 0);
