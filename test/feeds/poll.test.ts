import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FeedEntry, FeedListing } from '../../src/feeds/feed';
import { pollShard, type PollDeps } from '../../src/feeds/poll';
import type { FeedOutcome } from '../../src/feeds/poll-summary';
import { Politeness } from '../../src/feeds/politeness';
import { feedId } from '../../src/feeds/state';
import { silentLog } from '../../src/log';
import { FeedStore } from '../../src/store/feeds';
import { type Dynamo, startDynamo } from '../support/dynamo';
import { DAY, FakeClock, HOUR, MINUTE } from '../support/fake-clock';
import { type Handler, redirect, send, startWeb, type Web } from '../support/web';

let dynamo: Dynamo;
let web: Web;
beforeEach(async () => {
  [dynamo, web] = await Promise.all([startDynamo(), startWeb()]);
});
afterEach(() => Promise.all([dynamo.stop(), web.stop()]));

const start = new Date('2026-11-17T12:00:00Z');

const listing = (url: string): FeedListing => ({
  title: url,
  outlet: 'El Faro del Sur',
  country: 'PE',
  lang: 'es',
  url,
  siteUrl: null,
  kind: 'national',
  enabled: true,
  note: null,
});

/** A feed whose items were published so many hours before `at`. */
const rss = (items: readonly (readonly [guid: string, at: Date])[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Faro</title>${items
    .map(
      ([guid, at]) =>
        `<item><title>Nota ${guid}</title><link>https://faro.example/${guid}</link><guid>${guid}</guid><pubDate>${at.toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** A well-behaved server: its ETag follows the body. */
const withEtag =
  (body: () => string): Handler =>
  (request, response) => {
    const etag = `W/"${createHash('md5').update(body()).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip', etag })
      .end(gzipSync(body()));
  };

interface Bench {
  readonly clock: FakeClock;
  readonly feeds: FeedStore;
  readonly ingested: string[];
  readonly outcomes: FeedOutcome[];
  poll(): ReturnType<typeof pollShard>;
  state(url: string): Promise<NonNullable<Awaited<ReturnType<FeedStore['get']>>>>;
}

async function bench(urls: readonly string[], overrides: Partial<PollDeps> = {}): Promise<Bench> {
  const clock = new FakeClock(start);
  const feeds = new FeedStore(dynamo.table('news'), 1);
  await feeds.sync(urls.map(listing), 0, clock.now());
  const ingested: string[] = [];
  const outcomes: FeedOutcome[] = [];
  const deps: PollDeps = {
    feeds,
    http: web.client({ limits: { totalMs: 1_000 } }),
    clock,
    log: silentLog,
    random: () => 0.5,
    settings: { fastest: 15, slowest: 1440, firstReadDays: 7 },
    ingest: async (_, entries: readonly FeedEntry[]) => {
      ingested.push(...entries.map(({ id }) => id));
      return { kept: entries.length, retry: [] };
    },
    progress: (outcome) => void outcomes.push(outcome),
    ...overrides,
  };
  return {
    clock,
    feeds,
    ingested,
    outcomes,
    poll: () => pollShard(deps, 0),
    state: async (url) => (await feeds.get(feedId(url)))!,
  };
}

const url = 'https://faro.example/rss';

test('hands on what is new, oldest first, once; what is older than a week at the first reading is not news', async () => {
  let items: [string, Date][] = [
    ['b', new Date(start.getTime() - HOUR)],
    ['a', new Date(start.getTime() - 5 * HOUR)],
    ['old', new Date(start.getTime() - 8 * DAY)],
  ];
  web.answer(
    'faro.example/rss',
    withEtag(() => rss(items)),
  );
  const { poll, clock, ingested, state } = await bench([url]);

  expect(await poll()).toMatchObject({ due: 1, polled: 1, read: 1, newEntries: 2, kept: 2, failed: 0 });
  expect(ingested).toEqual(['a', 'b']);
  expect(await poll()).toMatchObject({ due: 0, polled: 0 });

  clock.pass(DAY);
  expect(await poll()).toMatchObject({ notModified: 1, newEntries: 0 });

  items = [['c', clock.now()], ...items];
  clock.pass(DAY);
  expect(await poll()).toMatchObject({ read: 1, newEntries: 1, overlapsLost: 0 });
  expect(ingested).toEqual(['a', 'b', 'c']);
  expect(await state(url)).toMatchObject({
    polls: 3,
    notModified: 1,
    failures: 0,
    format: 'rss',
    lastSuccess: clock.now().toISOString(),
  });
});

test('a body that is the same without validators counts as unchanged', async () => {
  web.answer('faro.example/rss', send(rss([['a', start]])));
  const { poll, clock, ingested } = await bench([url]);
  await poll();
  clock.pass(DAY);
  expect(await poll()).toMatchObject({ sameBody: 1, read: 0 });
  expect(ingested).toEqual(['a']);
});

test('an unchanged feed costs one write', async () => {
  web.answer(
    'faro.example/rss',
    withEtag(() => rss([['a', start]])),
  );
  const { poll, clock, state } = await bench([url]);
  await poll();
  clock.pass(DAY);
  const before = (await state(url)).version;
  const writes: string[] = [];
  dynamo.client.middlewareStack.add(
    (next, context) => (args) => {
      if (!/Query|Get/.test(context.commandName ?? '')) writes.push(context.commandName ?? '');
      return next(args);
    },
    { step: 'initialize', name: 'count-writes' },
  );
  expect(await poll()).toMatchObject({ notModified: 1 });
  expect((await state(url)).version).toBe(before + 1);
  // The run's lease is taken and given back once, however many feeds it polls.
  expect(writes.filter((name) => name === 'PutItemCommand')).toHaveLength(2);
  expect(writes.filter((name) => name === 'DeleteItemCommand')).toHaveLength(1);
});

test('one bad feed never stops the others', async () => {
  const urls = ['missing', 'broken', 'page', 'drip', 'good'].map((name) => `https://${name}.example/rss`);
  web.answer('broken.example/rss', (_, response) => void response.socket?.destroy());
  web.answer('drip.example/rss', (_, response) => void response.writeHead(200).write('<rss>'));
  web.answer(
    'page.example/rss',
    send(
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed/"></head><body>Hola</body></html>',
      {
        'content-type': 'text/html',
      },
    ),
  );
  web.answer('good.example/rss', send(rss([['a', start]])));
  const { poll, outcomes, state } = await bench(urls);
  expect(await poll()).toMatchObject({ polled: 5, read: 1, failed: 4, kept: 1 });
  expect(Object.fromEntries(outcomes.map(({ url, failure }) => [new URL(url).hostname, failure]))).toEqual({
    'missing.example': 'missing',
    'broken.example': 'connect',
    'page.example': 'not-a-feed',
    'drip.example': 'timeout',
    'good.example': null,
  });
  expect(await state('https://page.example/rss')).toMatchObject({
    address: 'https://page.example/rss',
    proposals: ['https://page.example/feed/'],
    failures: 1,
  });
});

test('a crash of the pipeline before the state is saved repeats the entries', async () => {
  web.answer('faro.example/rss', send(rss([['a', start]])));
  let broken = true;
  const offered: string[] = [];
  const { poll, clock } = await bench([url], {
    ingest: async (_, entries) => {
      offered.push(...entries.map(({ id }) => id));
      if (broken) throw new Error('table is gone');
      return { kept: 1, retry: [] };
    },
  });
  expect(await poll()).toMatchObject({ failed: 1, newEntries: 0 });
  broken = false;
  clock.pass(DAY);
  expect(await poll()).toMatchObject({ read: 1, newEntries: 1 });
  expect(offered).toEqual(['a', 'a']);
});

test('entries that could not be handled are offered again, also when the feed has not changed', async () => {
  web.answer(
    'faro.example/rss',
    withEtag(() =>
      rss([
        ['b', start],
        ['a', start],
      ]),
    ),
  );
  let failing = ['a'];
  const offered: string[] = [];
  const { poll, clock } = await bench([url], {
    ingest: async (_, entries) => {
      offered.push(...entries.map(({ id }) => id));
      return { kept: 0, retry: failing };
    },
  });
  await poll();
  failing = [];
  clock.pass(5 * HOUR);
  await poll();
  clock.pass(5 * HOUR);
  expect(await poll()).toMatchObject({ notModified: 1 });
  expect(offered).toEqual(['a', 'b', 'a']);
});

test('near the deadline no feed is begun, and what was begun is continued in the next run', async () => {
  const many = Array.from({ length: 25 }, (_, i) => [`n${i}`, start] as const);
  web.answer(
    'faro.example/rss',
    withEtag(() => rss(many)),
  );
  const ingested: string[] = [];
  const clock = new FakeClock(start);
  const deadline = new Date(start.getTime() + 2 * MINUTE);
  const { poll } = await bench([url], {
    clock,
    deadline,
    ingest: async (_, entries) => {
      clock.pass(MINUTE);
      ingested.push(...entries.map(({ id }) => id));
      return { kept: entries.length, retry: [] };
    },
  });
  expect(await poll()).toMatchObject({ read: 1, newEntries: 20 });
  expect(await poll()).toMatchObject({ due: 1, polled: 0, left: 1 });
  deadline.setTime(deadline.getTime() + DAY);
  expect(await poll()).toMatchObject({ read: 1, newEntries: 5 });
  expect(ingested).toHaveLength(25);
  expect(new Set(ingested).size).toBe(25);
});

test('a 429 holds all feeds of the domain and fails none of them', async () => {
  const urls = ['https://a.red.example/1', 'https://b.red.example/2', 'https://otra.example/3'];
  const limited = send('slow down', { 'retry-after': '1800' }, 429);
  for (const address of ['a.red.example/1', 'b.red.example/2']) web.answer(address, limited);
  web.answer('otra.example/3', send(rss([['a', start]])));
  const clock = new FakeClock(start);
  const { poll, state } = await bench(urls, { clock, politeness: new Politeness({ clock, atOnce: 1 }) });
  expect(await poll()).toMatchObject({ read: 1, limited: 1, failed: 0, left: 1 });
  clock.pass(20 * MINUTE);
  expect(await poll()).toMatchObject({ polled: 0, left: 1 });
  clock.pass(20 * MINUTE);
  for (const address of ['a.red.example/1', 'b.red.example/2'])
    web.answer(address, send(rss([['z', start]])));
  expect(await poll()).toMatchObject({ read: 2, left: 0 });
  expect(await state(urls[0]!)).toMatchObject({ failures: 0, lastFailure: null });
});

test('a bot challenge counts as a limit of the domain and is named', async () => {
  web.answer(
    'faro.example/rss',
    send('<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }, 403),
  );
  const { poll, state } = await bench([url]);
  expect(await poll()).toMatchObject({ limited: 1, failed: 0 });
  expect(await state(url)).toMatchObject({ failures: 0, lastFailure: { failure: 'challenge' } });
});

test('when most of a run cannot be reached, it is our outage and nothing is counted', async () => {
  const urls = Array.from({ length: 6 }, (_, i) => `https://outlet${i}.example/rss`);
  const dead: Handler = (_, response) => void response.socket?.destroy();
  for (const each of urls) web.answer(each.slice('https://'.length), dead);
  const { poll, clock, state } = await bench(urls);
  expect(await poll()).toMatchObject({ failed: 6, ownOutage: true, barrenRuns: 1 });
  expect(await state(urls[0]!)).toMatchObject({ failures: 0, version: 0 });
  clock.pass(MINUTE);
  expect(await poll()).toMatchObject({ ownOutage: true, barrenRuns: 2 });
  for (const each of urls) web.answer(each.slice('https://'.length), send(rss([['a', start]])));
  expect(await poll()).toMatchObject({ read: 6, ownOutage: false, barrenRuns: 0 });
});

test('a permanent redirect is adopted after a week of leading to the same feed', async () => {
  web.answer('faro.example/rss', redirect('https://nuevo.example/feed'));
  let n = 0;
  web.answer('nuevo.example/feed', (_, response) =>
    send(
      rss([
        [`n${n++}`, start],
        ['kept', start],
      ]),
    )(_, response),
  );
  const { poll, clock, state } = await bench([url]);
  for (let day = 0; day < 7; day++) {
    await poll();
    expect((await state(url)).address).toBe(url);
    clock.pass(DAY + HOUR);
  }
  await poll();
  expect((await state(url)).address).toBe('https://nuevo.example/feed');
});

test('two runs at once poll a feed once', async () => {
  web.answer('faro.example/rss', send(rss([['a', start]])));
  const { poll } = await bench([url]);
  const runs = await Promise.all([poll(), poll()]);
  expect(runs.map(({ polled }) => polled).sort()).toEqual([0, 1]);
  expect(runs.filter(({ busy }) => busy)).toHaveLength(1);
});
