import { createHash } from 'node:crypto';
import { FAN_OUT_SHARDS, type FanOutJob } from '../alerts/fan-out-job';
import type { Why } from '../alerts/why';
import type { Clock } from '../clock';
import { ttlAfter } from './outbox-items';
import { ABSENT, type Item, type Table } from './table';

type Name = Pick<FanOutJob, 'eventId' | 'update' | 'queryHash'>;

const KEEP_DAYS = 130;
const itemKey = ({ eventId, update, queryHash }: Name) => ({
  pk: `FANOUT#${eventId}#${update}#${queryHash}`,
  sk: 'FANOUT',
});
const shardName = (shard: number) => `fan#${shard}`;
const shardOf = (eventId: string) => createHash('sha256').update(eventId).digest()[0]! % FAN_OUT_SHARDS;

/** Events on their way to the readers of a query; also remembers why, for the mails. */
export class FanOutStore {
  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
  ) {}

  /** Queues a job; false when it was queued before. */
  add(job: FanOutJob): Promise<boolean> {
    return this.table.put(
      {
        ...itemKey(job),
        ...job,
        dueShard: shardName(shardOf(job.eventId)),
        ttl: ttlAfter(this.clock.now(), KEEP_DAYS),
      },
      ABSENT,
    );
  }

  get(name: Name): Promise<FanOutJob | null> {
    return this.table.get<FanOutJob>(itemKey(name));
  }

  /** Why each of the queries found the event; those unknown are missing. */
  async why(names: readonly Name[]): Promise<Map<string, Why>> {
    const jobs = await this.table.batchGet<FanOutJob & Item>(names.map(itemKey));
    return new Map(jobs.map((job) => [job.queryHash, job.why]));
  }

  async *due(shard: number): AsyncGenerator<FanOutJob> {
    const now = this.clock.now().toISOString();
    const range = { index: 'due', partition: shardName(shard), upTo: now, pageSize: 25 } as const;
    for await (const { pk, sk } of this.table.query<{ pk: string; sk: string }>(range)) {
      const job = await this.table.get<FanOutJob & { dueShard?: string }>({ pk, sk });
      if (job?.dueShard && job.dueAt <= now) yield job;
    }
  }

  /** Takes a due job for `seconds`; false when another run has it. */
  claim(job: FanOutJob, owner: string, seconds: number): Promise<boolean> {
    return this.table.update(itemKey(job), {
      set: { owner, dueAt: this.after(seconds) },
      add: { attempt: 1 },
      when: {
        expression: '#dueAt = :dueAt AND attribute_exists(dueShard)',
        names: { '#dueAt': 'dueAt' },
        values: { ':dueAt': job.dueAt },
      },
    });
  }

  /** Remembers how far the job came and keeps it for `seconds` more; false when it was lost to another run. */
  advance(name: Name, owner: string, cursor: string, seconds: number): Promise<boolean> {
    return this.table.update(itemKey(name), {
      set: { cursor, attempt: 0, dueAt: this.after(seconds) },
      when: this.held(owner),
    });
  }

  finish(name: Name, owner: string): Promise<boolean> {
    return this.table.update(itemKey(name), {
      set: { doneAt: this.after(0) },
      remove: ['dueAt', 'dueShard', 'owner', 'cursor'],
      when: this.held(owner),
    });
  }

  private held(owner: string) {
    return { expression: '#owner = :owner', names: { '#owner': 'owner' }, values: { ':owner': owner } };
  }

  private after(seconds: number): string {
    return new Date(this.clock.now().getTime() + seconds * 1000).toISOString();
  }
}
