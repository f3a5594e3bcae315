import type { sesClient } from '../src/mail/ses';
import { type Clock, systemClock } from '../src/clock';
import { jsonLog, type Log } from '../src/log';
import type { FeedOutcome } from '../src/feeds/poll-summary';
import type { NewsEvent } from '../src/events/event';
import type { Story } from '../src/stories/story';
import { type Door, type Environment, readEnvironment, settingsIn } from './env';

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

/** A door as AWS calls it: made at the first event and kept, so that clients and compiled queries outlive one run. */
export function inAws<D extends Door, E, R>(
  name: D,
  open: (env: Environment<D>, platform: Platform) => (event: E) => Promise<R>,
): (event: E) => Promise<R> {
  let door: ((event: E) => Promise<R>) | undefined;
  return async (event) => {
    if (!door) {
      const env = readEnvironment(name);
      const log = jsonLog(settingsIn(env).stage);
      door = open(env, { clock: systemClock, log, random: Math.random });
    }
    return door(event);
  };
}

export const until = ({ clock, runMs }: Platform, defaultMs: number): Date =>
  new Date(clock.now().getTime() + (runMs ?? defaultMs));
