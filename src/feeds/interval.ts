import type { FeedState } from './state';

/** Minutes between two polls of one feed, from the settings. */
export interface PaceSettings {
  readonly fastest: number;
  readonly slowest: number;
}

const minute = 60_000;
/** Nobody is asked more often than this, unless its answers say that they are fresh for less. */
const courtesy = 10;
const longestFresh = 5 * 60;
/** Assumed until a feed has shown two entries. */
const unknownGap = 4 * 60;

/**
 * Minutes to the next poll: a share of the time between two entries, which grows while the feed is silent, raised by
 * what the publisher asks for. A hint is not believed beyond four gaps: most are left as the software came.
 */
export function nextInterval(
  state: Pick<FeedState, 'gap' | 'pace' | 'lastNew' | 'hintMinutes'>,
  { fastest, slowest }: PaceSettings,
  { now, freshMinutes }: { now: Date; freshMinutes: number | null },
): number {
  const silence = state.lastNew === null ? 0 : (now.getTime() - Date.parse(state.lastNew)) / minute;
  const gap = Math.max(state.gap ?? unknownGap, silence / 8);
  const hint = Math.min(state.hintMinutes ?? 0, Math.max(60, 4 * gap));
  const wished = Math.max(gap * state.pace, hint, Math.min(freshMinutes ?? 0, longestFresh));
  return Math.min(Math.max(wished, floorOf(fastest, freshMinutes)), Math.max(slowest, fastest));
}

export const floorOf = (fastest: number, freshMinutes: number | null): number =>
  Math.max(fastest, Math.min(courtesy, freshMinutes ?? courtesy));

/** How the pace answers to the share of entries that were not new. */
export function nextPace(
  pace: number,
  { total, fresh, overlapLost }: { total: number; fresh: number; overlapLost: boolean },
) {
  if (overlapLost) return 0.25;
  if (total === 0) return pace;
  const duplicates = 1 - fresh / total;
  if (duplicates < 1 / 3) return Math.max(0.25, pace / 2);
  return duplicates >= 2 / 3 ? Math.min(1, pace * 1.05) : pace;
}

/** The instant `minutes` from now, give or take a tenth so that feeds do not stay in step, outside of `skipHours`. */
export function dueAfter(
  minutes: number,
  { now, random, skipHours = [] }: { now: Date; random: () => number; skipHours?: readonly number[] },
): string {
  const due = new Date(now.getTime() + minutes * minute * (0.9 + 0.2 * random()));
  const skipped = new Set(skipHours);
  // Who skips nearly every hour has not meant it.
  if (skipped.size > 20) return due.toISOString();
  while (skipped.has(due.getUTCHours()))
    due.setUTCHours(due.getUTCHours() + 1, Math.floor(random() * 10), 0, 0);
  return due.toISOString();
}
