import { afterFailure } from './back-off';
import { dueAfter, floorOf, nextInterval, nextPace, type PaceSettings } from './interval';
import type { Limited, Outcome, Read, Unchanged } from './outcome';
import { followRedirect } from './redirects';
import type { FeedState } from './state';

export interface ScheduleContext {
  readonly now: Date;
  readonly settings: PaceSettings;
  /** In [0, 1). */
  readonly random: () => number;
}

const minute = 60_000;
/** Weight of the latest gap in the smoothed one. */
const smoothing = 0.3;
/** An entry counts as hidden by a 304 when it was published this long before that answer. */
const hiddenMinutes = 30;

/** What is remembered of a feed after a poll, and when it is due again. Pure; the version is left to the store. */
export function nextState(state: FeedState, outcome: Outcome, context: ScheduleContext): FeedState {
  switch (outcome.kind) {
    case 'failed':
      return afterFailure(state, outcome, context);
    case 'limited':
      return afterLimit(state, outcome, context);
    case 'read':
      return scheduled(afterRead(state, outcome, context), outcome, context);
    default:
      return scheduled(afterNoChange(state, outcome, context), outcome, context);
  }
}

function scheduled(
  state: FeedState,
  outcome: Read | Unchanged,
  { now, settings, random }: ScheduleContext,
): FeedState {
  const { freshMinutes } = outcome;
  const lost = outcome.kind === 'read' && outcome.overlapLost;
  const interval = lost
    ? floorOf(settings.fastest, freshMinutes)
    : nextInterval(state, settings, { now, freshMinutes });
  const unfinished = outcome.kind === 'read' && outcome.unfinished === 'time';
  const dueAt = unfinished
    ? now.toISOString()
    : dueAfter(interval, { now, random, skipHours: state.skipHours });
  return { ...state, interval, dueAt };
}

function success(state: FeedState, outcome: Read | Unchanged, now: Date): FeedState {
  return {
    ...state,
    validators: outcome.validators,
    lastPoll: now.toISOString(),
    lastSuccess: now.toISOString(),
    polls: state.polls + 1,
    failures: 0,
    lastFailure: null,
    gone: null,
    paused: null,
  };
}

function afterNoChange(state: FeedState, outcome: Unchanged, { now }: ScheduleContext): FeedState {
  const notModified = outcome.kind === 'not-modified';
  return {
    ...success(state, outcome, now),
    ...followRedirect(state, outcome.hops, { now, sameFeed: true }),
    pace: nextPace(state.pace, { total: 1, fresh: 0, overlapLost: false }),
    notModified: state.notModified + (notModified ? 1 : 0),
    quiet: notModified ? state.quiet + 1 : 0,
    lastFullRead: notModified ? state.lastFullRead : now.toISOString(),
  };
}

function afterRead(state: FeedState, read: Read, { now }: ScheduleContext): FeedState {
  const first = state.lastFullRead === null;
  const finished = read.unfinished === 'no';
  return {
    ...success(state, read, now),
    ...followRedirect(state, read.hops, { now, sameFeed: read.sameFeed }),
    // What is unfinished must be offered again, so the next answer must be a full one.
    validators: finished ? read.validators : null,
    bodyHash: finished ? read.bodyHash : null,
    lastFullRead: now.toISOString(),
    contradictions: state.contradictions + (wasHidden(state, read) ? 1 : 0),
    quiet: 0,
    seen: read.seen,
    retries: read.unfinished === 'failed' ? state.retries + 1 : 0,
    gap: first ? read.datedGap : smoothedGap(state, read, now),
    pace: first ? state.pace : nextPace(state.pace, read),
    lastNew:
      read.fresh === 0 ? state.lastNew : first ? (read.newest ?? now.toISOString()) : now.toISOString(),
    overlapsLost: state.overlapsLost + (read.overlapLost ? 1 : 0),
    hintMinutes: read.hintMinutes,
    skipHours: read.skipHours,
    proposals: [],
    format: read.format,
    charset: read.charset,
    charsetGuessed: read.charsetGuessed,
  };
}

function smoothedGap(state: FeedState, { fresh, datedGap }: Read, now: Date): number | null {
  if (fresh === 0 || state.lastNew === null) return state.gap ?? datedGap;
  const sample = Math.max(0, now.getTime() - Date.parse(state.lastNew)) / minute / fresh;
  return state.gap === null ? sample : state.gap + smoothing * (sample - state.gap);
}

/** A 304 hid an entry that this reading shows to be older. */
function wasHidden(state: FeedState, { oldestFresh }: Read): boolean {
  if (state.quiet === 0 || state.lastPoll === null || oldestFresh === null) return false;
  return Date.parse(oldestFresh) < Date.parse(state.lastPoll) - hiddenMinutes * minute;
}

/** Not counted as a failure: the feed comes back when its domain allows, a little after the others' rush. */
function afterLimit(
  state: FeedState,
  { until, failure, reason }: Limited,
  { now, random }: ScheduleContext,
): FeedState {
  return {
    ...state,
    lastPoll: now.toISOString(),
    lastFailure: { failure, reason: reason.slice(0, 300), at: now.toISOString() },
    dueAt: new Date(until.getTime() + random() * 10 * minute).toISOString(),
  };
}
