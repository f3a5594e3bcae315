import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';
import type { FeedHealth } from '../../feeds/health';
import type { WatchFigures } from '../../store/figures';
import type { OutboxStore } from '../../store/outbox';
import type { StoryStore } from '../../store/stories';
import type { SubscriptionStore } from '../../store/subscriptions';
import type { Story } from '../../stories/story';
import type { QueryEngine } from '../../subscriptions/query-engine';
import type { Subscription } from '../../subscriptions/subscription';
import { type NearMiss, nearMisses } from './near-misses';

export interface StillWatchingDeps {
  readonly subscriptions: Pick<SubscriptionStore, 'activeQueries' | 'subscriptionsOf'>;
  readonly outbox: Pick<OutboxStore, 'ofPerson' | 'requestMail'>;
  readonly stories: Pick<StoryStore, 'published'>;
  readonly watch: Pick<WatchFigures, 'sums'>;
  readonly queries: QueryEngine;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;
/** Without a mail for this long, a reader of instant alerts cannot tell quiet from broken. */
export const QUIET_DAYS = 30;
/** Everybody has a day of the month of their own, so that the work of a month is spread over it. */
const DAYS = 28;
/** Newest stories that are looked through for near misses. */
const STORIES = 200;

export const reportDay = (personId: string): number =>
  (createHash('sha256').update(personId).digest().readUInt16BE(0) % DAYS) + 1;

/**
 * Queues the monthly proof of life for readers of instant alerts who got no mail for 30 days and whose day it is.
 * May be repeated: there is one a person and month. Returns how many are new.
 */
export async function queueStillWatching(
  deps: StillWatchingDeps,
  feeds: readonly FeedHealth[],
): Promise<number> {
  const { outbox, clock, queries } = deps;
  const now = clock.now();
  const today = now.toISOString().slice(0, 10);
  const since = new Date(now.getTime() - QUIET_DAYS * DAY_MS);
  let figures: Record<string, unknown> | undefined;
  let stories: Story[] | undefined;
  let queued = 0;
  for (const held of (await quietCandidates(deps, now.getUTCDate(), since)).values()) {
    const { personId, language } = held[0]!;
    if (await wasMailed(outbox, personId, since)) continue;
    stories ??= await newestStories(deps, since, now);
    figures ??= await figuresOf(deps, today, feeds);
    const near: NearMiss[] = held.flatMap(({ query }) => {
      const read = readable(queries, query);
      return read ? nearMisses(queries, read, stories!, language) : [];
    });
    const month = today.slice(0, 7);
    const data = { month, ...figures, mails: 0, near: near.slice(0, 5) };
    if (await outbox.requestMail({ key: month, personId, kind: 'still-watching', data })) queued++;
  }
  return queued;
}

/** Instant subscriptions held since before `since`, by person, of those whose day it is. */
async function quietCandidates(
  { subscriptions }: StillWatchingDeps,
  day: number,
  since: Date,
): Promise<Map<string, Subscription[]>> {
  const candidates = new Map<string, Subscription[]>();
  for (const { hash } of (await subscriptions.activeQueries()).queries)
    for await (const page of subscriptions.subscriptionsOf(hash))
      for (const subscription of page) {
        const { personId, frequency, confirmedAt } = subscription;
        const old = confirmedAt !== null && confirmedAt <= since.toISOString();
        if (frequency !== 'instant' || !old || reportDay(personId) !== day) continue;
        candidates.set(personId, [...(candidates.get(personId) ?? []), subscription]);
      }
  return candidates;
}

async function wasMailed(
  outbox: StillWatchingDeps['outbox'],
  personId: string,
  since: Date,
): Promise<boolean> {
  for await (const row of outbox.ofPerson(personId))
    if (row.kind !== 'notice' && row.sentAt !== undefined && row.sentAt >= since.toISOString()) return true;
  return false;
}

async function newestStories({ stories }: StillWatchingDeps, since: Date, now: Date): Promise<Story[]> {
  const newest: Story[] = [];
  for await (const story of stories.published(since, now)) {
    newest.push(story);
    if (newest.length > STORIES) newest.shift();
  }
  return newest.reverse();
}

async function figuresOf(
  { watch }: StillWatchingDeps,
  today: string,
  feeds: readonly FeedHealth[],
): Promise<Record<string, unknown>> {
  const { checks = 0, entries = 0 } = await watch.sums(today, QUIET_DAYS);
  const up = feeds.filter(({ condition }) => condition !== 'failing' && condition !== 'gone');
  return { checks, stories: entries, feeds: feeds.length, feedsUp: up.length };
}

/** A stored query the language cannot read any more has no near misses. */
function readable(queries: QueryEngine, source: string) {
  try {
    return queries.parseQuery(source);
  } catch {
    return null;
  }
}
