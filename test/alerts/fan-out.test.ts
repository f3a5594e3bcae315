import { fanOut } from '../../src/alerts/fan-out';
import { FAN_OUT_SHARDS } from '../../src/alerts/fan-out-job';
import type { AlertRow, DigestRow, OutboxRow } from '../../src/alerts/outbox-row';
import { queueAlerts } from '../../src/alerts/queue-alerts';
import type { NewsEvent } from '../../src/events/event';
import { SteeredClock } from '../../src/local/steered-clock';
import { silentLog } from '../../src/log';
import { AlertLimits } from '../../src/store/alert-limits';
import { DispatchStore } from '../../src/store/dispatch';
import { FanOutStore } from '../../src/store/fan-outs';
import { OutboxStore } from '../../src/store/outbox';
import { Table } from '../../src/store/table';
import { WebhookStore } from '../../src/store/webhooks';
import type { Subscription } from '../../src/subscriptions/subscription';
import { Crash, type CrashPlan, crashingClient } from '../support/delivery/crashes';
import { anEvent } from '../support/delivery/world';
import { MemoryDynamo } from '../support/memory-dynamo/memory-dynamo';

const WHY = { sentence: 's', lang: 'es', storyId: 's', outlet: 'o', link: 'https://o.example/', words: [] };
const NOON = new Date('2026-03-12T17:00:00Z');

const aSubscription = (personId: string, parts: Partial<Subscription> = {}): Subscription => ({
  subscriptionId: `${personId}-${parts.queryHash ?? 'q1'}`,
  personId,
  queryHash: 'q1',
  query: 'CECOT visit',
  frequency: 'instant',
  timeZone: 'America/Lima',
  hour: 7,
  weekday: 1,
  quietHours: null,
  updates: true,
  language: 'es',
  state: 'active',
  snoozedUntil: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  confirmedAt: '2026-01-01T00:00:00.000Z',
  ...parts,
});

function aRoom(subscriptions: readonly Subscription[], crash: CrashPlan = () => undefined) {
  const clock = new SteeredClock(NOON);
  const dynamo = new MemoryDynamo();
  const table = new Table(crashingClient(dynamo, crash), 'alerts');
  const calm = new OutboxStore(new Table(dynamo.client(), 'alerts'), clock);
  const settings = { newsHours: 72, instantPerHour: 3 };
  const queue = (event: NewsEvent, ...queries: string[]) =>
    queueAlerts(
      { fanOuts: new FanOutStore(table, clock), limits: new AlertLimits(table, clock), clock, settings },
      event,
      queries.map((queryHash) => ({ queryHash, why: WHY })),
    );
  const tellAll = async (until = new Date(clock.now().getTime() + 900_000)) => {
    for (let shard = 0; shard < FAN_OUT_SHARDS; shard++)
      await fanOut(
        {
          fanOuts: new FanOutStore(table, clock),
          outbox: new OutboxStore(table, clock),
          hooks: new WebhookStore(table, clock),
          readership: {
            async *subscriptionsOf(hash, after = '') {
              const all = subscriptions.filter((s) => s.queryHash === hash && s.subscriptionId > after);
              for (let i = 0; i < all.length; i += 2) yield all.slice(i, i + 2);
            },
          },
          clock,
          log: silentLog,
          owner: 'run',
          until,
          width: 1,
        },
        shard,
      );
  };
  const rows = async (personId: string) => {
    const found: OutboxRow[] = [];
    for await (const row of calm.ofPerson(personId)) found.push(row);
    return found;
  };
  const told = async (event: NewsEvent, ...queries: string[]) => {
    await queue(event, ...queries);
    await tellAll();
  };
  return {
    clock,
    queue,
    tellAll,
    told,
    rows,
    dispatch: new DispatchStore(new Table(dynamo.client(), 'alerts'), clock),
  };
}

const states = (rows: readonly OutboxRow[]) => rows.map(({ key, state }) => `${key} ${state}`);

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

