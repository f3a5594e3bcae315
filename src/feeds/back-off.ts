import { dueAfter, type PaceSettings } from './interval';
import type { Failed } from './outcome';
import type { FailureClass, FeedState } from './state';

const day = 86_400_000;
const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
const deadAfterDays = 30;
const goneTimes = 3;

/** Failures that pass by themselves count less; all others count 1. */
const weights: Partial<Record<FailureClass, number>> = {
  internal: 0.25,
  'dns-again': 0.25,
  dns: 0.5,
  connect: 0.5,
  timeout: 0.5,
  missing: 0.5,
  'server-error': 0.5,
};

/** After these the address a redirect led to is doubted. */
const wrongAddress: ReadonlySet<FailureClass> = new Set([
  'missing',
  'gone',
  'dns',
  'not-a-feed',
  'address-refused',
  'redirect',
] as const);

interface Context {
  readonly now: Date;
  readonly random: () => number;
  readonly settings: PaceSettings;
}

/**
 * A failed feed waits its interval times its failures, a day at most; one that is dead for a month or declared gone a
 * week. None is ever dropped.
 */
export function afterFailure(
  state: FeedState,
  failed: Failed,
  { now, random, settings }: Context,
): FeedState {
  const failures = state.failures + (weights[failed.failure] ?? 1);
  const gone = failed.failure === 'gone' ? goneAgain(state.gone, now) : state.gone;
  const paused = state.paused ?? (isGone(gone, now) ? now.toISOString() : null);
  const deadDays = (now.getTime() - Date.parse(state.lastSuccess ?? state.added)) / day;
  const interval = Math.max(state.interval, settings.fastest);
  const wait = Math.min(Math.max(interval, failures * interval), dayMinutes);
  const due = dueAfter(paused !== null || deadDays > deadAfterDays ? weekMinutes : wait, { now, random });
  const retryAt = failed.retryAt?.toISOString() ?? due;
  const doubted = failures >= 2 && wrongAddress.has(failed.failure);
  return {
    ...state,
    address: doubted ? state.url : state.address,
    redirect: null,
    failures,
    gone,
    paused,
    lastPoll: now.toISOString(),
    lastFailure: { failure: failed.failure, reason: failed.reason.slice(0, 300), at: now.toISOString() },
    proposals: failed.proposals ?? state.proposals,
    dueAt: retryAt > due ? retryAt : due,
  };
}

const goneAgain = (gone: FeedState['gone'], now: Date): FeedState['gone'] =>
  gone ? { ...gone, count: gone.count + 1 } : { count: 1, since: now.toISOString() };

const isGone = (gone: FeedState['gone'], now: Date): boolean =>
  gone !== null && gone.count >= goneTimes && now.getTime() - Date.parse(gone.since) >= day;
