import type { AlertRow, DigestRow } from '../../src/alerts/outbox-row';
import { NOON, aRoom, aSubscription, states } from '../support/delivery/fan-out-room';
import { anEvent } from '../support/delivery/world';

test('a person with two matching queries gets one mail that names both', async () => {
  const room = aRoom([aSubscription('ana'), aSubscription('ana', { queryHash: 'q2' }), aSubscription('ben')]);
  await room.told(anEvent('e1', NOON), 'q1', 'q2');
  await room.told(anEvent('e1', NOON), 'q1', 'q2');
  expect(states(await room.rows('ana'))).toEqual(['MAIL#e1#0000 PENDING']);
  expect(((await room.rows('ana'))[0] as AlertRow).queries).toEqual(['q1|ana-q1', 'q2|ana-q2']);
  expect(states(await room.rows('ben'))).toEqual(['MAIL#e1#0000 PENDING']);
});

test('a query that finds the event after the mail has left adds no second mail', async () => {
  const room = aRoom([aSubscription('ana'), aSubscription('ana', { queryHash: 'q2', frequency: 'daily' })]);
  await room.told(anEvent('e1', NOON), 'q1');
  const [row] = await room.rows('ana');
  await room.dispatch.claim(row!, 'run', 60, 'subject');
  await room.dispatch.settle({ ...row!, attempt: 1 }, 'SENT', { sesId: 'x' });
  await room.told(anEvent('e1', NOON), 'q2');
  expect(states(await room.rows('ana'))).toEqual(['MAIL#e1#0000 SENT']);
});

test('an event that waits in a digest is mailed at once when a second query wants that', async () => {
  const room = aRoom([
    aSubscription('ana', { frequency: 'daily' }),
    aSubscription('ana', { queryHash: 'q2' }),
  ]);
  await room.told(anEvent('e1', NOON), 'q1');
  await room.told(anEvent('e2', NOON), 'q1');
  expect(states(await room.rows('ana'))).toEqual([
    'DIGEST#daily#2026-03-13T07 PENDING',
    'MAIL#e1#0000 COLLECTED',
    'MAIL#e2#0000 COLLECTED',
  ]);
  await room.told(anEvent('e1', NOON), 'q2');
  const [digest, first] = await room.rows('ana');
  expect((digest as DigestRow).entries).toEqual(['MAIL#e1#0000', 'MAIL#e2#0000']);
  expect(first).toMatchObject({ state: 'PENDING', queries: ['q1|ana-q1', 'q2|ana-q2'] });
  expect(first).not.toHaveProperty('digest');
});

test('a digest that is about to leave keeps its event', async () => {
  const room = aRoom([
    aSubscription('ana', { frequency: 'hourly' }),
    aSubscription('ana', { queryHash: 'q2' }),
  ]);
  await room.told(anEvent('e1', NOON), 'q1');
  room.clock.advanceTo(new Date('2026-03-12T17:59:00Z'));
  await room.told(anEvent('e1', NOON), 'q2');
  expect((await room.rows('ana'))[1]).toMatchObject({
    state: 'COLLECTED',
    queries: ['q1|ana-q1', 'q2|ana-q2'],
  });
});

test('an event that comes when its digest has left waits for the next', async () => {
  const room = aRoom([aSubscription('ana', { frequency: 'hourly' })]);
  await room.told(anEvent('e1', NOON), 'q1');
  const [digest] = await room.rows('ana');
  await room.dispatch.claim(digest!, 'run', 60, 'subject');
  await room.told(anEvent('e2', NOON), 'q1');
  const rows = await room.rows('ana');
  expect(states(rows)).toContain('DIGEST#hourly#2026-03-12T19:00 PENDING');
  expect(rows.find(({ key }) => key === 'MAIL#e2#0000')).toMatchObject({
    digest: 'DIGEST#hourly#2026-03-12T19:00',
  });
});

test('nobody is told who paused, snoozes or left', async () => {
  const room = aRoom([
    aSubscription('ana', { state: 'paused' }),
    aSubscription('ben', { snoozedUntil: '2026-03-13T00:00:00.000Z' }),
    aSubscription('eva', { snoozedUntil: '2026-03-12T00:00:00.000Z' }),
  ]);
  await room.told(anEvent('e1', NOON), 'q1');
  expect([await room.rows('ana'), await room.rows('ben')]).toEqual([[], []]);
  expect(await room.rows('eva')).toHaveLength(1);
});

test('old stories sold as new are not mailed', async () => {
  const room = aRoom([aSubscription('ana')]);
  const old = anEvent('e1', NOON);
  const [story] = old.stories;
  const sold = { ...old, stories: [{ ...story!, published: '2025-05-01T00:00:00.000Z' }] };
  await room.told(sold, 'q1');
  expect(await room.rows('ana')).toEqual([]);
});

test('beyond the cap of the hour events go into one mail', async () => {
  const room = aRoom([aSubscription('ana')]);
  for (let n = 0; n < 8; n++) await room.told(anEvent(`e${n}`, NOON), 'q1');
  const found = await room.rows('ana');
  expect(found.filter(({ kind, state }) => kind === 'alert' && state === 'PENDING')).toHaveLength(3);
  expect(found.find(({ kind }) => kind === 'digest')).toMatchObject({ frequency: 'held', state: 'PENDING' });
  expect(found.filter(({ state }) => state === 'COLLECTED')).toHaveLength(5);
});