describe('updates', () => {
  const subscriptions = [aSubscription('ana'), aSubscription('ben', { updates: false })];
  const sent = async (room: ReturnType<typeof aRoom>, person: string) => {
    const [row] = await room.rows(person);
    await room.dispatch.claim(row!, 'run', 60, 'The subject');
    await room.dispatch.settle({ ...row!, attempt: 1 }, 'SENT', { sesId: 'x' });
  };

  test('go to those who asked for them and were told before', async () => {
    const room = aRoom(subscriptions);
    await room.told(anEvent('e1', NOON), 'q1');
    await sent(room, 'ana');
    await sent(room, 'ben');
    await room.told(anEvent('e1', NOON, 1), 'q1');
    expect(states(await room.rows('ana'))).toEqual(['MAIL#e1#0000 SENT', 'MAIL#e1#0001 PENDING']);
    expect((await room.rows('ana'))[1]).toMatchObject({ follows: true });
    expect(states(await room.rows('ben'))).toEqual(['MAIL#e1#0000 SENT']);
  });

  test('are told by the first mail while that waits', async () => {
    const room = aRoom(subscriptions);
    await room.told(anEvent('e1', NOON), 'q1');
    const [before] = await room.rows('ana');
    await room.told(anEvent('e1', NOON, 1), 'q1');
    await room.told(anEvent('e1', NOON, 1), 'q1');
    const rows = await room.rows('ana');
    expect(states(rows)).toEqual(['MAIL#e1#0000 PENDING']);
    expect(rows[0]).toMatchObject({ carries: 1 });
    // What was rendered before the update can no longer be claimed.
    expect(await room.dispatch.claim(before!, 'run', 60, 'subject')).toBe(false);
  });

  test('are news to who was not told before, also without a wish for updates', async () => {
    const room = aRoom(subscriptions);
    await room.told(anEvent('e1', NOON, 2), 'q1');
    expect((await room.rows('ben'))[0]).toMatchObject({ update: 2, follows: false });
  });

  test('of one event keep two hours between them', async () => {
    const room = aRoom(subscriptions);
    await room.told(anEvent('e1', NOON), 'q1');
    await sent(room, 'ana');
    await room.told(anEvent('e1', NOON, 1), 'q1');
    const second = (await room.rows('ana'))[1]!;
    await room.dispatch.claim(second, 'run', 60, 'subject');
    await room.told(anEvent('e1', NOON, 2), 'q1');
    expect(await room.rows('ana')).toHaveLength(2);
    room.clock.advanceTo(new Date('2026-03-12T19:00:00Z'));
    await room.tellAll();
    expect(await room.rows('ana')).toHaveLength(3);
  });
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

test('a run that is out of time leaves the rest to the next, which goes on where it stopped', async () => {
  const people = Array.from({ length: 7 }, (_, i) => `p${i}`);
  const room = aRoom(people.map((id) => aSubscription(id)));
  await room.queue(anEvent('e1', NOON), 'q1');
  const count = async () => (await Promise.all(people.map(room.rows))).flat().length;
  const start = NOON.getTime();
  let reads = 0;
  const realNow = room.clock.now.bind(room.clock);
  room.clock.now = () => new Date(realNow().getTime() + (reads++ > 12 ? 60_000 : 0));
  await room.tellAll(new Date(start + 30_000));
  const partly = await count();
  room.clock.now = realNow;
  expect(partly).toBeGreaterThan(0);
  expect(partly).toBeLessThan(7);
  room.clock.advanceTo(new Date(start + 120_000));
  await room.tellAll();
  expect(await count()).toBe(7);
});

test('an event noted for a digest that left before its fan-out came back is mailed by itself', async () => {
  const quiet = aSubscription('ana', { quietHours: { from: 11, to: 13 } });
  let writes = 0;
  const dying = aRoom([quiet], () => (++writes === 5 ? 'before' : undefined));
  await dying.queue(anEvent('e2', NOON), 'q1');
  await expect(dying.tellAll()).rejects.toThrow(Crash);
  expect(states(await dying.rows('ana'))).toEqual(['MAIL#e2#0000 COLLECTED']);
  dying.clock.advanceTo(new Date('2026-03-12T18:30:00Z'));
  await dying.tellAll();
  expect(states(await dying.rows('ana'))).toEqual(['MAIL#e2#0000 PENDING']);
});

test('dying before or after any write loses and doubles nothing', async () => {
  const subscriptions = [
    aSubscription('ana'),
    aSubscription('ana', { queryHash: 'q2', frequency: 'daily' }),
    aSubscription('ben', { frequency: 'hourly' }),
    aSubscription('eva', { frequency: 'weekly', queryHash: 'q2' }),
  ];
  const scenario = async (crash: CrashPlan) => {
    let writes = 0;
    const room = aRoom(subscriptions, (n) => {
      writes = n + 1;
      return crash(n);
    });
    const event = anEvent('e1', NOON);
    for (let tries = 0; ; tries++) {
      try {
        await room.queue(event, 'q1', 'q2');
        await room.tellAll();
        break;
      } catch (error) {
        if (!(error instanceof Crash) || tries > 2) throw error;
        room.clock.advanceTo(new Date(room.clock.now().getTime() + 180_000));
      }
    }
    await room.tellAll();
    const all = await Promise.all(['ana', 'ben', 'eva'].map(room.rows));
    // An event may leave a digest again when the jobs end in another order; a digest without events is never sent.
    const mails = all.map((rows) => states(rows.filter(({ key }) => key.startsWith('MAIL#'))));
    return { writes, told: mails };
  };
  const whole = await scenario(() => undefined);
  expect(whole.writes).toBeGreaterThan(8);
  for (let n = 0; n < whole.writes; n++)
    for (const when of ['before', 'after'] as const) {
      const { told } = await scenario((write) => (write === n ? when : undefined));
      expect(told).toEqual(whole.told);
    }
});
