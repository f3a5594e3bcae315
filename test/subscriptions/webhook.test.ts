import { parseQuery } from '../../src/meaning/query';
import { SubscriptionStore } from '../../src/store/subscriptions';
import { removeWebhook, setWebhook } from '../../src/subscriptions/webhook';
import { aSubscription } from '../support/delivery/office';
import { type Dynamo, startDynamo } from '../support/dynamo';

const NOW = new Date('2026-11-18T09:00:00Z');
let dynamo: Dynamo;
beforeAll(async () => void (dynamo = await startDynamo()));
afterAll(() => dynamo.stop());

test('an alert posts where it is told, under a new key each time, until it is told to stop', async () => {
  const store = new SubscriptionStore(dynamo.table('alerts'));
  const query = parseQuery('CECOT visit');
  const row = aSubscription('ana', { query: query.source, queryHash: query.hash });
  await store.add(row, query, NOW);
  const first = await setWebhook(store, row, 'https://hooks.example/in', 'json', NOW);
  const second = await setWebhook(store, row, 'https://hooks.example/in', 'slack', NOW);
  expect(second.secret.length).toBeGreaterThanOrEqual(32);
  expect(second.secret).not.toBe(first.secret);
  expect((await store.get(row.subscriptionId, NOW))?.webhook).toEqual(second);
  await removeWebhook(store, row, NOW);
  expect((await store.get(row.subscriptionId, NOW))?.webhook).toBeNull();
});

test.each([
  'http://hooks.example/in',
  'https://me:secret@hooks.example/',
  'https://10.0.0.1/',
  'https://0x7f.1/',
  'https://hooks.example:6379/',
  'file:///etc/passwd',
  'hooks',
])('refuses %s', async (url) => {
  const store = new SubscriptionStore(dynamo.table('alerts'));
  await expect(setWebhook(store, aSubscription('eva'), url, 'json', NOW)).rejects.toThrow(
    /give a public https address/,
  );
});
