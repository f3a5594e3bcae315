import { hitSpan, sentenceSpan, type AnalysedSentence, type ConceptHit } from '../analysed';
import type { Reason } from '../reading';

/** A hit and the sentence it stands in. */
export interface Shown {
  readonly sentence: AnalysedSentence;
  readonly hit: ConceptHit;
}

/** A rule that fired, before anybody asks for the words that made it fire. */
export interface Firing {
  readonly rule: string;
  readonly points: number;
  readonly sentence: AnalysedSentence;
  readonly evidence: readonly Shown[];
}

const reasonOf = ({ rule, points, sentence, evidence }: Firing): Reason => ({
  rule,
  points,
  sentence: sentenceSpan(sentence),
  evidence: evidence.map((shown) => hitSpan(shown.sentence, shown.hit)),
});

/** What the rules say of a kind, before its gate. */
export class KindScore<K extends string> {
  constructor(
    readonly kind: K,
    readonly score: number,
    /** Strongest first. */
    readonly firings: readonly Firing[],
    /** What the gate missed (`lead`, `foreign`), or null when the way is open. */
    readonly closed: 'lead' | 'foreign' | null,
  ) {}

  /** The firings in the form in which readers get them. */
  get reasons(): readonly Reason[] {
    return this.firings.map(reasonOf);
  }
}
