import type { Scene } from './scene';

const PASSIVE = new Set(
  'was were been be is are being got fue fueron sido siendo e foi foram ser ete est sont vu voit le les lhe'.split(
    ' ',
  ),
);
/** Verbs of refusing that only their subject can be told to do: "Katz bars", "Quito niega"; "senator denied" is not. */
const ACTIVE = new Set(
  (
    'bars bans blocks refuses denies rejects stops closes shuts bar ban block refuse deny close shut ' +
    'niega niegan nego negaron impide impiden impidio impidieron prohibe prohiben prohibio veta vetan veto bloquea ' +
    'bloquean bloqueo frena frenan freno cierra cierran cerro rechaza rechazan rechazo nega negam negou negaram impede ' +
    'impedem impediu proibe proibem proibiu barra barram barrou barraram recusa recusou fecha fecham fechou refuse ' +
    'refusent interdit interdisent empeche empechent bloque bloquent ferme ferment rejette'
  ).split(' '),
);
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
