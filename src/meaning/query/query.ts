import type { Kind, Language, Party, Reading, Span, StoryText, Theme, VisitStatus } from '../reading';

/** One condition of a standing query. `text` is the words as typed, for the echo. */
export type Term =
  | { readonly type: 'kind'; readonly kind: Kind; readonly text: string }
  | { readonly type: 'theme'; readonly theme: Theme; readonly text: string }
  /** Visiting side and host of the visit; a country the news is about in any role. */
  | { readonly type: 'from' | 'host' | 'country'; readonly party: Party; readonly text: string }
  /** The facility visited, by its id in the gazetteer. */
  | { readonly type: 'facility'; readonly id: string; readonly text: string }
  | { readonly type: 'status'; readonly status: VisitStatus; readonly text: string }
  | { readonly type: 'lang'; readonly lang: Language; readonly text: string }
  /** Outlet's host name or the end of it. */
  | { readonly type: 'source'; readonly host: string; readonly text: string }
  /** A concept of the lexicon, or a facility, person or body named anywhere in the story: `FACILITY=cecot`. */
  | { readonly type: 'concept'; readonly id: string; readonly text: string }
  /** A word unknown to the lexicon, matched as a folded stem. */
  | { readonly type: 'word'; readonly stem: string; readonly text: string }
  /** Quoted words, matched literally (folded) and in order. */
  | { readonly type: 'phrase'; readonly words: readonly string[]; readonly text: string }
  /** Two words or phrases at most `distance` words apart, in any order. */
  | {
      readonly type: 'near';
      readonly left: NearSide;
      readonly right: NearSide;
      readonly distance: number;
      readonly text: string;
    };

export type NearSide = Extract<Term, { type: 'concept' | 'word' | 'phrase' }>;

export type Node =
  | { readonly op: 'term'; readonly term: Term }
  | { readonly op: 'not'; readonly node: Node }
  | { readonly op: 'and' | 'or'; readonly nodes: readonly Node[] };

export interface Query {
  /** As typed. */
  readonly source: string;
  readonly root: Node;
  /** Equal readings have equal canonical forms, in whatever language and order they were typed. */
  readonly canonical: string;
  /** First 32 hex digits of sha-256 of `canonical`. */
  readonly hash: string;
  /** Words that the lexicon does not know and that are matched as plain words. */
  readonly unknownWords: readonly string[];
}

/** What queries are matched against: one story and its reading. */
export interface QueryDocument {
  readonly text: StoryText;
  readonly reading: Reading;
  /** Outlet's host name without www, e.g. `elcomercio.pe`. */
  readonly source: string;
}

/** Why a query fired: each satisfied term with the places that satisfy it. */
export interface QueryMatch {
  readonly hash: string;
  readonly terms: readonly { readonly term: Term; readonly spans: readonly Span[] }[];
}

/** A query that cannot be read; `at` is the offset of the trouble in the query as typed. */
export class QueryError extends Error {
  override name = 'QueryError';
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(`${message} at ${at + 1}`);
  }
}
