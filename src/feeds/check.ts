import type { Clock } from '../clock';
import type { FeedListing, ParsedFeed } from './feed';
import type { Answer, HttpGet } from './http/client';
import { FetchError } from './http/fetch-errors';
import { adviceOn } from './advice';
import { interpretStatus } from './interpret-status';
import { proposalsIn } from './links-in-page';
import { NotAFeed } from './not-a-feed';
import { parseFeed } from './parse-feed';
import { FEED_ACCEPT } from './poll-feed';
import type { Politeness } from './politeness';
import { newest } from './read-feed';
import { permanentTarget } from './redirects';
import { domainOf, type FailureClass } from './state';
import { timeZoneOf } from './time-zones';

export interface CheckDeps {
  readonly http: HttpGet;
  readonly politeness: Politeness;
  readonly clock: Clock;
  /** Domains asked at the same time. */
  readonly domainsAtOnce?: number;
}

/** What one look at a listed feed found. */
export interface CheckResult {
  readonly listing: FeedListing;
  readonly ok: boolean;
  readonly status: number | null;
  readonly failure: FailureClass | null;
  /** What is wrong, in words; empty when all is well. */
  readonly reason: string;
  readonly format: ParsedFeed['format'] | null;
  readonly charset: string | null;
  readonly charsetGuessed: boolean;
  readonly items: number;
  readonly newest: string | null;
  readonly bytes: number;
  readonly ms: number;
  /** What to do; null when there is nothing to do. */
  readonly advice: string | null;
}

const staleDays = 30;

/** Reads each listed feed once, as a poll would, and reports it as soon as it is known. Nothing is stored. */
export async function checkFeeds(
  listings: readonly FeedListing[],
  deps: CheckDeps,
  onResult: (result: CheckResult, done: number, total: number) => void = () => {},
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const queue = byTurns(listings);
  const lane = async () => {
    for (let listing = queue.shift(); listing; listing = queue.shift()) {
      const result = await checkFeed(listing, deps);
      results.push(result);
      onResult(result, results.length, listings.length);
    }
  };
  await Promise.all(Array.from({ length: deps.domainsAtOnce ?? 24 }, lane));
  return results;
}

/** One feed of each domain after the other, so that lanes do not wait for the same host. */
function byTurns(listings: readonly FeedListing[]): FeedListing[] {
  const turns = new Map<string, number>();
  const placed = listings.map((listing) => {
    const domain = domainOf(listing.url);
    const turn = turns.get(domain) ?? 0;
    turns.set(domain, turn + 1);
    return { listing, turn };
  });
  return placed.sort((a, b) => a.turn - b.turn).map(({ listing }) => listing);
}

export async function checkFeed(listing: FeedListing, deps: CheckDeps): Promise<CheckResult> {
  const began = performance.now();
  const found = await look(listing, deps);
  return {
    ...nothing,
    ...found,
    listing,
    ok: found.failure === undefined,
    ms: Math.round(performance.now() - began),
  };
}

const nothing = {
  status: null,
  failure: null,
  reason: '',
  format: null,
  charset: null,
  charsetGuessed: false,
  items: 0,
  newest: null,
  bytes: 0,
  advice: null,
};
type Found = Partial<Omit<CheckResult, 'failure'>> & { readonly failure?: FailureClass };

async function look(listing: FeedListing, { http, politeness, clock }: CheckDeps): Promise<Found> {
  const domain = domainOf(listing.url);
  try {
    const answer = await politeness.turn(domain, () => http.get(listing.url, { accept: FEED_ACCEPT }));
    const seen = { status: answer.status, bytes: answer.body.length };
    const trouble = interpretStatus(answer, domain, clock.now());
    if (trouble)
      return { ...seen, failure: trouble.failure, reason: trouble.reason, advice: adviceOn[trouble.failure] };
    return { ...seen, ...read(listing, answer, clock.now()) };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { failure: error.failure, reason: error.message, advice: adviceOn[error.failure] };
  }
}

function read(listing: FeedListing, answer: Answer, now: Date): Found {
  const { url, headers, body, hops } = answer;
  try {
    const feed = parseFeed(body, {
      url,
      contentType: headers['content-type'],
      contentLocation: headers['content-location'],
      timeZone: timeZoneOf(listing.country),
      now,
    });
    const { format, charset, charsetGuessed, entries } = feed;
    const latest = newest(entries);
    const advice = adviceFor(feed, latest, permanentTarget(hops), now);
    return { format, charset, charsetGuessed, items: entries.length, newest: latest, advice };
  } catch (error) {
    if (!(error instanceof NotAFeed)) throw error;
    const proposals = proposalsIn(answer);
    const advice = proposals.length > 0 ? `its page names ${proposals.join(' and ')}` : error.advice;
    return {
      failure: error.found === 'challenge' ? 'challenge' : 'not-a-feed',
      reason: error.message,
      advice,
    };
  }
}

function adviceFor(feed: ParsedFeed, latest: string | null, moved: string | null, now: Date): string | null {
  const days = latest === null ? null : (now.getTime() - Date.parse(latest)) / 86_400_000;
  if (feed.entries.length === 0) return 'it has no items; see whether the outlet still publishes here';
  if (moved !== null) return `it has moved for good: put ${moved} into the list`;
  if (days !== null && days > staleDays)
    return `its newest item is ${Math.round(days)} days old; look for a newer feed of the outlet`;
  if (latest === null) return 'none of its items has a date; they count as published when first seen';
  return feed.charsetGuessed ? 'it declares no charset; windows-1252 was assumed, look at its accents' : null;
}
