import type { FeedListing } from '../../src/feeds/feed';
import type { Read } from '../../src/feeds/outcome';
import { type FeedState, newFeedState } from '../../src/feeds/state';

export const start = new Date('2026-11-17T12:00:00Z');
export const url = 'https://faro.example/rss';

export const listing = (changes: Partial<FeedListing> = {}): FeedListing => ({
  title: 'El Faro del Sur',
  outlet: 'El Faro del Sur',
  country: 'PE',
  lang: 'es',
  url,
  siteUrl: null,
  kind: 'national',
  enabled: true,
  note: null,
  ...changes,
});

/** A feed that was read before. */
export const knownFeed = (changes: Partial<FeedState> = {}): FeedState => ({
  ...newFeedState(listing(), start),
  interval: 60,
  bodyHash: 'hash',
  lastFullRead: start.toISOString(),
  lastPoll: start.toISOString(),
  lastSuccess: start.toISOString(),
  lastNew: start.toISOString(),
  gap: 60,
  polls: 1,
  ...changes,
});

export const readOutcome = (changes: Partial<Read> = {}): Read => ({
  kind: 'read',
  hops: [],
  validators: null,
  freshMinutes: null,
  bodyHash: 'next',
  seen: new Uint8Array(),
  total: 10,
  fresh: 1,
  datedGap: 60,
  newest: null,
  oldestFresh: null,
  overlapLost: false,
  sameFeed: true,
  unfinished: 'no',
  hintMinutes: null,
  skipHours: [],
  format: 'rss',
  charset: 'utf-8',
  charsetGuessed: false,
  ...changes,
});
