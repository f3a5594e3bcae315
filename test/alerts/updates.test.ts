import { NOON, aRoom, aSubscription, states } from '../support/delivery/fan-out-room';
import { anEvent } from '../support/delivery/world';

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
