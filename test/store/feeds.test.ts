import type { FeedListing } from '../../src/feeds/feed';
import { domainOf, feedId, type FeedState } from '../../src/feeds/state';
import { shardOf } from '../../src/store/feed-items';
import { FeedStore } from '../../src/store/feeds';
import { RobotsStore } from '../../src/store/robots';
import { listing as listed } from '../feeds/support';
import { type Dynamo, startDynamo } from '../support/dynamo';
import { FakeClock, HOUR, MINUTE } from '../support/fake-clock';

let dynamo: Dynamo;
beforeEach(async () => {
  dynamo = await startDynamo();
});
afterEach(() => dynamo.stop());

const now = new Date('2026-11-17T12:00:00Z');
const later = new Date(now.getTime() + HOUR);
const store = (shards = 1) => new FeedStore(dynamo.table('news'), shards);
const listing = (url: string, changes: Partial<FeedListing> = {}) => listed({ url, title: url, ...changes });
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};
const dueUrls = async (feeds: FeedStore, shard = 0, at = now) =>
  (await all(feeds.due(shard, at))).map(({ url }) => url).sort();

const a = listing('https://a.example/rss');
const b = listing('https://b.example/rss');

test('feeds of the lists are due at once; nothing is written when the lists have not changed', async () => {
  const feeds = store();
  expect(await feeds.sync([a, b, listing('https://off.example/', { enabled: false })], 0, now)).toEqual({
    added: 2,
    updated: 0,
    removed: 0,
  });
  expect(await dueUrls(feeds)).toEqual([a.url, b.url]);
  let requests = 0;
  dynamo.client.middlewareStack.add((next) => (args) => (requests++, next(args)), { step: 'initialize' });
  expect(await feeds.sync([a, b], 0, later)).toEqual({ added: 0, updated: 0, removed: 0 });
  expect(requests).toBe(1);
});

test('a new title is taken over and the memory kept; a feed that leaves is not due, and returns with its memory', async () => {
  const feeds = store();
  await feeds.sync([a, b], 0, now);
  const [state] = await all(feeds.due(0, now));
  await feeds.save({ ...state!, polls: 7, dueAt: later.toISOString() });
  const renamed = { ...(state!.url === a.url ? a : b), title: 'Nuevo nombre', country: null };
  expect(await feeds.sync([renamed], 0, now)).toEqual({ added: 0, updated: 1, removed: 1 });
  expect(await feeds.get(state!.id)).toMatchObject({
    title: 'Nuevo nombre',
    country: null,
    polls: 7,
    dueAt: later.toISOString(),
  });
  expect(await all(feeds.all())).toHaveLength(1);
  expect(await feeds.sync([], 0, now)).toMatchObject({ removed: 1 });
  expect(await feeds.sync([renamed], 0, now)).toMatchObject({ added: 0, updated: 1 });
  expect(await feeds.get(state!.id)).toMatchObject({ polls: 7, dueAt: now.toISOString() });
});

test('the state comes back as it was saved', async () => {
  const feeds = store();
  await feeds.sync([a], 0, now);
  const [state] = await all(feeds.due(0, now));
  const changed: FeedState = {
    ...state!,
    address: 'https://nuevo.example/feed',
    validators: { url: a.url, etag: 'W/"x"', lastModified: null },
    seen: Uint8Array.from({ length: 60 }, (_, i) => i),
    gap: 12.5,
    skipHours: [1, 2],
    redirect: { url: 'https://c.example/', firstSeen: now.toISOString(), count: 2 },
    lastFailure: { failure: 'timeout', reason: 'no', at: now.toISOString() },
    gone: { count: 1, since: now.toISOString() },
    proposals: ['https://d.example/'],
    charsetGuessed: true,
  };
  expect(await feeds.save(changed)).toBe(true);
  expect(await feeds.get(state!.id)).toEqual({ ...changed, version: 1 });
});

test('of two runs that read the same state only the first one saves', async () => {
  const feeds = store();
  await feeds.sync([a], 0, now);
  const [state] = await all(feeds.due(0, now));
  expect(await feeds.save({ ...state!, polls: 1 })).toBe(true);
  expect(await feeds.save({ ...state!, polls: 9 })).toBe(false);
  expect(await feeds.get(state!.id)).toMatchObject({ polls: 1, version: 1 });
});

