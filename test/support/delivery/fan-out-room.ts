import { fanOut } from '../../../src/alerts/fan-out';
import { FAN_OUT_SHARDS } from '../../../src/alerts/fan-out-job';
import type { OutboxRow } from '../../../src/alerts/outbox-row';
import { queueAlerts } from '../../../src/alerts/queue-alerts';
import type { NewsEvent } from '../../../src/events/event';
import { SteeredClock } from '../../../src/local/steered-clock';
import { silentLog } from '../../../src/log';
import { AlertLimits } from '../../../src/store/alert-limits';
import { DispatchStore } from '../../../src/store/dispatch';
import { FanOutStore } from '../../../src/store/fan-outs';
import { OutboxStore } from '../../../src/store/outbox';
import { Table } from '../../../src/store/table';
import { WebhookStore } from '../../../src/store/webhooks';
import type { Subscription } from '../../../src/subscriptions/subscription';
import { type CrashPlan, crashingClient } from './crashes';
import { MemoryDynamo } from '../memory-dynamo/memory-dynamo';

const WHY = { sentence: 's', lang: 'es', storyId: 's', outlet: 'o', link: 'https://o.example/', words: [] };
export const NOON = new Date('2026-03-12T17:00:00Z');

export const aSubscription = (personId: string, parts: Partial<Subscription> = {}): Subscription => ({
  subscriptionId: `${personId}-${parts.queryHash ?? 'q1'}`,
  personId,
  queryHash: 'q1',
  query: 'CECOT visit',
  frequency: 'instant',
  timeZone: 'America/Lima',
  hour: 7,
  weekday: 1,
  quietHours: null,
  updates: true,
  language: 'es',
  state: 'active',
  snoozedUntil: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  confirmedAt: '2026-01-01T00:00:00.000Z',
  ...parts,
});

/** The fan-out on a table in memory, for the given subscriptions. */
export function aRoom(subscriptions: readonly Subscription[], crash: CrashPlan = () => undefined) {
  const clock = new SteeredClock(NOON);
  const dynamo = new MemoryDynamo();
  const table = new Table(crashingClient(dynamo, crash), 'alerts');
  const calm = new OutboxStore(new Table(dynamo.client(), 'alerts'), clock);
  const settings = { newsHours: 72, instantPerHour: 3 };
  const queue = (event: NewsEvent, ...queries: string[]) =>
    queueAlerts(
      { fanOuts: new FanOutStore(table, clock), limits: new AlertLimits(table, clock), clock, settings },
      event,
      queries.map((queryHash) => ({ queryHash, why: WHY })),
    );
  const tellAll = async (until = new Date(clock.now().getTime() + 900_000)) => {
    for (let shard = 0; shard < FAN_OUT_SHARDS; shard++)
      await fanOut(
        {
          fanOuts: new FanOutStore(table, clock),
          outbox: new OutboxStore(table, clock),
          hooks: new WebhookStore(table, clock),
          readership: {
            async *subscriptionsOf(hash, after = '') {
              const all = subscriptions.filter((s) => s.queryHash === hash && s.subscriptionId > after);
              for (let i = 0; i < all.length; i += 2) yield all.slice(i, i + 2);
            },
          },
          clock,
          log: silentLog,
          owner: 'run',
          until,
          width: 1,
        },
        shard,
      );
  };
  const rows = async (personId: string) => {
    const found: OutboxRow[] = [];
    for await (const row of calm.ofPerson(personId)) found.push(row);
    return found;
  };
  const told = async (event: NewsEvent, ...queries: string[]) => {
    await queue(event, ...queries);
    await tellAll();
  };
  return {
    clock,
    queue,
    tellAll,
    told,
    rows,
    dispatch: new DispatchStore(new Table(dynamo.client(), 'alerts'), clock),
  };
}

export const states = (rows: readonly OutboxRow[]) => rows.map(({ key, state }) => `${key} ${state}`);
