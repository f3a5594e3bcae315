import type { Log } from '../log';
import type { FanOutStore } from '../store/fan-outs';
import type { OutboxStore } from '../store/outbox';
import type { WebhookStore } from '../store/webhooks';
import type { Subscription } from '../subscriptions/subscription';
import type { FanOutJob } from './fan-out-job';
import { inParallel } from './in-parallel';
import { alertRowKey, type AlertRow } from './outbox-row';
import { type TellDeps, listens, tell } from './tell';

/** Active subscriptions of one query in order of id, page after page, after the id `after`. */
export interface Readership {
  subscriptionsOf(queryHash: string, after?: string): AsyncIterable<readonly Subscription[]>;
}

export interface FanOutDeps extends TellDeps {
  readonly fanOuts: Pick<FanOutStore, 'due' | 'claim' | 'advance' | 'finish' | 'get'>;
  readonly outbox: TellDeps['outbox'] & Pick<OutboxStore, 'alerts'>;
  readonly readership: Readership;
  /** Where posts to readers' programs are queued. */
  readonly hooks: Pick<WebhookStore, 'add'>;
  readonly log: Log;
  /** Names this run. */
  readonly owner: string;
  /** Stop taking up work after this instant. */
  readonly until: Date;
  /** Writes under way at once; 16 make about 1,500 rows a second in DynamoDB. */
  readonly width?: number;
}

export interface FanOutSummary {
  jobs: number;
  /** Subscriptions gone through. */
  told: number;
  /** Jobs left for the next run for want of time. */
  left: number;
}

const LEASE_SECONDS = 120;
const EARLIER_UPDATES = 5;
const PATIENT_RUNS = 5;

/**
 * Tells the readers of queries what was found for them. Progress is saved page by page: a crash costs the repetition
 * of one page, in which every write that was done is refused or changes nothing.
 *
 * At 100,000 readers of one query: 100,000 rows of under 1 KB, each one write unit in the table and one in its due
 * index. A new on-demand table takes 4,000 a second, a partition of the index 1,000, and 16 shards spread over them;
 * 16 writes at a time of 10 ms each need 63 s and 1,600 units a second, far from both limits and from 15 minutes.
 */
export async function fanOut(deps: FanOutDeps, shard: number): Promise<FanOutSummary> {
  const summary = { jobs: 0, told: 0, left: 0 };
  for await (const job of deps.fanOuts.due(shard)) {
    if (deps.clock.now() >= deps.until) summary.left++;
    else if (await deps.fanOuts.claim(job, deps.owner, LEASE_SECONDS)) {
      if (await tellAll(deps, job, summary)) summary.jobs++;
      else summary.left++;
    }
  }
  return summary;
}

/** True when all readers were told, false when time ran out or another run took over. */
async function tellAll(deps: FanOutDeps, job: FanOutJob, summary: FanOutSummary): Promise<boolean> {
  const { fanOuts, owner, clock } = deps;
  for await (const page of deps.readership.subscriptionsOf(job.queryHash, job.cursor ?? undefined)) {
    const last = page.at(-1);
    if (!last) continue;
    const earlier = await earlierRows(deps, job, page);
    await inParallel(page, deps.width ?? 16, (subscription) =>
      tellOne(deps, job, subscription, earlier.get(subscription.personId) ?? []),
    );
    summary.told += page.length;
    const late = clock.now() >= deps.until;
    if (!(await fanOuts.advance(job, owner, last.subscriptionId, late ? 0 : LEASE_SECONDS)) || late)
      return false;
  }
  const done = await fanOuts.finish(job, owner);
  if (done) deps.log.info('fan-out.done', { eventId: job.eventId, update: job.update, query: job.queryHash });
  return done;
}

/** After several runs that failed on a page, a subscription that cannot be read is passed over for the others' sake. */
async function tellOne(
  deps: FanOutDeps,
  job: FanOutJob,
  subscription: Subscription,
  earlier: readonly AlertRow[],
): Promise<void> {
  try {
    await tell(deps, job, subscription, earlier);
    if (subscription.webhook && listens(subscription, deps.clock.now()))
      await deps.hooks.add(job, subscription);
  } catch (error) {
    // Only what is wrong with the subscription itself; a table that does not answer will answer later.
    const hopeless = error instanceof RangeError || error instanceof TypeError;
    if (!hopeless || (job.attempt ?? 0) < PATIENT_RUNS) throw error;
    const { subscriptionId } = subscription;
    deps.log.error('fan-out.passed-over', { subscriptionId, eventId: job.eventId, reason: String(error) });
  }
}

async function earlierRows(deps: FanOutDeps, job: FanOutJob, page: readonly Subscription[]) {
  const byPerson = new Map<string, AlertRow[]>();
  const updates = Array.from({ length: Math.min(job.update, EARLIER_UPDATES) }, (_, i) => job.update - 1 - i);
  const people = [...new Set(page.map(({ personId }) => personId))];
  const keys = people.flatMap((personId) =>
    updates.map((u) => ({ personId, key: alertRowKey(job.eventId, u) })),
  );
  for (const row of keys.length ? await deps.outbox.alerts(keys) : [])
    byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
  return byPerson;
}
