import type { AnalysedSentence } from '../analysed';
import { filedMatchers, type FiledPhrases } from '../filed-phrases';
import { compiled } from '../language-data';
import type { Language } from '../reading';

export const CUES = [
  'compared',
  'recap',
  'denied',
  'begun',
  'underway',
  'arrived',
  'over',
  'planned',
  'proposed',
  'postponed',
  'cancelled',
] as const;
export type CueName = (typeof CUES)[number];
/** Wordings by which a visit is off. */
export const GRAVE: ReadonlySet<CueName> = new Set(['cancelled', 'postponed', 'denied']);

export interface Cue {
  readonly name: CueName;
  readonly from: number;
  readonly to: number;
}

const matcherOf = filedMatchers(() => compiled<FiledPhrases>('cues'));

/** Wordings that tell the status of a visit, an earlier visit, or a comparison, in a sentence. */
export function findCues(sentence: AnalysedSentence, lang: Language): Cue[] {
  return matcherOf(lang)
    .find(sentence.tokens)
    .map(({ value, from, to }) => ({ name: value as CueName, from, to }));
}
