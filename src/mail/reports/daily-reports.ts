import type { FeedHealth } from '../../feeds/health';
import type { Log } from '../../log';
import type { LimitStore } from '../../store/limits';
import { type OperatorReportDeps, queueOperatorReport } from './operator-report';
import { queueStillWatching, type StillWatchingDeps } from './still-watching';

export interface DailyReportsDeps extends StillWatchingDeps, OperatorReportDeps {
  readonly outbox: StillWatchingDeps['outbox'];
  readonly watch: StillWatchingDeps['watch'];
  /** How each feed is doing now. */
  readonly health: () => AsyncIterable<FeedHealth>;
  readonly limits: Pick<LimitStore, 'isSpent' | 'spend'>;
  readonly log: Log;
}

/**
 * Queues what is reported without anything having happened: "still watching" to readers, the weekly report to the
 * operator. The day is ticked off when its work is done, so a crash repeats it; every mail is queued under a name of
 * its own, so a repetition mails nothing twice.
 */
export async function dailyReports(deps: DailyReportsDeps): Promise<void> {
  const now = deps.clock.now();
  const day = `reports/${now.toISOString().slice(0, 10)}`;
  if (await deps.limits.isSpent(day, now)) return;
  const feeds: FeedHealth[] = [];
  for await (const feed of deps.health()) feeds.push(feed);
  const operator = await queueOperatorReport(deps, feeds);
  const watching = await queueStillWatching(deps, feeds);
  await deps.limits.spend(day, new Date(now.getTime() + 2 * 86_400_000));
  deps.log.info('reports-queued', { operator, watching });
}
