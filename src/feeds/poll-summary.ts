import type { Polled } from './poll-feed';
import type { FailureClass, FeedState } from './state';

/** What one poll of one feed came to, for progress lines and logs. */
export interface FeedOutcome {
  readonly feedId: string;
  readonly title: string;
  readonly url: string;
  readonly status: number | null;
  readonly result: 'read' | 'not-modified' | 'same-body' | 'failed' | 'limited';
  readonly failure: FailureClass | null;
  /** In words; empty when all is well. */
  readonly reason: string;
  readonly newEntries: number;
  readonly kept: number;
  readonly bytes: number;
  /** Real time, waiting for the domain's turn included. */
  readonly ms: number;
  readonly overlapLost: boolean;
}

export interface PollSummary {
  readonly shard: number;
  /** Another run holds the shard; nothing was done. */
  readonly busy: boolean;
  readonly due: number;
  readonly polled: number;
  readonly read: number;
  readonly notModified: number;
  readonly sameBody: number;
  readonly failed: number;
  readonly limited: number;
  /** Due, but not asked: their domain wants to be left alone, or time ran out. */
  readonly left: number;
  readonly newEntries: number;
  readonly kept: number;
  readonly bytes: number;
  readonly overlapsLost: number;
  /** So much failed that it was our own network: no failure was counted. */
  readonly ownOutage: boolean;
  /** Runs in a row in which feeds were asked and none answered. */
  readonly barrenRuns: number;
  readonly ms: number;
}

export function feedOutcome(feed: FeedState, polled: Polled, ms: number): FeedOutcome {
  const { outcome, status, bytes, newEntries, kept } = polled;
  const trouble = outcome.kind === 'failed' || outcome.kind === 'limited' ? outcome : null;
  return {
    feedId: feed.id,
    title: feed.title,
    url: feed.address,
    status,
    result: outcome.kind,
    failure: trouble?.failure ?? null,
    reason: trouble?.reason ?? '',
    newEntries,
    kept,
    bytes,
    ms,
    overlapLost: outcome.kind === 'read' && outcome.overlapLost,
  };
}

/** Sums up a run over the outcomes of its feeds. */
export function summarise(
  outcomes: readonly FeedOutcome[],
  run: Pick<PollSummary, 'shard' | 'busy' | 'due' | 'ownOutage' | 'barrenRuns' | 'ms'>,
): PollSummary {
  const count = (result: FeedOutcome['result']) => outcomes.filter((each) => each.result === result).length;
  const sum = (of: (outcome: FeedOutcome) => number) => outcomes.reduce((total, each) => total + of(each), 0);
  return {
    ...run,
    polled: outcomes.length,
    read: count('read'),
    notModified: count('not-modified'),
    sameBody: count('same-body'),
    failed: count('failed'),
    limited: count('limited'),
    left: run.due - outcomes.length,
    newEntries: sum((each) => each.newEntries),
    kept: sum((each) => each.kept),
    bytes: sum((each) => each.bytes),
    overlapsLost: sum((each) => Number(each.overlapLost)),
  };
}
