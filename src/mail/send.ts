import { inParallel } from '../alerts/in-parallel';
import { OPERATOR_MUST_ACT, type SendDeps, type Stop, resolveDoubt, sendOne } from './send-one';
import { LANES } from '../store/outbox-items';

export interface SendSummary {
  sent: number;
  cancelled: number;
  failed: number;
  postponed: number;
  inDoubt: number;
  /** Rows another run was faster with. */
  taken: number;
  /** Why sending stopped before all due mails were gone; null when it did not. */
  stopped: Stop | 'time' | null;
}

const LEASE_OVER = 'its sender ended without an answer';

/**
 * Sends what is due in one shard: renders, claims, checks the subscription once more, sends once, records. Ends early
 * when time, the day's quota or the account give out; every row stays due until its end is written down.
 */
export async function sendDue(deps: SendDeps, shard: number): Promise<SendSummary> {
  const { outbox, clock, until, dispatch, log } = deps;
  const summary: SendSummary = {
    sent: 0,
    cancelled: 0,
    failed: 0,
    postponed: 0,
    inDoubt: 0,
    taken: 0,
    stopped: null,
  };
  for (const lane of LANES) {
    await inParallel(outbox.due(lane, shard), deps.width ?? 4, async (row) => {
      if (summary.stopped) return;
      if (clock.now() >= until) {
        summary.stopped = 'time';
        return;
      }
      if (row.state === 'SENDING') {
        if (await dispatch.doubt(row, deps.graceSeconds ?? 900, LEASE_OVER)) summary.inDoubt++;
        return;
      }
      const end = await (row.state === 'IN_DOUBT' ? resolveDoubt(deps, row) : sendOne(deps, row));
      summary[end.count]++;
      summary.stopped ??= end.stop ?? null;
    });
    if (summary.stopped) break;
  }
  if (summary.stopped && OPERATOR_MUST_ACT.has(summary.stopped))
    log.error('send.stopped', { why: summary.stopped });
  log.info('send.done', { shard, ...summary });
  return summary;
}
