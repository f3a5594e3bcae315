import type { OutboxRow } from '../../src/alerts/outbox-row';
import { OUTBOX_SHARDS, fromMailKey, mailKey, shardOf } from '../../src/alerts/outbox-row';
import { SteeredClock } from '../../src/local/steered-clock';
import { AlertLimits } from '../../src/store/alert-limits';
import { DispatchStore } from '../../src/store/dispatch';
import { OutboxStore } from '../../src/store/outbox';
import { SoftBounces } from '../../src/store/soft-bounces';
import { type Dynamo, startDynamo } from '../support/dynamo';

let dynamo: Dynamo;
beforeAll(async () => void (dynamo = await startDynamo()));
afterAll(() => dynamo.stop());

const clock = new SteeredClock(new Date('2026-03-12T17:00:00Z'));
const stores = () => {
  const table = dynamo.table('alerts');
  return { table, outbox: new OutboxStore(table, clock), dispatch: new DispatchStore(table, clock) };
};
let people = 0;
const aFinding = (parts = {}) => ({
  personId: `person${people++}`,
  eventId: 'e1',
  update: 0,
  queryHash: 'q1',
  subscriptionId: 's1',
  follows: false,
  ...parts,
});
const now = () => clock.now().toISOString();

async function aMail(): Promise<{ row: OutboxRow; read: () => Promise<OutboxRow> }> {
  const { outbox } = stores();
  const found = aFinding();
  await outbox.placeAlone(found, now());
  const id = { personId: found.personId, key: 'MAIL#e1#0000' };
  const read = async () => (await outbox.get(id))!;
  return { row: await read(), read };
}

test('of many that claim one mail at once, one gets it', async () => {
  const { dispatch } = stores();
  const { row, read } = await aMail();
  const claims = await Promise.all(
    Array.from({ length: 12 }, (_, i) => dispatch.claim(row, `run${i}`, 60, 's')),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'SENDING', attempt: 1 });
});

test('of many that queue one event for one person, all make one mail', async () => {
  const { outbox } = stores();
  const found = aFinding();
  await Promise.all(
    Array.from({ length: 10 }, (_, i) => outbox.placeAlone({ ...found, subscriptionId: `s${i % 3}` }, now())),
  );
  const row = await outbox.get({ personId: found.personId, key: 'MAIL#e1#0000' });
  expect(row).toMatchObject({ state: 'PENDING', queries: ['q1|s0', 'q1|s1', 'q1|s2'] });
});

test('states only move forward', async () => {
  const { dispatch } = stores();
  const { row, read } = await aMail();
  expect(await dispatch.prove(row, 'SENT', { sesId: 'early', attempt: 1 })).toBe(false);
  await dispatch.claim(row, 'run', 60, 's');
  const sending = await read();
  expect(await dispatch.claim(sending, 'other', 60, 's')).toBe(false);
  expect(await dispatch.doubt(sending, 900, 'no answer')).toBe(true);
  expect(await dispatch.doubt(sending, 900, 'no answer')).toBe(false);
  expect(await dispatch.prove(row, 'SENT', { sesId: 'ses-1', attempt: 1 })).toBe(true);
  for (const step of [
    () => dispatch.prove(row, 'SENT', { sesId: 'ses-1', attempt: 1 }),
    () => dispatch.postpone(sending, 0, 'late'),
    () => dispatch.settle(sending, 'CANCELLED'),
    () => dispatch.claim({ ...sending, state: 'PENDING' }, 'run', 60, 's'),
  ])
    expect(await step()).toBe(false);
  const settled = await read();
  expect(settled).toMatchObject({ state: 'SENT', sesId: 'ses-1' });
  expect(settled.dueAt).toBeUndefined();
  expect((settled as unknown as { ttl: number }).ttl).toBe(Date.parse('2026-06-10T17:00:00Z') / 1000);
});

test('a proof of the first attempt ends a mail that waits to be sent again', async () => {
  const { dispatch } = stores();
  const { row, read } = await aMail();
  await dispatch.claim(row, 'run', 60, 's');
  await dispatch.doubt(await read(), 900, 'no answer');
  await dispatch.postpone(await read(), 0, 'no proof');
  expect(await read()).toMatchObject({ state: 'PENDING', attempt: 1, doubts: 1 });
  expect(await dispatch.prove(row, 'SENT', { sesId: 'late', attempt: 1 })).toBe(true);
});

