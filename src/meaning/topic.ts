import type { ConceptEntry } from './lexicon/entry';
import type { Zone } from './reading';

/**
 * A named rule: when every group of `all` is met (by any one of its concepts) and nothing of `none`, the kind gains
 * `points` times the weight of the place. `@NAME` stands for a class of the topic, `FAMILY.*` for a whole family.
 */
export interface Rule<K extends string = string> {
  readonly name: string;
  readonly kind: K;
  readonly points: number;
  readonly all: readonly string[];
  readonly none?: string;
  /** The met concepts lie within this many words of each other (only for scope `sentence`). */
  readonly within?: number;
  /** `sentence` (default): all in one sentence; `lead`: in title, summary and first sentences taken together. */
  readonly scope?: 'sentence' | 'lead';
  /** Least weight of a place: what is said so plainly counts wherever the story says it (only for scope `sentence`). */
  readonly floor?: number;
}

/** What a story must have before a kind is decided, however many rules fire. */
export interface Gate {
  /** Some concept of these stands in title, summary or the first sentences of the body. */
  readonly lead?: string;
  /** Two sides: two countries, a foreign body or delegation. */
  readonly foreign?: boolean;
  /** Score from which the kind is decided. */
  readonly cut: number;
  /**
   * Kinds of which this one is often the mere background, with the ratio of their score to its own from which it is
   * dropped: {"delegation-visit": 2} drops it beside a visit that scores twice as much.
   */
  readonly yieldsTo?: Readonly<Record<string, number>>;
}

/** A topic as data: what to look for, how to weigh it, what to demand. */
export interface Topic<K extends string = string> {
  readonly id: string;
  readonly kinds: readonly K[];
  readonly lexicon: readonly ConceptEntry[];
  /** Named unions of concepts, for short rules. */
  readonly classes: Readonly<Record<string, string>>;
  readonly rules: readonly Rule<K>[];
  readonly gates: Readonly<Record<K, Gate>>;
  /** How a story that is plainly about the subject but reaches no cut still gets its best kind. */
  readonly aboutness: Aboutness;
}

/** A story is about the subject by the weights of the sentences in its head that speak of it. */
export interface Aboutness {
  readonly subject: string;
  /** Contexts in which the subject's words mean something else; a sentence that holds one counts against. */
  readonly against: string;
  /** Above this weight of sentences that speak against, no kind is taken so. */
  readonly mostAgainst: number;
  /** From this aboutness on, the best kind is taken if it scores at least `cut`. */
  readonly least: number;
  readonly cut: number;
  /** Kinds that may be taken so. */
  readonly kinds: string;
}

/** Weights of the first sentences of the body, and of all later ones. */
const BODY_WEIGHTS = [2, 1, 0.5, 0.3, 0.3];
const LATER = 0.1;

/** How much a sentence weighs by its place; the head of a story says what it is about. */
export function placeWeight(zone: Zone, position: number): number {
  if (zone === 'title') return 3;
  if (zone === 'summary') return 2;
  return BODY_WEIGHTS[position] ?? LATER;
}

/** Sentences that count as the head of a story: title, summary, the first three of the body. */
export const isLead = (zone: Zone, position: number): boolean => zone !== 'body' || position < 3;
