import PostalMime from 'postal-mime';
import { closeOffices, NOW, type Office, aSubscription, anOffice } from '../support/delivery/office';

afterEach(closeOffices);

describe('digests', () => {
  const collect = async (office: Office, eventId: string, frequency: 'daily' | 'held' | 'weekly') => {
    office.subscriptions.set(
      'ana-s',
      aSubscription('ana', { frequency: frequency === 'held' ? 'instant' : frequency }),
    );
    const slot = { key: `DIGEST#${frequency}#now`, frequency, dueAt: NOW.toISOString() };
    const found = {
      personId: 'ana',
      eventId,
      update: 0,
      queryHash: 'q1',
      subscriptionId: 'ana-s',
      follows: false,
    };
    await office.outbox.collect(found, slot);
    await office.outbox.gather('ana', slot, [`MAIL#${eventId}#0000`]);
    return { personId: 'ana', key: slot.key };
  };
  const subjects = async (office: Office) =>
    Promise.all(office.mailbox.mails().map(async ({ raw }) => (await PostalMime.parse(raw)).subject));

  test('tell several events in one mail; a single held one goes as itself', async () => {
    for (const [n, subject] of [
      [2, '2 sucesos guardados para usted'],
      [1, 'Ministros de Ecuador recorren el Cecot en El Salvador'],
    ] as const) {
      const office = await anOffice();
      office.join('ana');
      for (let i = 0; i < n; i++) await collect(office, `e${i}`, 'held');
      expect(await office.send()).toMatchObject({ sent: 1 });
      expect(await subjects(office)).toEqual([subject]);
    }
  });

  test('without an event left are not sent', async () => {
    const office = await anOffice();
    office.join('ana');
    const id = await collect(office, 'e1', 'daily');
    await office.outbox.promote({ personId: 'ana', key: 'MAIL#e1#0000' }, '2026-04-01T00:00:00.000Z');
    expect(await office.send()).toMatchObject({ cancelled: 1 });
    expect(await office.outbox.get(id)).toMatchObject({ state: 'CANCELLED' });
  });

  test('in doubt go into the next one; a weekly one is sent again', async () => {
    for (const frequency of ['daily', 'weekly'] as const) {
      const office = await anOffice({ faults: ['drop-before'] });
      office.join('ana');
      const id = await collect(office, 'e1', frequency);
      expect(await office.send()).toMatchObject({ inDoubt: 1 });
      office.later(16);
      await office.send();
      const left = (await office.outbox.get(id))!;
      expect(left.state).toBe(frequency === 'daily' ? 'CANCELLED' : 'PENDING');
      office.later(24 * 60);
      await office.send();
      expect(office.mailbox.mails()).toHaveLength(1);
    }
  });
});
