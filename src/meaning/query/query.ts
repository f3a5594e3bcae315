import type { Kind, Language, Party, Reading, Span, StoryText, VisitStatus } from '../reading';

/** One condition of a standing query. `text` is the words as typed, for the echo. */
export type Term =
  /** A concept or set of slots named by the lexicon, e.g. concept:prison, kind:delegation-visit, facility:cecot. */
  | { readonly type: 'concept'; readonly id: string; readonly text: string }
  | { readonly type: 'from' | 'host'; readonly party: Party; readonly text: string }
  | { readonly type: 'country'; readonly party: Party; readonly text: string }
  | { readonly type: 'facility'; readonly id: string; readonly text: string }
  | { readonly type: 'person'; readonly name: string; readonly text: string }
  | { readonly type: 'kind'; readonly kind: Kind; readonly text: string }
  | { readonly type: 'status'; readonly status: VisitStatus; readonly text: string }
  | { readonly type: 'lang'; readonly lang: Language; readonly text: string }
  | { readonly type: 'source'; readonly outlet: string; readonly text: string }
  /** A word unknown to the lexicon, matched as a folded stem. */
  | { readonly type: 'word'; readonly stem: string; readonly text: string }
  /** Quoted words, matched literally (folded) and in order. */
  | { readonly type: 'phrase'; readonly words: readonly string[]; readonly text: string }
  | {
      readonly type: 'near';
      readonly left: Term;
      readonly right: Term;
      readonly distance: number;
      readonly text: string;
    };

export type Node =
  | { readonly op: 'term'; readonly term: Term }
  | { readonly op: 'not'; readonly node: Node }
  | { readonly op: 'and' | 'or'; readonly nodes: readonly Node[] };

export interface Query {
  /** As typed. */
  readonly source: string;
  readonly root: Node;
  /** Canonical form: equal readings have equal canonical forms, in whatever language and order they were typed. */
  readonly canonical: string;
  /** First 32 hex digits of sha-256 of `canonical`. */
  readonly hash: string;
  /** Words that the lexicon does not know and that are matched as plain words. */
  readonly unknownWords: readonly string[];
}

/** What queries are matched against: one story and its reading, or one event fused from several. */
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
