import type { Clock } from '../clock';
import type { Log } from '../log';
import { freshMinutes } from './cache-rules';
import { bodyHash, conditionalHeaders, validatorsOf } from './conditional';
import type { DomainLimits } from './domain-limits';
import { handOn, type IngestEntries } from './hand-on';
import type { Answer, HttpGet } from './http/client';
import { FetchError } from './http/fetch-errors';
import { interpretStatus } from './interpret-status';
import { proposalsIn } from './links-in-page';
import { NotAFeed } from './not-a-feed';
import type { Exchange, Failed, Outcome, Read } from './outcome';
import { parseFeed } from './parse-feed';
import type { Politeness } from './politeness';
import { datedGap, newest, novelty, oldest } from './read-feed';
import { domainOf, type FeedState } from './state';
import { timeZoneOf } from './time-zones';

export interface PollFeedDeps {
  readonly http: HttpGet;
  readonly clock: Clock;
  readonly log: Log;
  readonly politeness: Politeness;
  readonly limits: DomainLimits;
  readonly ingest: IngestEntries;
  readonly firstReadDays: number;
  /** True when no further work must be begun. */
  readonly outOfTime: () => boolean;
}

/** One poll of one feed. */
export interface Polled {
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly bytes: number;
  readonly newEntries: number;
  readonly kept: number;
}

export const FEED_ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';
/**
 * Asks a feed for news and hands new entries on. Trouble of the feed is an outcome; trouble of ours is thrown. Null when
 * the feed's domain asked to be left alone while the feed waited for its turn.
 */
export async function pollFeed(feed: FeedState, deps: PollFeedDeps): Promise<Polled | null> {
  const domain = domainOf(feed.address);
  const now = deps.clock.now();
  let answer: Answer | null;
  try {
    answer = await deps.politeness.turn(domain, async () =>
      deps.limits.heldUntil(domain, deps.clock.now())
        ? null
        : deps.http.get(feed.address, {
            accept: FEED_ACCEPT,
            headersFor: (url) => conditionalHeaders(feed, url, now),
          }),
    );
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { failure, message: reason } = error;
    return { ...nothing, outcome: { kind: 'failed', failure, reason, retryAt: null } };
  }
  if (!answer) return null;
  const result = await readAnswer(feed, answer, domain, deps);
  return { ...nothing, status: answer.status, bytes: answer.body.length, ...result };
}

const nothing = { status: null, bytes: 0, newEntries: 0, kept: 0 };
type Result = Pick<Polled, 'outcome'> & Partial<Polled>;

async function readAnswer(
  feed: FeedState,
  answer: Answer,
  domain: string,
  deps: PollFeedDeps,
): Promise<Result> {
  const now = deps.clock.now();
  const exchange: Exchange = {
    hops: answer.hops,
    validators: validatorsOf(answer, now, feed.validators),
    freshMinutes: freshMinutes(answer.headers, now),
  };
  if (answer.status === 304 && feed.bodyHash !== null)
    return { outcome: { kind: 'not-modified', ...exchange } };
  const trouble = interpretStatus(answer, domain, now);
  if (trouble?.kind === 'held')
    return { outcome: held(trouble.failure, trouble.reason, answer, domain, deps) };
  if (trouble) return { outcome: trouble };
  deps.limits.clear(domain);
  const hash = bodyHash(answer.body);
  if (hash === feed.bodyHash) return { outcome: { kind: 'same-body', ...exchange } };
  try {
    return await readEntries(feed, answer, { ...exchange, bodyHash: hash }, deps);
  } catch (error) {
    if (!(error instanceof NotAFeed)) throw error;
    if (error.found === 'challenge')
      return { outcome: held('challenge', error.message, answer, domain, deps) };
    return { outcome: notAFeed(error, answer) };
  }
}

function held(
  failure: 'rate-limit' | 'challenge',
  reason: string,
  answer: Answer,
  domain: string,
  { clock, limits }: PollFeedDeps,
): Outcome {
  const until = limits.strike(domain, answer.headers['retry-after'], clock.now());
  return { kind: 'limited', failure, reason, until };
}

const notAFeed = (error: NotAFeed, answer: Answer): Failed => ({
  kind: 'failed',
  failure: 'not-a-feed',
  reason: error.message,
  retryAt: null,
  proposals: error.found === 'html' ? proposalsIn(answer) : [],
});

async function readEntries(
  feed: FeedState,
  answer: Answer,
  exchange: Exchange & { bodyHash: string },
  deps: PollFeedDeps,
): Promise<Result> {
  const now = deps.clock.now();
  const parsed = parseFeed(answer.body, {
    url: answer.url,
    contentType: answer.headers['content-type'],
    contentLocation: answer.headers['content-location'],
    timeZone: timeZoneOf(feed.country),
    now,
  });
  const { fresh, shown, known, overlapLost, sameFeed } = novelty(parsed, feed, now, deps.firstReadDays);
  const { kept, again, unfinished } = await handOn(feed, fresh, deps);
  const hint = Math.max(parsed.ttlMinutes ?? 0, parsed.updatePeriodMinutes ?? 0);
  const outcome: Read = {
    kind: 'read',
    ...exchange,
    seen: known.with(shown.filter((key) => !again.has(key))),
    total: shown.length,
    fresh: fresh.length,
    datedGap: datedGap(parsed.entries),
    newest: newest(parsed.entries),
    oldestFresh: oldest(fresh.map(({ entry }) => entry)),
    overlapLost,
    sameFeed,
    unfinished,
    hintMinutes: hint || null,
    skipHours: parsed.skipHours,
    format: parsed.format,
    charset: parsed.charset,
    charsetGuessed: parsed.charsetGuessed,
  };
  return { outcome, newEntries: fresh.length - again.size, kept };
}
