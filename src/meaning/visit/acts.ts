import type { AnalysedSentence } from '../analysed';
import { conceptTest } from '../concepts';
import type { Language } from '../reading';
import { WordTest } from '../vocabulary';
import { tenseOf, type Tense } from './tense';

/** Something a visitor does: tokens [from, to) of a sentence. */
export interface Act {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly tense: Tense;
  readonly quoted: boolean;
}

/** Nouns for those who act, and parties, which the lexicon files under what is done. */
const DOER = new WordTest(({ folded }) => DOERS.test(folded));
const DOERS =
  /^(?:partid[oa]|visitor|visitante|visiteur|visiteuse|inspector|inspetor|inspectora|inspetora|inspecteur|inspectrice|viajero|viajante|traveller|traveler)s?$|^inspector/;

/** Acts that put someone on the spot. */
export const ON_THE_SPOT: ReadonlySet<string> = new Set(['ACT.visit', 'ACT.tour', 'ACT.inspect']);
/** Acts that put someone on the spot or on the way there. */
export const GOING: ReadonlySet<string> = new Set([...ON_THE_SPOT, 'ACT.travel', 'ACT.arrive']);
const ACTS = conceptTest([...GOING, 'ACT.presence ACT.meet ACT.study ACT.return'].join(' '));

/** The act that decides who does and what is done: one of going or looking, a verb before a noun. */
export function firstOf(acts: readonly Act[]): Act | undefined {
  let noun: Act | undefined;
  for (const act of acts) {
    if (!GOING.has(act.id)) continue;
    if (act.tense !== 'noun') return act;
    noun ??= act;
  }
  return noun ?? acts[0];
}

const NONE: readonly Act[] = [];

/** What visitors do in a sentence; `quoted` tells which tokens stand inside quotation marks. */
export function actsOf(
  sentence: AnalysedSentence,
  lang: Language,
  quoted: readonly boolean[],
): readonly Act[] {
  let acts: Act[] | undefined;
  for (const { id, concept, from, to } of sentence.hits)
    if (ACTS.has(concept) && !DOER.has(sentence.tokens[from]))
      (acts ??= []).push({
        id,
        from,
        to,
        tense: tenseOf(sentence.tokens, from, to, lang),
        quoted: quoted[from] ?? false,
      });
  return acts ?? NONE;
}
