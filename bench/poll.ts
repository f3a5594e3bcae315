import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../src/clock';
import { HttpClient } from '../src/feeds/http/client';
import { pollShard } from '../src/feeds/poll';
import { silentLog } from '../src/log';
import { createTables } from '../src/store/create-tables';
import { FeedStore } from '../src/store/feeds';
import { Table } from '../src/store/table';

/**
 * CPU of one poll cycle: 1,000 feeds of 30 items (about 60 KB each) of as many domains on the loopback, 70 % of them
 * unchanged. Feeds and tables are served by another process, so this one's time is the poller's own: HTTP, parsing,
 * telling what is new, scheduling, saving.
 *
 *     npx tsx bench/poll.ts [feeds]
 */
const feeds = Number(process.argv[2] ?? 1_000);

async function main(): Promise<void> {
  const server = fork(path.join(__dirname, 'poll-server.ts'), { execArgv: ['--import', 'tsx'] });
  const [ports] = (await once(server, 'message')) as [{ web: number; tables: number }];
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${ports.tables}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await createTables(client, { news: 'news', alerts: 'alerts', people: 'people' });
    let time = Date.parse('2026-11-17T12:30:00Z');
    const clock: Clock = { now: () => new Date(time), sleep: async (ms) => void (time += ms) };
    const store = new FeedStore(new Table(client, 'news'), 1);
    const listings = Array.from({ length: feeds }, (_, n) => ({
      title: `Faro ${n}`,
      outlet: `Faro ${n}`,
      country: 'PE',
      lang: 'es',
      url: `https://f${n}.example/rss`,
      siteUrl: null,
      kind: 'national',
      enabled: true,
      note: null,
    }));
    await store.sync(listings, 0, clock.now());
    for (const cycle of [0, 1, 2]) {
      server.send(cycle);
      const http = new HttpClient({
        userAgent: 'Mozilla/5.0 (compatible; Vigia/bench; +mailto:bench@vigia.example)',
        standIn: () => ports.web,
      });
      const [cpu, began] = [process.cpuUsage(), performance.now()];
      const summary = await pollShard(
        {
          feeds: store,
          http,
          clock,
          log: silentLog,
          random: Math.random,
          settings: { fastest: 15, slowest: 1_440, firstReadDays: 7 },
          ingest: async (_, entries) => ({ kept: entries.length, retry: [] }),
        },
        0,
      );
      const { user, system } = process.cpuUsage(cpu);
      await http.close();
      const { polled, read, notModified, sameBody, newEntries, failed } = summary;
      const facts = { cycle, polled, read, notModified, sameBody, newEntries, failed };
      const seconds = (performance.now() - began) / 1_000;
      const rss = Math.round(process.memoryUsage().rss / 1e6);
      console.log(JSON.stringify({ ...facts, cpuSeconds: (user + system) / 1e6, seconds, rssMB: rss }));
      time += 5 * 3_600_000;
    }
  } finally {
    client.destroy();
    server.kill();
  }
}

void main();
