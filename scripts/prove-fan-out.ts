import { parseArgs } from 'node:util';
import { fanOut } from '../src/alerts/fan-out';
import { FAN_OUT_SHARDS } from '../src/alerts/fan-out-job';
import { OutboxStore } from '../src/store/outbox';
import { FanOutStore } from '../src/store/fan-outs';
import { Table } from '../src/store/table';
import { WebhookStore } from '../src/store/webhooks';
import { SteeredClock } from '../src/local/steered-clock';
import { silentLog } from '../src/log';
import { makeWorld, queryHash } from '../test/support/delivery/world';
import { MemoryDynamo, type Write } from '../test/support/memory-dynamo/memory-dynamo';

/**
 * Queues one event for all readers of one query and counts what DynamoDB would charge and allow, from the writes that
 * the real code makes. Limits of a new on-demand table: 4,000 write units a second, 1,000 for a partition of an index.
 */
const TABLE_UNITS = 4000;
const PARTITION_UNITS = 1000;
const WRITE_MS = 10;
const WIDTH = 16;
const PAGE = 2000;
const MOST_SECONDS = 900;

const { values } = parseArgs({ options: { readers: { type: 'string', default: '100000' } } });

type Stored = Write['after'];
const units = (item: Stored) => Math.ceil(Buffer.byteLength(JSON.stringify(item ?? {})) / 1024);

/** Write units of the due index: one for an entry that comes, goes or changes, two for one that moves. */
function indexUnits({ before, after }: Write): Map<string, number> {
  const by = new Map<string, number>();
  const place = (item: Stored) => item?.['dueShard']?.S && `${item['dueShard'].S} ${item['dueAt']?.S}`;
  const [from, to] = [place(before), place(after)];
  const charge = (at: string, item: Stored) => {
    const shard = at.split(' ')[0]!;
    by.set(shard, (by.get(shard) ?? 0) + units(item));
  };
  if (from && from !== to) charge(from, before);
  if (to) charge(to, after);
  return by;
}

async function main(): Promise<void> {
  const clock = new SteeredClock(new Date('2026-03-12T17:00:00Z'));
  let [writes, table] = [0, 0];
  const index = new Map<string, number>();
  const dynamo = new MemoryDynamo((write) => {
    writes++;
    table += Math.max(units(write.before), units(write.after));
    for (const [shard, n] of indexUnits(write)) index.set(shard, (index.get(shard) ?? 0) + n);
  });
  const store = new Table(dynamo.client(), 'alerts');
  const readers = [...makeWorld(Number(values.readers), 1).people.keys()].map((personId, i, all) => ({
    ...makeWorld(1, 1).subscriptions.values().next().value!,
    personId,
    subscriptionId: `${personId}-0`,
    queryHash: queryHash(0),
    frequency: i < all.length * 0.86 ? ('instant' as const) : ('daily' as const),
  }));
  const fanOuts = new FanOutStore(store, clock);
  const why = { sentence: '', lang: 'es', storyId: '', outlet: '', link: '', words: [] };
  const dueAt = clock.now().toISOString();
  await fanOuts.add({
    eventId: 'e'.repeat(32),
    update: 0,
    queryHash: queryHash(0),
    why,
    overflow: false,
    dueAt,
    cursor: null,
  });
  const began = process.cpuUsage();
  let told = 0;
  for (let shard = 0; shard < FAN_OUT_SHARDS; shard++) {
    const summary = await fanOut(
      {
        fanOuts,
        outbox: new OutboxStore(store, clock),
        hooks: new WebhookStore(store, clock),
        readership: {
          async *subscriptionsOf() {
            for (let i = 0; i < readers.length; i += PAGE) yield readers.slice(i, i + PAGE);
          },
        },
        clock,
        log: silentLog,
        owner: 'run',
        until: new Date(clock.now().getTime() + MOST_SECONDS * 1000),
        width: WIDTH,
      },
      shard,
    );
    told += summary.told;
  }
  const cpu = process.cpuUsage(began);
  const hottest = Math.max(...index.values());
  const indexTotal = [...index.values()].reduce((a, b) => a + b, 0);
  const seconds = {
    byLatency: (writes * WRITE_MS) / 1000 / WIDTH,
    byTable: table / TABLE_UNITS,
    byIndex: indexTotal / TABLE_UNITS,
    byHottestPartition: hottest / PARTITION_UNITS,
    byCpu: (cpu.user + cpu.system) / 1e6,
  };
  const slowest = Math.max(...Object.values(seconds));
  console.log(
    JSON.stringify({
      readers: told,
      writes,
      tableUnits: table,
      indexUnits: indexTotal,
      hottest,
      seconds,
      slowest,
    }),
  );
  if (told !== readers.length || slowest > MOST_SECONDS) process.exitCode = 1;
}

void main();
