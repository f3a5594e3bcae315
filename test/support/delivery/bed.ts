import { FAN_OUT_SHARDS } from '../../../src/alerts/fan-out-job';
import { fanOut } from '../../../src/alerts/fan-out';
import { OUTBOX_SHARDS, mailKey } from '../../../src/alerts/outbox-row';
import { queueAlerts } from '../../../src/alerts/queue-alerts';
import type { NewsEvent } from '../../../src/events/event';
import { SteeredClock } from '../../../src/local/steered-clock';
import { silentLog } from '../../../src/log';
import type { Newsroom } from '../../../src/mail/newsroom';
import { Pace } from '../../../src/mail/pace';
import { prepare } from '../../../src/mail/prepare';
import { recordReceipts } from '../../../src/mail/receipts';
import { sendDue } from '../../../src/mail/send';
import { AlertLimits } from '../../../src/store/alert-limits';
import { DispatchStore } from '../../../src/store/dispatch';
import { FanOutStore } from '../../../src/store/fan-outs';
import { OutboxStore } from '../../../src/store/outbox';
import { duePartition } from '../../../src/store/outbox-items';
import { SoftBounces } from '../../../src/store/soft-bounces';
import { Table } from '../../../src/store/table';
import { MemoryDynamo } from '../memory-dynamo/memory-dynamo';
import { Crash, type CrashPlan, crashingClient } from './crashes';
import { LINKS, prepareLight } from './light-mail';
import { FaultyPost, type PostPlan } from './faulty-post';
import { BROAD, type World, anEvent, queryHash } from './world';

const MINUTE = 60_000;
const WHY = {
  sentence: 'Una frase.',
  lang: 'es',
  storyId: 's',
  outlet: 'Diario',
  link: 'https://diario.example/1',
  words: [],
};
const PAGE = 500;

export interface BedOptions {
  readonly world: World;
  readonly crash: CrashPlan;
  readonly post: PostPlan;
  /** Compose every mail in full, as for real; otherwise only who gets it is worked out. */
  readonly compose?: boolean;
}

/** The delivery chain on one table in memory, with a clock of its own; every job is run twice. */
export class DeliveryBed {
  readonly clock = new SteeredClock(new Date('2026-03-06T06:00:00Z'));
  readonly events = new Map<string, NewsEvent>();
  readonly post: FaultyPost;
  /** How often each person was told each event, `personId eventId` by name. */
  readonly told = new Map<string, number>();
  crashes = 0;
  private readonly calmTable: Table;
  private readonly table: Table;
  private runs = 0;

  constructor(private readonly options: BedOptions) {
    const dynamo = new MemoryDynamo();
    this.table = new Table(crashingClient(dynamo, options.crash), 'alerts');
    this.calmTable = new Table(dynamo.client(), 'alerts');
    this.post = new FaultyPost(this.clock, options.post, (key) =>
      this.composed.get(key)!.forEach((name) => this.tell(name)),
    );
  }

  private tell(name: string): void {
    this.told.set(name, (this.told.get(name) ?? 0) + 1);
  }

  /** An event happens (or moves on) and is found by one of the queries and by the broad one. */
  async happen(id: string, query: number, update = 0): Promise<void> {
    const event = anEvent(id, this.clock.now(), update);
    this.events.set(id, event);
    const matches = [query, BROAD].map((q) => ({ queryHash: queryHash(q), why: WHY }));
    const limits = new AlertLimits(this.table, this.clock);
    const fanOuts = new FanOutStore(this.table, this.clock);
    const settings = { newsHours: 72, instantPerHour: 1000 };
    await this.twice(() => queueAlerts({ fanOuts, limits, clock: this.clock, settings }, event, matches));
  }

  /** One minute of the installation: all functions run (twice), then the clock moves on. */
  async minute(): Promise<void> {
    const notifications = this.post.take();
    for (let i = 0; i < notifications.length; i += 100) {
      const batch = notifications.slice(i, i + 100);
      await this.twice(() => this.record(batch));
    }
    for (let shard = 0; shard < FAN_OUT_SHARDS; shard++) await this.twice(() => this.fanOut(shard));
    for (let shard = 0; shard < OUTBOX_SHARDS; shard++) await this.twice(() => this.send(shard));
    this.clock.advanceTo(new Date(Math.floor(this.clock.now().getTime() / MINUTE + 1) * MINUTE));
  }

  /** Moves the clock to `time` without anything happening, as the nights between digests. */
  skipTo(time: Date): void {
    this.clock.advanceTo(time);
  }