test('due mails are found in their shard, notices first, until they are settled', async () => {
  const { outbox, dispatch } = stores();
  const personId = 'due-person';
  const due = async (lane: 'post' | 'news') => {
    const keys: string[] = [];
    for await (const row of outbox.due(lane, shardOf(personId)))
      if (row.personId === personId) keys.push(row.key);
    return keys;
  };
  await outbox.placeAlone(aFinding({ personId }), now());
  await outbox.placeAlone(aFinding({ personId, eventId: 'e2' }), '2026-03-12T17:30:00.000Z');
  const notice = { personId, kind: 'welcome', key: 's1', data: { query: 'CECOT visit' } } as const;
  expect(await outbox.requestMail(notice)).toBe(true);
  expect(await outbox.requestMail(notice)).toBe(false);
  expect(await due('news')).toEqual(['MAIL#e1#0000']);
  expect(await due('post')).toEqual(['POST#welcome#s1']);
  clock.advanceTo(new Date('2026-03-12T17:30:00Z'));
  expect(await due('news')).toEqual(['MAIL#e1#0000', 'MAIL#e2#0000']);
  const row = await outbox.get({ personId, key: 'MAIL#e1#0000' });
  await dispatch.settle(row!, 'CANCELLED', { reason: 'unsubscribed' });
  expect(await due('news')).toEqual(['MAIL#e2#0000']);
});

test('failures are listed for the operator and can be tried again', async () => {
  const { dispatch } = stores();
  const { row, read } = await aMail();
  await dispatch.settle(row, 'FAILED', { reason: 'poison' });
  const listed: unknown[] = [];
  for await (const item of dispatch.trouble('FAILED')) listed.push(item['reason']);
  expect(listed).toEqual(['poison']);
  expect(await dispatch.retry(row, 'news')).toBe(true);
  expect(await read()).toMatchObject({ state: 'PENDING', failures: 0 });
});

test('a query has so many mails an hour, counted once however often it asks', async () => {
  const limits = new AlertLimits(dynamo.table('alerts'), clock);
  const asked: boolean[] = [];
  for (const finding of ['a', 'b', 'a', 'c', 'd', 'b']) asked.push(await limits.withinHour('hq', finding, 3));
  expect(asked).toEqual([true, true, true, true, false, true]);
});

test('updates of an event keep their distance, whoever asks', async () => {
  const limits = new AlertLimits(dynamo.table('alerts'), clock);
  const first = await limits.updateDue('ev', 1, 2);
  expect(first).toBe(now());
  expect(await limits.updateDue('ev', 1, 2)).toBe(first);
  const second = await Promise.all([limits.updateDue('ev', 2, 2), limits.updateDue('ev', 2, 2)]);
  expect(second).toEqual(Array(2).fill(new Date(Date.parse(first) + 7_200_000).toISOString()));
});

test('soft bounces are counted by mail', async () => {
  const bounces = new SoftBounces(dynamo.table('alerts'), clock);
  await bounces.note('p', 'm1');
  expect(await bounces.note('p', 'm1')).toBe(1);
  expect(await bounces.note('p', 'm2')).toBe(2);
  await bounces.clear('p');
  expect(await bounces.note('p', 'm3')).toBe(1);
});

test('a mail’s key leads back to it and fits an SES tag; shards share people evenly', () => {
  const id = { personId: 'f'.repeat(32), key: `DIGEST#held#2026-03-12T17:00` };
  expect(fromMailKey(mailKey(id))).toEqual(id);
  expect(mailKey({ ...id, key: `MAIL#${'e'.repeat(64)}#0000` })).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  expect(fromMailKey('%%%')).toBeNull();
  const counts = Array<number>(OUTBOX_SHARDS).fill(0);
  for (let i = 0; i < 8000; i++) counts[shardOf(`person${i}`)]!++;
  expect(Math.min(...counts)).toBeGreaterThan(400);
});
