import type { FanOutJob } from '../alerts/fan-out-job';
import { OUTBOX_SHARDS, shardOf } from '../alerts/outbox-row';
import type { Clock } from '../clock';
import type { Subscription } from '../subscriptions/subscription';
import { all, equal, itemKey, ttlAfter } from './outbox-items';
import { ABSENT, type Item, type Table } from './table';

/** One event to be posted to one reader's program. */
export interface WebhookRow {
  readonly personId: string;
  /** `HOOK#<subscription>#<event>#<update>`. */
  readonly key: string;
  readonly subscriptionId: string;
  readonly queryHash: string;
  readonly eventId: string;
  readonly update: number;
  /** Posts begun. */
  readonly attempt: number;
  readonly queuedAt: string;
  readonly dueAt?: string;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED' | 'CANCELLED';
  readonly reason?: string;
}

const KEEP_DAYS = 30;
const shardName = (shard: number) => `hook#${String(shard).padStart(2, '0')}`;

/** Posts waiting to be made. Delivered at least once; the receiver tells repetitions by the delivery's name. */
export class WebhookStore {
  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
  ) {}

  /** Queues the job's event for the subscription's program; false when it was queued before. */
  add(
    { eventId, update, queryHash }: FanOutJob,
    { personId, subscriptionId }: Subscription,
  ): Promise<boolean> {
    const now = this.clock.now();
    return this.table.put(
      {
        ...itemKey({ personId, key: `HOOK#${subscriptionId}#${eventId}#${update}` }),
        kind: 'hook',
        personId,
        subscriptionId,
        queryHash,
        eventId,
        update,
        attempt: 0,
        state: 'PENDING',
        queuedAt: now.toISOString(),
        dueAt: now.toISOString(),
        dueShard: shardName(shardOf(personId)),
        ttl: ttlAfter(now, KEEP_DAYS),
      },
      ABSENT,
    );
  }

  async *due(shard: number): AsyncGenerator<WebhookRow> {
    const now = this.clock.now().toISOString();
    const range = {
      index: 'due',
      partition: shardName(shard % OUTBOX_SHARDS),
      upTo: now,
      pageSize: 50,
    } as const;
    for await (const { pk, sk } of this.table.query<{ pk: string; sk: string }>(range)) {
      const item = await this.table.get<WebhookRow & Item>({ pk, sk });
      if (item?.dueAt && item.dueAt <= now) yield { ...item, key: sk };
    }
  }

  /** Takes a row for one post; it is due again after `seconds` unless it is settled. False when another run has it. */
  claim(row: WebhookRow, seconds: number): Promise<boolean> {
    return this.table.update(itemKey(row), {
      set: { dueAt: new Date(this.clock.now().getTime() + seconds * 1000).toISOString() },
      add: { attempt: 1 },
      when: all(equal('state', 'PENDING'), equal('attempt', row.attempt)),
    });
  }

  settle(row: WebhookRow, state: Exclude<WebhookRow['state'], 'PENDING'>, reason?: string): Promise<boolean> {
    return this.table.update(itemKey(row), {
      set: { state, ...(reason && { reason }) },
      remove: ['dueAt', 'dueShard'],
      when: equal('state', 'PENDING'),
    });
  }
}
