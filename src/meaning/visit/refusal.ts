import type { Scene } from './scene';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.visit.refusal;

const PASSIVE = setOf(LISTS.passive);
/** Verbs of refusing that only their subject can be told to do: "Katz bars", "Quito niega"; "senator denied" is not. */
const ACTIVE = setOf(LISTS.active);
const ASKED = /^(?:request|plea|trip|pedido|solicitud|demande|peticion|delegation)s?$/;

/** An office or person that refuses ("El Salvador's vice president rejected the request"): it is at home. */
export function refuses(scene: Scene, hit: { readonly from: number; readonly to: number }): boolean {
  const { tokens } = scene.sentence;
  const refusals = [
    ...scene.cues.filter((cue) => cue.name === 'denied'),
    ...scene.sentence.hits.filter(({ id }) => id === 'ACT.blocked'),
  ];
  return refusals.some((cue) => {
    if (hit.to > cue.from || cue.from - hit.to > 6) return false;
    if (PASSIVE.has(tokens[cue.from]?.folded ?? '') || PASSIVE.has(tokens[cue.from - 1]?.folded ?? ''))
      return false;
    if (ACTIVE.has(tokens[cue.from]?.folded ?? '') && cue.from - hit.to <= 3) return true;
    return tokens.slice(cue.from, cue.to + 6).some((token) => ASKED.test(token.folded));
  });
}
