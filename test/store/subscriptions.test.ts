import type { Query } from '../../src/meaning/query/query';
import { QuerySet } from '../../src/store/query-set';
import { installationSecret } from '../../src/store/secret';
import { SubscriptionStore } from '../../src/store/subscriptions';
import type { Subscription } from '../../src/subscriptions/subscription';
import { randomId } from '../../src/subscriptions/token';
import { wordsEngine } from '../site/words-engine';
import { type Dynamo, startDynamo } from '../support/dynamo';

let dynamo: Dynamo;
let store: SubscriptionStore;
beforeEach(async () => {
  dynamo = await startDynamo();
  store = new SubscriptionStore(dynamo.table('alerts'));
});
afterEach(() => dynamo.stop());

const now = new Date('2026-11-22T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const subscription = (query: Query, more: Partial<Subscription> = {}): Subscription => ({
  subscriptionId: randomId(),
  personId: randomId(),
  queryHash: query.hash,
  query: query.source,
  frequency: 'instant',
  timeZone: 'UTC',
  hour: 7,
  weekday: 1,
  quietHours: null,
  updates: true,
  language: 'es',
  state: 'active',
  snoozedUntil: null,
  createdAt: now.toISOString(),
  confirmedAt: null,
  ...more,
});
const cecot = wordsEngine.parseQuery('CECOT visit');
const peru = wordsEngine.parseQuery('Peru reform');
const idsOf = async (hash: string, after?: string) => {
  const ids = [];
  for await (const page of store.subscriptionsOf(hash, after))
    ids.push(...page.map((row) => row.subscriptionId));
  return ids;
};

test('pages through the active subscriptions of a query in order, and on from any of them', async () => {
  const rows = Array.from({ length: 7 }, () => subscription(cecot));
  for (const row of rows) await store.add(row, cecot, now);
  await store.add(subscription(cecot, { state: 'paused' }), cecot, now);
  await store.add(subscription(cecot, { state: 'pending' }), cecot, now);
  await store.add(subscription(peru), peru, now);
  const ids = rows.map((row) => row.subscriptionId).sort();
  expect(await idsOf(cecot.hash)).toEqual(ids);
  expect(await idsOf(cecot.hash, ids[3])).toEqual(ids.slice(4));
});

test('equal readings are one query, and its version changes with the set only', async () => {
  const empty = await store.querySetVersion();
  const words = wordsEngine.parseQuery('visit cecot');
  await store.add(subscription(cecot), cecot, now);
  const one = await store.querySetVersion();
  expect(one).not.toBe(empty);
  await store.add(subscription(words, { state: 'pending' }), words, now);
  expect(await store.querySetVersion()).toBe(one);
  await store.add(subscription(words), words, now);
  expect((await store.activeQueries()).queries).toEqual([{ hash: cecot.hash, source: 'CECOT visit' }]);
  await store.add(subscription(peru), peru, now);
  const { version, queries } = await store.activeQueries();
  expect(queries.map(({ hash }) => hash).sort()).toEqual([cecot.hash, peru.hash].sort());
  expect(version).toBe(await new SubscriptionStore(dynamo.table('alerts')).querySetVersion());
});

test('an activation under way keeps its query in the set although nobody holds it yet', async () => {
  const set = new QuerySet(dynamo.table('alerts'));
  await set.join(cecot, now);
  const nobody = async () => false;
  expect(await set.retire(cecot.hash, nobody, later(0.9))).toBe(false);
  const joins = async () => {
    await set.join(cecot, later(2));
    return false;
  };
  expect(await set.retire(cecot.hash, joins, later(2))).toBe(false);
  expect(await set.retire(cecot.hash, nobody, later(4))).toBe(true);
  expect(await set.retire(cecot.hash, nobody, later(4))).toBe(false);
});

test('the daily run retires what nobody holds', async () => {
  const row = subscription(cecot);
  await store.add(row, cecot, now);
  await store.add(subscription(peru), peru, now);
  await store.delete(row, now);
  expect((await store.activeQueries()).queries).toHaveLength(2);
  expect(await store.retireUnheld(later(24))).toBe(1);
  expect((await store.activeQueries()).queries.map(({ hash }) => hash)).toEqual([peru.hash]);
});

test('a move cut short at any write leaves one subscription, under the old or the new query', async () => {
  for (let crashAt = 1; crashAt <= 8; crashAt++) {
    const row = subscription(cecot);
    await store.add(row, cecot, now);
    const table = dynamo.table('alerts');
    let writes = 0;
    const crash =
      <A extends unknown[]>(write: (...all: A) => Promise<boolean>) =>
      (...all: A) =>
        ++writes >= crashAt ? Promise.reject(new Error('crash')) : write(...all);
    for (const name of ['put', 'update', 'delete'] as const)
      Object.assign(table, {
        [name]: crash(table[name].bind(table) as (...all: unknown[]) => Promise<boolean>),
      });
    await new SubscriptionStore(table).move(row, peru, { hour: 9 }, now).catch(() => null);

    const found = (await store.get(row.subscriptionId, now))!;
    expect([cecot.hash, peru.hash]).toContain(found.queryHash);
    expect(await store.byPerson(row.personId, later(1))).toEqual([found]);
    const other = found.queryHash === cecot.hash ? peru.hash : cecot.hash;
    expect(await idsOf(other)).not.toContain(row.subscriptionId);
    const { queries } = await store.activeQueries();
    expect(queries.map(({ hash }) => hash)).toContain(found.queryHash);
  }
});

test('what expires is gone at its time, not when the table gets round to it', async () => {
  const pending = subscription(cecot, { state: 'pending' });
  const active = subscription(peru);
  await store.add(pending, cecot, now);
  await store.add(active, peru, now);
  expect(await store.get(pending.subscriptionId, later(7 * 24 - 1))).not.toBeNull();
  expect(await store.get(pending.subscriptionId, later(7 * 24))).toBeNull();
  await store.change(active, { state: 'unsubscribed', unsubscribedAt: now.toISOString() }, now);
  expect(await store.get(active.subscriptionId, later(29 * 24))).not.toBeNull();
  expect(await store.get(active.subscriptionId, later(30 * 24))).toBeNull();
});

test('the secret is made once, whoever asks first', async () => {
  const secrets = await Promise.all([1, 2, 3].map(() => installationSecret(dynamo.table('people'))));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
});