test('a change of the lists during a poll is not undone by its save', async () => {
  const feeds = store();
  await feeds.sync([a], 0, now);
  const [state] = await all(feeds.due(0, now));
  await feeds.sync([], 0, now);
  expect(await feeds.save(state!)).toBe(false);
  expect(await dueUrls(feeds)).toEqual([]);
});

test('feeds are due in the order in which they fell due', async () => {
  const feeds = store();
  await feeds.sync([a, b], 0, now);
  const states = await all(feeds.due(0, now));
  const minutes = [20, 10];
  for (const [i, state] of states.entries())
    await feeds.save({ ...state, dueAt: new Date(now.getTime() + minutes[i]! * MINUTE).toISOString() });
  expect(await feeds.hasDue(0, now)).toBe(false);
  expect((await all(feeds.due(0, later))).map(({ id }) => id)).toEqual([states[1]!.id, states[0]!.id]);
});

test('each shard has its own feeds, all of one domain together, and they move when the shards change', async () => {
  const urls = Array.from({ length: 12 }, (_, i) => `https://s${i % 3}.d${i % 6}.example/${i}`);
  const listings = urls.map((url) => listing(url));
  const two = store(2);
  for (const shard of [0, 1]) await two.sync(listings, shard, now);
  const shards = await Promise.all([dueUrls(two, 0), dueUrls(two, 1)]);
  expect([...shards[0]!, ...shards[1]!].sort()).toEqual([...urls].sort());
  expect(shards[0]!.every((url) => shardOf(domainOf(url), 2) === 0)).toBe(true);
  const three = store(3);
  for (const shard of [0, 1, 2]) await three.sync(listings, shard, now);
  const moved = await Promise.all([0, 1, 2].map((shard) => dueUrls(three, shard)));
  expect(moved.flat().sort()).toEqual([...urls].sort());
  expect(await all(three.all())).toHaveLength(12);
});

test('a shard is held by one run at a time, until it is given back or runs out', async () => {
  const clock = new FakeClock(now);
  const lease = (owner: string) => store().lease(0, owner, clock);
  expect(await lease('one').hold()).toBe(true);
  expect(await lease('two').hold()).toBe(false);
  clock.pass(HOUR);
  expect(await lease('two').hold()).toBe(true);
  await lease('two').release();
  expect(await lease('three').hold()).toBe(true);
});

test('limits of domains are kept between runs', async () => {
  const feeds = store();
  expect(await feeds.shardState(0)).toEqual({ limits: {}, barrenRuns: 0 });
  const state = { limits: { 'a.example': { until: later.toISOString(), strikes: 2 } }, barrenRuns: 1 };
  await feeds.saveShardState(0, state);
  expect(await feeds.shardState(0)).toEqual(state);
  expect(await feeds.shardState(1)).toEqual({ limits: {}, barrenRuns: 0 });
});

test('an unchanged feed is a small item', async () => {
  const feeds = store();
  await feeds.sync([a], 0, now);
  const [state] = await all(feeds.due(0, now));
  await feeds.save({
    ...state!,
    seen: new Uint8Array(60 * 6),
    validators: { url: a.url, etag: '"5f3a-619"', lastModified: now.toUTCString() },
  });
  const item = await dynamo.table('news').get({ pk: `FEED#${feedId(a.url)}`, sk: 'FEED' });
  const bytes = Object.entries(item!).reduce(
    (sum, [name, value]) =>
      sum + name.length + (value instanceof Uint8Array ? value.length : JSON.stringify(value).length),
    0,
  );
  expect(bytes).toBeLessThan(1_500);
});

test('rules of robots.txt are kept until they run out', async () => {
  const robots = new RobotsStore(dynamo.table('news'));
  expect(await robots.get('https://a.example')).toBeNull();
  await robots.put('https://a.example', { text: 'User-agent: *', until: later.toISOString() });
  expect(await robots.get('https://a.example')).toMatchObject({
    text: 'User-agent: *',
    until: later.toISOString(),
  });
});
