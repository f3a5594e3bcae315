import type { sesClient } from '../src/mail/ses';
import { type Clock, systemClock } from '../src/clock';
import { jsonLog, type Log } from '../src/log';
import type { FeedOutcome } from '../src/feeds/poll-summary';
import type { NewsEvent } from '../src/events/event';
import type { Story } from '../src/stories/story';

/** What a door stands on. In AWS the defaults; on one machine the local engine gives its own clock and endpoints. */
export interface Platform {
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
  /** Milliseconds a run may take before it leaves the rest to the next. */
  readonly runMs?: number;
  readonly dynamoEndpoint?: string;
  /** How to reach SES where the environment does not say it. */
  readonly ses?: Parameters<typeof sesClient>[0];
  /** Loopback port of a server that plays this host, or null. */
  readonly standIn?: (hostname: string) => number | null;
  /** Overall limit of one HTTP exchange in milliseconds. */
  readonly httpMs?: number;
  /** Progress, for a person who watches. */
  readonly onFeed?: (outcome: FeedOutcome) => void;
  readonly onStory?: (story: Story, event: NewsEvent | null, matched: number) => void;
}

export const aws: Platform = { clock: systemClock, log: jsonLog(), random: Math.random };

/** Makes a door at its first event and keeps it for the next: clients and compiled queries outlive one run. */
export function lazily<E, R>(make: () => (event: E) => Promise<R>): (event: E) => Promise<R> {
  let door: ((event: E) => Promise<R>) | undefined;
  return async (event) => (door ??= make())(event);
}

export const until = ({ clock, runMs }: Platform, defaultMs: number): Date =>
  new Date(clock.now().getTime() + (runMs ?? defaultMs));
