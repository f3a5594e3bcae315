import { adviceOn } from './advice';
import type { FailureClass, FeedState } from './state';

/** How a feed is doing, for people. Times are ISO instants. */
export interface FeedHealth {
  readonly id: string;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly country: string | null;
  readonly condition: Condition;
  /** What to do about it; null when there is nothing to do. */
  readonly advice: string | null;
  readonly lastSuccess: string | null;
  readonly lastNews: string | null;
  /** What went wrong at the last try, in words; null when it went well. */
  readonly failure: string | null;
  readonly failureClass: FailureClass | null;
  /** Weighted, since the last success. */
  readonly failures: number;
  readonly intervalMinutes: number;
  readonly nextPoll: string;
  /** Share of successful polls answered "not modified", 0-1. */
  readonly unchanged: number;
  /** Times that more items appeared than the feed holds, so that some were never seen. */
  readonly overlapsLost: number;
  readonly charsetGuessed: boolean;
}

/** `silent`: it answers, but has had nothing new for far longer than is usual for it. */
export type Condition = 'good' | 'new' | 'silent' | 'limited' | 'failing' | 'gone';

const day = 86_400_000;
const silentDays = 7;
/** A feed is silent after this many of its own gaps. */
const silentGaps = 10;

/** How each feed is doing, in the order given. */
export async function* feedHealth(feeds: AsyncIterable<FeedState>, now: Date): AsyncGenerator<FeedHealth> {
  for await (const feed of feeds) yield healthOf(feed, now);
}

export function healthOf(feed: FeedState, now: Date): FeedHealth {
  const condition = conditionOf(feed, now);
  return {
    id: feed.id,
    title: feed.title,
    outlet: feed.outlet,
    url: feed.address,
    country: feed.country,
    condition,
    advice: adviceFor(feed, condition),
    lastSuccess: feed.lastSuccess,
    lastNews: feed.lastNew,
    failure: feed.lastFailure?.reason ?? null,
    failureClass: feed.lastFailure?.failure ?? null,
    failures: feed.failures,
    intervalMinutes: Math.round(feed.interval),
    nextPoll: feed.dueAt,
    unchanged: feed.polls === 0 ? 0 : feed.notModified / feed.polls,
    overlapsLost: feed.overlapsLost,
    charsetGuessed: feed.charsetGuessed,
  };
}

function conditionOf(feed: FeedState, now: Date): Condition {
  if (feed.paused !== null) return 'gone';
  if (feed.lastPoll === null) return 'new';
  if (feed.failures > 0) return 'failing';
  if (feed.lastFailure !== null) return 'limited';
  const quiet = now.getTime() - Date.parse(feed.lastNew ?? feed.added);
  return quiet > Math.max(silentDays * day, (feed.gap ?? 0) * silentGaps * 60_000) ? 'silent' : 'good';
}

function adviceFor(feed: FeedState, condition: Condition): string | null {
  if (feed.proposals.length > 0)
    return `its page names ${feed.proposals.join(' and ')}: put it into the list if it is the right one`;
  if (feed.lastFailure) return adviceOn[feed.lastFailure.failure];
  if (condition === 'silent')
    return 'see whether the outlet still publishes here; many leave old feeds behind';
  if (feed.address !== feed.url) return `it has moved for good: put ${feed.address} into the list`;
  if (feed.overlapsLost > 3)
    return 'it turns over faster than it is polled: lower `feeds.fastest`, or add feeds of its sections';
  return null;
}
