import type { Kind, Language, Span } from './reading';

/** One statement about a story, in words, with the places in the text that bear it out. */
export interface Statement {
  /** A sentence in the reader's language. */
  readonly text: string;
  /** The sentence of the story it rests on, or null. */
  readonly sentence: Span | null;
  readonly spans: readonly Span[];
  /** The words of the story at `spans`, in order, without repeats. */
  readonly words: readonly string[];
}

/** Why a story is or is not relevant, for people. */
export interface Explanation {
  readonly lang: Language;
  readonly verdict: string;
  /** Per kind, strongest first: its name for people and the reasons that weighed most. */
  readonly kinds: readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly statements: readonly Statement[];
  }[];
  /** What was found out about the visit: one statement a slot. */
  readonly visit: readonly Statement[];
  /** For an irrelevant story: what it came near to, and what was missing. */
  readonly missing: readonly Statement[];
}
