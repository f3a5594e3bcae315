import { Crash, type CrashPlan } from '../support/delivery/crashes';
import { NOON, aRoom, aSubscription, states } from '../support/delivery/fan-out-room';
import { anEvent } from '../support/delivery/world';

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

test('a subscription that cannot be told stops the others for a few runs only', async () => {
  const people = ['ana', 'ben', 'eva'];
  const room = aRoom(
    people.map((id) =>
      aSubscription(id, id === 'ben' ? { timeZone: 'Nowhere/At_All', frequency: 'daily' } : {}),
    ),
  );
  await room.queue(anEvent('e1', NOON), 'q1');
  const runs: string[] = [];
  for (let run = 0; run < 7; run++) {
    runs.push(
      await room.tellAll().then(
        () => 'ended',
        (error: Error) => error.name,
      ),
    );
    room.clock.advanceTo(new Date(room.clock.now().getTime() + 180_000));
  }
  expect(runs).toEqual([...Array<string>(5).fill('RangeError'), 'ended', 'ended']);
  expect((await Promise.all(people.map(room.rows))).map((rows) => rows.length)).toEqual([1, 0, 1]);
});

test('a table that refuses for many runs delays the reader and loses nothing', async () => {
  // Two writes queue the job; then each run claims it and fails at the reader's row.
  const room = aRoom([aSubscription('ana')], (n) => (n >= 2 && n < 22 && n % 2 === 1 ? 'before' : undefined));
  await room.queue(anEvent('e1', NOON), 'q1');
  const runs: string[] = [];
  for (let run = 0; run < 11; run++) {
    runs.push(
      await room.tellAll().then(
        () => 'ended',
        (error: Error) => error.name,
      ),
    );
    room.clock.advanceTo(new Date(room.clock.now().getTime() + 180_000));
  }
  expect(runs).toEqual([...Array<string>(10).fill('Crash'), 'ended']);
  expect(states(await room.rows('ana'))).toEqual(['MAIL#e1#0000 PENDING']);
});
