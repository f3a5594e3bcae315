import PostalMime from 'postal-mime';
import { type OutboxRow, mailKey } from '../../src/alerts/outbox-row';
import type { Fault } from '../../src/local/mailbox';
import { Pace } from '../../src/mail/pace';
import { visit } from '../../src/mail/samples';
import { Ses, sesClient } from '../../src/mail/ses';
import { closeOffices, type Office, aPerson, aSubscription, anOffice } from '../support/delivery/office';

afterEach(closeOffices);

test('a due alert leaves once, with its tags, and is proved by its events', async () => {
  const office = await anOffice();
  office.join('ana');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ sent: 1 });
  expect(await office.send()).toMatchObject({ sent: 0 });
  const [mail] = office.mailbox.mails();
  expect(mail).toMatchObject({
    to: ['ana@example.org'],
    tags: { mail: mailKey(await office.row('ana')), attempt: '1', kind: 'alert' },
  });
  const { headers, subject } = await PostalMime.parse(mail!.raw);
  expect(subject).toBe('Ministros de Ecuador recorren el Cecot en El Salvador');
  expect(headers.find(({ key }) => key === 'list-id')!.value).toMatch(
    /^=\?UTF-8\?Q\?visita_Per=C3=BA\?= <q1\.vigia\.example>$/,
  );
  expect(await office.row('ana')).toMatchObject({ state: 'SENT', sesId: mail!.id });
  await office.receive();
  expect(await office.row('ana')).toMatchObject({ state: 'SENT', sesId: mail!.id });
});

test('an update is threaded under the first mail', async () => {
  const office = await anOffice();
  office.join('ana');
  await office.queue('ana');
  await office.send();
  office.people.set('ana', { ...aPerson('ana'), language: 'en' });
  await office.queue('ana', visit.id, 1);
  await office.send();
  const [first, second] = await Promise.all(office.mailbox.mails().map(({ raw }) => PostalMime.parse(raw)));
  expect(second!.subject).toBe(first!.subject);
  expect(second!.references).toBe(first!.references);
  expect(second!.text).toContain('News of an event you know');
});

describe('who leaves before the mail gets none', () => {
  test.each([
    [
      'unsubscribed',
      (o: Office) => o.subscriptions.set('ana-s', aSubscription('ana', { state: 'unsubscribed' })),
    ],
    [
      'changed the query',
      (o: Office) => o.subscriptions.set('ana-s', aSubscription('ana', { queryHash: 'q2' })),
    ],
    ['suspended', (o: Office) => o.people.set('ana', { ...aPerson('ana'), state: 'suspended' })],
    ['erased', (o: Office) => o.people.delete('ana')],
  ])('%s after queueing, and after the mail was written', async (_what, leave) => {
    for (const atLastMoment of [false, true]) {
      const office = await anOffice();
      office.join('ana');
      await office.queue('ana');
      if (!atLastMoment) leave(office);
      // The pace is asked for a turn between writing and claiming: the last moment before the claim.
      const pace = { turn: async () => void (atLastMoment && leave(office)) };
      expect(await office.send({ pace })).toMatchObject({ sent: 0, cancelled: 1 });
      expect(await office.row('ana')).toMatchObject({ state: 'CANCELLED' });
      expect(office.mailbox.mails()).toEqual([]);
    }
  });
});

test.each<[Fault, number]>([
  ['drop-after', 1],
  ['500-after', 1],
  ['drop-before', 0],
])('%s: in doubt, then proved or sent once more', async (fault, accepted) => {
  const office = await anOffice({ faults: [fault] });
  office.join('ana');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ inDoubt: 1 });
  expect(office.mailbox.mails()).toHaveLength(accepted);
  office.later(14);
  expect(await office.send()).toMatchObject({ sent: 0, inDoubt: 0 });
  await office.receive();
  office.later(2);
  await office.send();
  await office.send();
  expect(office.mailbox.mails()).toHaveLength(1);
  expect(await office.row('ana')).toMatchObject({ state: 'SENT', attempt: accepted ? 1 : 2 });
});

