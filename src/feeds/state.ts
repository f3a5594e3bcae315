import { createHash } from 'node:crypto';
import { getDomain } from 'tldts';
import type { FeedListing } from './feed';
import type { FetchFailure } from './http/fetch-errors';

/** Why a poll brought nothing: no answer, an answer that is no feed, or a status that says so. */
export type FailureClass =
  | FetchFailure
  | 'rate-limit'
  | 'challenge'
  | 'unauthorised'
  | 'missing'
  | 'gone'
  | 'client-error'
  | 'server-error'
  | 'not-a-feed'
  | 'internal';

/** What one address gave to be asked with again, byte for byte. */
export interface Validators {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A permanent redirect that is not adopted yet. */
export interface RedirectCandidate {
  readonly url: string;
  readonly firstSeen: string;
  readonly count: number;
}

export interface Failure {
  readonly failure: FailureClass;
  readonly reason: string;
  readonly at: string;
}

/** All that is remembered of a feed between polls. Times are ISO instants, intervals minutes. */
export interface FeedState {
  /** First 16 hex digits of sha-256 of the listing's address. */
  readonly id: string;
  /** As the list names it. */
  readonly url: string;
  readonly title: string;
  readonly outlet: string;
  readonly country: string | null;
  readonly lang: string | null;
  readonly kind: string;
  /** Registrable domain, to which politeness applies. */
  readonly domain: string;
  /** The address to ask: the listing's, or the one a permanent redirect led to. */
  readonly address: string;
  readonly added: string;
  readonly dueAt: string;
  /** Counts writes; a write over another version is refused. */
  readonly version: number;

  readonly validators: Validators | null;
  /** Validators that let changes pass unseen; from 3 on they are not used any more. */
  readonly contradictions: number;
  /** Base64url of the first 12 bytes of sha-256 of the last body; null asks for a full reading. */
  readonly bodyHash: string | null;
  readonly lastFullRead: string | null;

  /** Keys of entries shown, newest first (see `entry-keys`). */
  readonly seen: Uint8Array;
  /** Smoothed minutes between two new entries; null until known. */
  readonly gap: number | null;
  /** Share of the gap between two polls, 0.25 to 1: shrinks when much is new, grows when little is. */
  readonly pace: number;
  readonly interval: number;
  /** What the publisher asks for, in minutes, and the hours (GMT) it wants no visits in. */
  readonly hintMinutes: number | null;
  readonly skipHours: readonly number[];

  readonly lastPoll: string | null;
  readonly lastSuccess: string | null;
  readonly lastNew: string | null;
  /** 304s in a row. */
  readonly quiet: number;
  /** Successful polls, and those of them that were a 304. */
  readonly polls: number;
  readonly notModified: number;
  readonly overlapsLost: number;
  /** Polls in a row after which some entries had to be offered again. */
  readonly retries: number;

  /** Weighted: hard ones count 1, soft ones less. 0 after a success. */
  readonly failures: number;
  readonly lastFailure: Failure | null;
  /** Answers 410 in a row, and since when. */
  readonly gone: { readonly count: number; readonly since: string } | null;
  /** Set when the feed was declared gone; it is still tried once a week. */
  readonly paused: string | null;
  readonly redirect: RedirectCandidate | null;
  /** Feeds found in a page that stands at the feed's address. */
  readonly proposals: readonly string[];

  readonly format: string | null;
  readonly charset: string | null;
  readonly charsetGuessed: boolean;
}

export const feedId = (listingUrl: string): string =>
  createHash('sha256').update(listingUrl).digest('hex').slice(0, 16);

/** Registrable domain of an address; the host itself where there is none (IP address, localhost). */
export const domainOf = (url: string): string =>
  getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname;

/** What a listing says of a feed, as it stands in its state. */
export type ListedFacts = Pick<
  FeedState,
  'url' | 'title' | 'outlet' | 'country' | 'lang' | 'kind' | 'domain'
>;

export const listedFacts = ({ url, title, outlet, country, lang, kind }: FeedListing): ListedFacts => ({
  url,
  title,
  outlet,
  country,
  lang,
  kind,
  domain: domainOf(url),
});

/** A feed that was never polled; it is due at once. */
export const newFeedState = (listing: FeedListing, now: Date): FeedState => ({
  ...listedFacts(listing),
  id: feedId(listing.url),
  address: listing.url,
  added: now.toISOString(),
  dueAt: now.toISOString(),
  version: 0,
  validators: null,
  contradictions: 0,
  bodyHash: null,
  lastFullRead: null,
  seen: new Uint8Array(),
  gap: null,
  pace: 0.5,
  interval: 0,
  hintMinutes: null,
  skipHours: [],
  lastPoll: null,
  lastSuccess: null,
  lastNew: null,
  quiet: 0,
  polls: 0,
  notModified: 0,
  overlapsLost: 0,
  retries: 0,
  failures: 0,
  lastFailure: null,
  gone: null,
  paused: null,
  redirect: null,
  proposals: [],
  format: null,
  charset: null,
  charsetGuessed: false,
});
