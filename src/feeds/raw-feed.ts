import type { ParsedFeed } from './feed';

/** An entry as a reader found it: texts still HTML, dates as written, addresses unresolved. */
export interface RawEntry {
  readonly guid: string;
  /** True when the guid may stand for the address (Atom id, RSS `isPermaLink` not false). */
  readonly guidIsLink: boolean;
  /** Candidate addresses, the best first. */
  readonly links: readonly string[];
  /** The item's own base address where the document gives one, else empty. */
  readonly base: string;
  readonly title: string;
  readonly summary: string;
  readonly content: string;
  readonly published: string;
  readonly updated: string;
  readonly lang: string;
  readonly author: string;
  readonly outlet: string;
  readonly categories: readonly string[];
}

export interface RawFeed extends Pick<
  ParsedFeed,
  'format' | 'reader' | 'truncated' | 'ttlMinutes' | 'updatePeriodMinutes' | 'skipHours'
> {
  readonly title: string;
  readonly link: string;
  readonly base: string;
  readonly lang: string;
  readonly entries: readonly RawEntry[];
}
