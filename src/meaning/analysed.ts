import type { Language, Span, StoryText, Zone } from './reading';
import type { Token } from './tokens';

/** A concept of the lexicon (or class of a gazetteer) found in a sentence: tokens [from, to) of that sentence. */
export interface ConceptHit {
  /** e.g. `ACT.visit`, `PRISON.generic`, `STATUS.cancelled`. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** One sentence with what was found in it. Token offsets are positions in the text of its zone. */
export interface AnalysedSentence {
  readonly zone: Zone;
  /** 0-based over the whole story: title first, then summary, then body. */
  readonly index: number;
  /** 0-based within its zone. */
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly hits: readonly ConceptHit[];
  /** The ids of `hits`, for quick tests. */
  readonly concepts: ReadonlySet<string>;
}

/** A story cut into sentences and searched for concepts: what kinds, visits and queries are decided from. */
export interface Analysed {
  readonly story: StoryText;
  readonly lang: Language | 'other';
  readonly sentences: readonly AnalysedSentence[];
}

/** The span, in the text of the sentence's zone, of its tokens [from, to). */
export const tokenSpan = (sentence: AnalysedSentence, from: number, to: number): Span => ({
  zone: sentence.zone,
  start: sentence.tokens[from]?.start ?? sentence.start,
  end: sentence.tokens[to - 1]?.end ?? sentence.end,
});

export const hitSpan = (sentence: AnalysedSentence, hit: ConceptHit): Span =>
  tokenSpan(sentence, hit.from, hit.to);

export const sentenceSpan = (sentence: AnalysedSentence): Span => ({
  zone: sentence.zone,
  start: sentence.start,
  end: sentence.end,
});
