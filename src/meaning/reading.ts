/** What the product understands of one story. Pure data: it is stored, mailed, exported and explained. */

export const LANGUAGES = ['es', 'en', 'pt', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export const KINDS = [
  'delegation-visit',
  'prison-reform',
  'cooperation',
  'prisoner-transfer',
  'rights-and-conditions',
  'security-incident',
  'model-debate',
] as const;
export type Kind = (typeof KINDS)[number];

/** What standing queries ask for beside the kinds: see `themes`. */
export const THEMES = ['bukele-model', 'mega-prison'] as const;
export type Theme = (typeof THEMES)[number];

export const VISIT_STATUSES = [
  'proposed',
  'announced',
  'under-way',
  'completed',
  'postponed',
  'cancelled',
  'denied',
] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

/** ISO 3166-1 alpha-2 code, `EU`, or `org:UN`, `org:OAS`, `org:IACHR`, `org:NGO`, `org:press`. */
export type Party = string;

export type Zone = 'title' | 'summary' | 'body';

/** A stretch of one zone of the story: [start, end) in UTF-16 units of that zone's text. */
export interface Span {
  readonly zone: Zone;
  readonly start: number;
  readonly end: number;
}

/** Why a decision was taken: the named rule, where it fired, what it weighed. */
export interface Reason {
  readonly rule: string;
  readonly points: number;
  /** The sentence in which the rule fired, then the words in it that made it fire. */
  readonly sentence: Span;
  readonly evidence: readonly Span[];
}

export interface KindDecision {
  readonly kind: Kind;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Official {
  readonly name: string;
  /** The office in the words of the story, e.g. "ministro de Justicia"; empty when the story gives none. */
  readonly role: string;
}

export interface Visit {
  readonly visitors: readonly Party[];
  /** ISO 3166-1 alpha-2, or `unknown`: a gap beats a guess. */
  readonly host: string;
  /** Usual short name (`CECOT`), or null when no facility is named. */
  readonly facility: string | null;
  readonly officials: readonly Official[];
  readonly status: VisitStatus;
  /** Day `YYYY-MM-DD` or month `YYYY-MM` of (the start of) the visit. */
  readonly date: string | null;
  /** Last day of a visit of several days, `YYYY-MM-DD`. */
  readonly endDate: string | null;
  /** Spans that filled each slot, by slot name (visitors, host, facility, officials, status, date). */
  readonly evidence: Readonly<Record<string, readonly Span[]>>;
}

/** A story as the reader of meanings sees it. All texts are plain (no markup). */
export interface StoryText {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  /** ISO 8601 instant or day; relative dates ("el martes") resolve against it. */
  readonly published: string | null;
  /** ISO 3166-1 alpha-2 of the outlet, the last fallback for a visitor's side. */
  readonly outletCountry?: string | null;
}

export interface Reading {
  /** Language of the text, not of the feed; `other` when it is none of the four. */
  readonly lang: Language | 'other';
  readonly relevant: boolean;
  /** Decided kinds, strongest first; empty when irrelevant. */
  readonly kinds: readonly KindDecision[];
  readonly themes?: readonly Theme[];
  /** Countries the news is about, ISO 3166-1 alpha-2, most prominent first. */
  readonly countries: readonly string[];
  readonly visit: Visit | null;
  /**
   * True when the text was too thin to decide: some concept fired but no kind was reached, or a visit lacks its
   * host. Reading the article page may settle it.
   */
  readonly thin: boolean;
  /** Full names seen with an office, for the memory of persons. */
  readonly persons: readonly Person[];
}

export interface Person {
  readonly name: string;
  readonly role: string;
  /** ISO 3166-1 alpha-2 of the state or body served; null when unknown. */
  readonly party: Party | null;
}