test('an answer that does not come is given up after the timeout, without a second copy', async () => {
  const office = await anOffice({ faults: ['hang-after'] });
  const impatient = sesClient({
    endpoint: office.mailbox.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const handler = impatient.config.requestHandler as {
    updateHttpClientConfig(key: string, value: unknown): void;
  };
  handler.updateHttpClientConfig('requestTimeout', 300);
  office.join('ana');
  await office.queue('ana');
  expect(await office.send({ post: new Ses(impatient, office.clock) })).toMatchObject({ inDoubt: 1 });
  expect(office.mailbox.mails()).toHaveLength(1);
});

test('a sender that dies between claim and answer is followed by the next', async () => {
  const office = await anOffice();
  office.join('ana');
  await office.queue('ana');
  const dead: OutboxRow = await office.row('ana');
  await office.dispatch.claim(dead, 'dead', 60, 's');
  expect(await office.send()).toMatchObject({ sent: 0, inDoubt: 0 });
  office.later(2);
  expect(await office.send()).toMatchObject({ inDoubt: 1 });
  office.later(16);
  await office.send();
  expect(await office.send()).toMatchObject({ sent: 1 });
});

test('the operator’s report needs no subscriber', async () => {
  const office = await anOffice();
  const data = { week: '2026-03-08', sections: [{ about: 'dead-feeds', lines: ['a.example: 410'] }] };
  await office.outbox.requestMail({ personId: 'operator', kind: 'operator-report', key: '2026-03-08', data });
  expect(await office.send()).toMatchObject({ sent: 1 });
  expect(office.mailbox.mails()[0]!.to).toEqual(['operator@vigia.example']);
});

test('mails leave no faster than the account’s share allows', async () => {
  const office = await anOffice({ rate: 2 });
  for (let i = 0; i < 5; i++) {
    office.join(`p${i}`);
    await office.queue(`p${i}`);
  }
  const pace = new Pace(office.clock);
  const before = office.clock.now().getTime();
  expect(await office.send({ pace, share: 0.5 })).toMatchObject({ sent: 5, postponed: 0 });
  expect(office.clock.now().getTime() - before).toBe(4000);
});

test('notices of all shards go before news', async () => {
  const office = await anOffice();
  for (let i = 0; i < 12; i++) {
    office.join(`p${i}`);
    await office.queue(`p${i}`);
    const data = { subscriptionIds: [`p${i}-s`], query: 'CECOT visit' };
    await office.outbox.requestMail({ personId: `p${i}`, kind: 'confirmation', key: 's', data });
  }
  expect(await office.send()).toMatchObject({ sent: 24 });
  const kinds = office.mailbox.mails().map(({ tags }) => tags['kind']);
  expect(kinds).toEqual([...Array<string>(12).fill('confirmation'), ...Array<string>(12).fill('alert')]);
});

test('once time is up no more rows are read, and the rest stays due', async () => {
  const office = await anOffice();
  for (let i = 0; i < 30; i++) {
    office.join(`p${i}`);
    await office.queue(`p${i}`);
  }
  let read = 0;
  const outbox = {
    alerts: office.outbox.alerts.bind(office.outbox),
    gather: office.outbox.gather.bind(office.outbox),
    async *due(...args: Parameters<typeof office.outbox.due>) {
      for await (const row of office.outbox.due(...args)) {
        read++;
        yield row;
      }
    },
  };
  const pace = { turn: async () => office.clock.advanceTo(new Date(office.clock.now().getTime() + 10_000)) };
  expect(await office.send({ outbox, pace })).toMatchObject({ sent: 6, stopped: 'time' });
  expect(read).toBeLessThanOrEqual(8);
  expect(await office.send()).toMatchObject({ sent: 24, stopped: null });
});
