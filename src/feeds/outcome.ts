import type { Hop } from './http/client';
import type { FailureClass, Validators } from './state';

/** What an answer of the feed's server says besides its body. */
export interface Exchange {
  readonly hops: readonly Hop[];
  readonly validators: Validators | null;
  /** Minutes the answer declares itself fresh. */
  readonly freshMinutes: number | null;
}

/** Nothing changed: the server says so, or the body is the same. */
export interface Unchanged extends Exchange {
  readonly kind: 'not-modified' | 'same-body';
}

/** A changed body, parsed; its new entries were handed on. */
export interface Read extends Exchange {
  readonly kind: 'read';
  readonly bodyHash: string;
  /** Keys of the entries to remember as seen, packed. */
  readonly seen: Uint8Array;
  /** Entries in the feed, and those of them not seen before. */
  readonly total: number;
  readonly fresh: number;
  /** Minutes between two entries by the feed's own dates; null when it gives none. */
  readonly datedGap: number | null;
  /** Publication of the newest entry, and of the oldest one not seen before. */
  readonly newest: string | null;
  readonly oldestFresh: string | null;
  /** No entry of the last poll is left: some may have come and gone in between. */
  readonly overlapLost: boolean;
  /** It shows entries or the title known of it, so it is the feed it was. */
  readonly sameFeed: boolean;
  /** Some new entries were not handled (time ran out, or they failed): they are to be offered again. */
  readonly unfinished: 'no' | 'time' | 'failed';
  readonly hintMinutes: number | null;
  readonly skipHours: readonly number[];
  readonly format: string;
  readonly charset: string;
  readonly charsetGuessed: boolean;
}

export interface Failed {
  readonly kind: 'failed';
  readonly failure: FailureClass;
  readonly reason: string;
  readonly retryAt: Date | null;
  readonly proposals?: readonly string[];
}

/** The domain wants fewer visits: no fault of the feed. */
export interface Limited {
  readonly kind: 'limited';
  readonly failure: 'rate-limit' | 'challenge';
  readonly reason: string;
  readonly until: Date;
}

export type Outcome = Unchanged | Read | Failed | Limited;