  /** The instant at which the next step of any mail or fan-out is due; null when all is done. */
  async nextDue(): Promise<Date | null> {
    const news = Array.from({ length: OUTBOX_SHARDS }, (_, shard) => duePartition('news', shard));
    const fan = Array.from({ length: FAN_OUT_SHARDS }, (_, shard) => `fan#${shard}`);
    const first = await Promise.all(
      [...news, ...fan].map((partition) =>
        this.calmTable.first<{ dueAt: string }>({ index: 'due', partition }),
      ),
    );
    const dues = first.flatMap((item) => (item ? [item.dueAt] : [])).sort();
    return dues[0] === undefined ? null : new Date(dues[0]);
  }

  /** The rows of one person, for finding out what went wrong. */
  async describe(personId: string): Promise<string> {
    const rows: string[] = [];
    for await (const row of new OutboxStore(this.calmTable, this.clock).ofPerson(personId))
      rows.push(JSON.stringify(row));
    return rows.join('\n');
  }

  async states(): Promise<Record<string, number>> {
    const outbox = new OutboxStore(this.calmTable, this.clock);
    const counts: Record<string, number> = {};
    for (const personId of this.options.world.people.keys())
      for await (const row of outbox.ofPerson(personId)) {
        const name = `${row.kind} ${row.state}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
    return counts;
  }

  /** A job as AWS runs it: twice, and again after it died, at most ten times. */
  private async twice(job: () => Promise<unknown>): Promise<void> {
    let done = 0;
    for (let tries = 0; done < 2; tries++) {
      try {
        await job();
        done++;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        this.crashes++;
        if (tries > 10) return;
      }
    }
  }

  private fanOut(shard: number) {
    const { byQuery } = this.options.world;
    return fanOut(
      {
        fanOuts: new FanOutStore(this.table, this.clock),
        outbox: new OutboxStore(this.table, this.clock),
        readership: {
          async *subscriptionsOf(hash, after) {
            const all = byQuery.get(hash) ?? [];
            const start =
              after === undefined ? 0 : all.findIndex(({ subscriptionId }) => subscriptionId === after) + 1;
            for (let i = start; i < all.length; i += PAGE) yield all.slice(i, i + PAGE);
          },
        },
        hooks: { add: async () => true },
        clock: this.clock,
        log: silentLog,
        owner: `run-${this.runs++}`,
        until: new Date(this.clock.now().getTime() + 15 * MINUTE),
        width: 1,
      },
      shard,
    );
  }

  private send(shard: number) {
    const { people, subscriptions } = this.options.world;
    const newsroom: Newsroom = {
      people: { byPerson: async (id) => people.get(id) ?? null },
      subscriptions: { get: async (id) => subscriptions.get(id) ?? null },
      events: { get: async (id) => this.events.get(id) ?? null },
      fanOuts: new FanOutStore(this.table, this.clock),
      outbox: new OutboxStore(this.table, this.clock),
      links: LINKS,
      describe: (query) => query,
      sender: {
        name: 'Vigía',
        address: 'alerts@vigia.example',
        unsubscribeTo: 'off@vigia.example',
        stage: 'test',
        configurationSet: 'vigia',
      },
      operator: { address: 'operator@vigia.example', language: 'es', timeZone: 'UTC' },
      clock: this.clock,
    };
    return sendDue(
      {
        ...newsroom,
        outbox: new OutboxStore(this.table, this.clock),
        dispatch: new DispatchStore(this.table, this.clock),
        post: this.post,
        pace: new Pace({ now: () => this.clock.now(), sleep: async () => {} }),
        log: silentLog,
        owner: `run-${this.runs++}`,
        until: new Date(this.clock.now().getTime() + 15 * MINUTE),
        width: 1,
        prepare: (room, row) => this.compose(room, row),
      },
      shard,
    );
  }

  private record(batch: readonly unknown[]) {
    return recordReceipts(
      {
        dispatch: new DispatchStore(this.table, this.clock),
        people: { suspend: async () => true },
        softBounces: new SoftBounces(this.table, this.clock),
        outbox: new OutboxStore(this.table, this.clock),
        log: silentLog,
      },
      batch,
    );
  }

  /** What each mail last composed tells. */
  private readonly composed = new Map<string, readonly string[]>();

  private compose: typeof prepare = async (room, row) => {
    const prepared = this.options.compose ? await prepare(room, row) : await prepareLight(room, row);
    if (typeof prepared !== 'string') {
      const names = prepared.alerts.map(
        ({ personId, eventId, update, carries }) => `${personId} ${eventId} ${carries ?? update}`,
      );
      this.composed.set(mailKey(row), names);
    }
    return prepared;
  };
}
