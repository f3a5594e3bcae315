import { conceptOf } from '../concepts';
import type { Scene } from './scene';
import { setOf } from '../set-of';
import { listed } from '../word-lists';
import { foldedAt } from '../tokens';

const LISTS = listed.visit.refusal;

const BLOCKED = conceptOf('ACT.blocked');
const PASSIVE = setOf(LISTS.passive);
/** Verbs of refusing that only their subject can be told to do: "Katz bars", "Quito niega"; "senator denied" is not. */
const ACTIVE = setOf(LISTS.active);
const ASKED = /^(?:request|plea|trip|pedido|solicitud|demande|peticion|delegation)s?$/;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** An office or person that refuses ("El Salvador's vice president rejected the request"): it is at home. */
export function refuses(scene: Scene, hit: Range): boolean {
  for (const cue of scene.cues) if (cue.name === 'denied' && isSubject(scene, hit, cue)) return true;
  const { hits, concepts } = scene.sentence;
  if (!concepts.holds(BLOCKED)) return false;
  for (const cue of hits) if (cue.concept === BLOCKED && isSubject(scene, hit, cue)) return true;
  return false;
}

/** True for the one who refuses by these words. */
function isSubject({ sentence: { tokens } }: Scene, hit: Range, { from, to }: Range): boolean {
  if (hit.to > from || from - hit.to > 6) return false;
  const verb = foldedAt(tokens, from);
  if (PASSIVE.has(verb) || PASSIVE.has(foldedAt(tokens, from - 1))) return false;
  if (ACTIVE.has(verb) && from - hit.to <= 3) return true;
  for (let at = from; at < to + 6; at++) if (ASKED.test(foldedAt(tokens, at))) return true;
  return false;
}
