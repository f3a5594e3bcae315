import { type Concept, conceptOf, type ConceptSet, type Family } from './concepts';
import type { Language, Span, StoryText, Zone } from './reading';
import type { Token } from './tokens';

/** A concept of the lexicon (or class of a gazetteer) found in a sentence: tokens [from, to) of that sentence. */
export interface ConceptHit {
  /** Of its concept. */
  readonly id: string;
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
  /** What a gazetteer says it is: ISO code of a COUNTRY or DEMONYM, id of a FACILITY, party of an ORG. */
  readonly value?: string | undefined;
  /** Of its concept (see `isOf`). */
  readonly families: number;
}

/** Every hit is made here: objects of one shape are read much faster than copies with a changed field. */
export const hitAt = (concept: Concept, from: number, to: number, value?: string): ConceptHit => ({
  id: concept.id,
  concept,
  from,
  to,
  value,
  families: concept.families,
});

/** True for a hit of the family, or of one of several joined by `|`. */
export const isOf = ({ families }: ConceptHit, family: Family): boolean => (families & family) !== 0;

export const hitOf = (id: string, from: number, to: number, value?: string): ConceptHit =>
  hitAt(conceptOf(id), from, to, value);

/**
 * Finds names in a sentence's tokens: what `src/meaning/gazetteer` offers. Ids, each with its `value`: `COUNTRY` (name,
 * capital or state; ISO code), `DEMONYM` (ISO code), `LEADER` (head of state known by surname; ISO code), `FACILITY`
 * (facility id), `ORG` (`org:UN`, `EU`, …), `OFFICE.justice`, `OFFICE.legislature` … (no value), `PERSON` (the name).
 */
export type NameFinder = (tokens: readonly Token[], lang: Language | 'other') => readonly ConceptHit[];

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
  /** The ids of `hits`, and those that follow from its names: OFFICE, TWO_COUNTRIES, FOREIGN_BODY. */
  readonly concepts: ConceptSet;
  /** ISO codes of the countries its names speak of, each once. */
  readonly countries: readonly string[];
}

/** A story cut into sentences and searched for concepts: what kinds, visits and queries are decided from. */
export interface Analysed {
  readonly story: StoryText;
  readonly lang: Language | 'other';
  readonly sentences: readonly AnalysedSentence[];
}

/** Orders hits as they stand, of those that begin together the longer first; equal ones keep their order. */
export function inOrder(hits: ConceptHit[]): ConceptHit[] {
  // They come almost in order.
  for (let at = 1; at < hits.length; at++) {
    const hit = hits[at] as ConceptHit;
    let to = at;
    for (; to > 0 && isBefore(hit, hits[to - 1] as ConceptHit); to--) hits[to] = hits[to - 1] as ConceptHit;
    hits[to] = hit;
  }
  return hits;
}

const isBefore = (a: ConceptHit, b: ConceptHit): boolean =>
  a.from < b.from || (a.from === b.from && a.to > b.to);

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

/**
 * A function of a story that remembers its last answer: the stages of one reading ask one after the other, and a map of
 * all stories would cost the collector more than it saves.
 */
export function oncePerStory<T>(make: (analysed: Analysed) => T): (analysed: Analysed) => T {
  let story: Analysed | null = null;
  let answer: T | undefined;
  return (analysed) => {
    if (story !== analysed) {
      answer = make(analysed);
      story = analysed;
    }
    return answer as T;
  };
}
