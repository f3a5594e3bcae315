import { inParallel } from '../alerts/in-parallel';
import { OUTBOX_SHARDS, type OutboxRow } from '../alerts/outbox-row';
import { OPERATOR_MUST_ACT, type SendDeps, type Stop, resolveDoubt, sendOne } from './send-one';
import { LANES, type Lane } from '../store/outbox-items';

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
const ROTATION_MS = 60_000;

const nothing = (): SendSummary => ({
  sent: 0,
  cancelled: 0,
  failed: 0,
  postponed: 0,
  inDoubt: 0,
  taken: 0,
  stopped: null,
});

/**
 * Sends what is due in all shards: first the notices of every shard, for somebody waits for them, then the news, each
 * minute beginning with another shard, so that a long queue in one does not starve the others.
 */
export async function sendAll(deps: SendDeps): Promise<SendSummary> {
  const summary = nothing();
  const first = Math.floor(deps.clock.now().getTime() / ROTATION_MS);
  for (const lane of LANES)
    for (let n = 0; n < OUTBOX_SHARDS && !summary.stopped; n++)
      await drain(deps, lane, (first + n) % OUTBOX_SHARDS, summary);
  return ended(deps, summary);
}

/**
 * Sends what is due in one shard: renders, claims, checks the subscription once more, sends once, records. Ends early
 * when time, the day's quota or the account give out; every row stays due until its end is written down.
 */
export async function sendDue(deps: SendDeps, shard: number): Promise<SendSummary> {
  const summary = nothing();
  for (const lane of LANES) if (!summary.stopped) await drain(deps, lane, shard, summary);
  return ended(deps, summary);
}

async function drain(deps: SendDeps, lane: Lane, shard: number, summary: SendSummary): Promise<void> {
  const { outbox, clock, until, dispatch } = deps;
  const rows = unlessStopped(outbox.due(lane, shard), summary);
  await inParallel(rows, deps.width ?? 4, async (row) => {
    if (clock.now() >= until) {
      summary.stopped ??= 'time';
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
}

/** Ends the reading of rows, too, once sending has stopped. */
async function* unlessStopped(
  rows: AsyncIterable<OutboxRow>,
  summary: SendSummary,
): AsyncGenerator<OutboxRow> {
  for await (const row of rows) {
    if (summary.stopped) return;
    yield row;
  }
}

function ended({ log }: SendDeps, summary: SendSummary): SendSummary {
  if (summary.stopped && OPERATOR_MUST_ACT.has(summary.stopped))
    log.error('send.stopped', { why: summary.stopped });
  log.info('send.done', { ...summary });
  return summary;
}
