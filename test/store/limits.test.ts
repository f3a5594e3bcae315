import { LimitStore } from '../../src/store/limits';
import { type Dynamo, startDynamo } from '../support/dynamo';

let dynamo: Dynamo;
let limits: LimitStore;
beforeAll(async () => {
  dynamo = await startDynamo();
  limits = new LimitStore(dynamo.table('people'));
});
afterAll(() => dynamo.stop());

const at = (minutes: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + minutes * 60_000);
const bucket = { capacity: 3, perHour: 6 };

test('a bucket gives its capacity at once, then refills at its rate', async () => {
  const takes = [];
  for (const minutes of [0, 0, 0, 0, 9, 10, 10, 60]) takes.push(await limits.take('a', bucket, at(minutes)));
  expect(takes).toEqual([true, true, true, false, false, true, false, true]);
});

test('tells how much is used and when to come back, without taking', async () => {
  expect(await limits.level('b', bucket, at(0))).toEqual({ used: 0, retryAfter: 0 });
  for (let i = 0; i < 3; i++) await limits.take('b', bucket, at(0));
  expect(await limits.level('b', bucket, at(0))).toEqual({ used: 1, retryAfter: 600 });
  expect(await limits.level('b', bucket, at(10))).toMatchObject({ retryAfter: 0 });
});

test('takers at the same time never get more than there is', async () => {
  const takes = await Promise.all(Array.from({ length: 12 }, () => limits.take('c', bucket, at(0))));
  const given = takes.filter(Boolean).length;
  expect(given).toBeGreaterThan(0);
  expect(given).toBeLessThanOrEqual(3);
});

test('a thing is spent once, whoever is first', async () => {
  const spends = await Promise.all(Array.from({ length: 5 }, () => limits.spend('proof', at(10))));
  expect(spends.filter(Boolean)).toHaveLength(1);
});

test('counts sum up this hour and the last', async () => {
  await limits.count('mails', 'sent', at(-61));
  await limits.count('mails', 'sent', at(-59));
  await limits.count('mails', 'sent', at(1));
  await limits.count('mails', 'confirmed', at(1));
  expect(await limits.lastHours('mails', at(2))).toEqual({ sent: 2, confirmed: 1 });
});
