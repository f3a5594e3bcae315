import PostalMime from 'postal-mime';
import { OUTBOX_SHARDS, type OutboxRow, mailKey } from '../../src/alerts/outbox-row';
import { type Fault, type Mailbox, startMailbox } from '../../src/local/mailbox';
import type { SnsNotification } from '../../src/local/mailbox/fake-ses';
import { SteeredClock } from '../../src/local/steered-clock';
import { silentLog } from '../../src/log';
import type { Newsroom } from '../../src/mail/newsroom';
import { Pace } from '../../src/mail/pace';
import { recordReceipts } from '../../src/mail/receipts';
import { visit } from '../../src/mail/samples';
import { sendDue, type SendSummary } from '../../src/mail/send';
import { Ses, sesClient } from '../../src/mail/ses';
import { DispatchStore } from '../../src/store/dispatch';
import { FanOutStore } from '../../src/store/fan-outs';
import { OutboxStore } from '../../src/store/outbox';
import { SoftBounces } from '../../src/store/soft-bounces';
import { Table } from '../../src/store/table';
import type { Subscriber, Subscription } from '../../src/subscriptions/subscription';
import { MemoryDynamo } from '../support/memory-dynamo/memory-dynamo';

const NOW = new Date('2026-03-12T17:00:00Z');
const mailboxes: Mailbox[] = [];
afterEach(async () => {
  for (const mailbox of mailboxes.splice(0)) await mailbox.close();
});

const aPerson = (personId: string, address = `${personId}@example.org`): Subscriber => ({
  personId,
  address,
  state: 'active',
  language: 'es',
  timeZone: 'America/Lima',
  tokenHash: '',
  createdAt: '2026-01-01T00:00:00.000Z',
});
const aSubscription = (personId: string, parts: Partial<Subscription> = {}): Subscription => ({
  subscriptionId: `${personId}-s`,
  personId,
  queryHash: 'q1',
  query: 'visita Perú',
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

type MailboxParts = Partial<Parameters<typeof startMailbox>[0]> & { faults?: (Fault | undefined)[] };

/** The sender with the real SES client, over loopback HTTP, to the local mailbox. */
async function anOffice({ faults = [], ...parts }: MailboxParts = {}) {
  const clock = new SteeredClock(NOW);
  const table = new Table(new MemoryDynamo().client(), 'alerts');
  const outbox = new OutboxStore(table, clock);
  const dispatch = new DispatchStore(table, clock);
  const events: SnsNotification[] = [];
  const mailbox = await startMailbox({
    identities: ['vigia.example'],
    configurationSets: ['vigia'],
    rate: 1000,
    clock,
    onEvent: (event) => void events.push(event),
    fault: (n) => faults[n],
    ...parts,
  });
  mailboxes.push(mailbox);
  const people = new Map<string, Subscriber>();
  const subscriptions = new Map<string, Subscription>();
  const client = sesClient({
    endpoint: mailbox.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const post = new Ses(client, clock);
  const link = (what: string) => (id: string) => `https://vigia.example/${what}/${id}/t`;
  const newsroom: Newsroom = {
    people: { byPerson: async (id) => people.get(id) ?? null },
    subscriptions: { get: async (id) => subscriptions.get(id) ?? null },
    events: { get: async (id) => (id === 'gone' ? null : { ...visit, id }) },
    fanOuts: new FanOutStore(table, clock),
    outbox,
    links: {
      confirm: link('confirm'),
      notMe: link('not-me'),
      preferences: ({ personId }) => link('preferences')(personId),
      unsubscribe: link('unsubscribe'),
      unsubscribeAll: link('unsubscribe-all'),
      feed: link('feed'),
      event: link('events'),
    },
    describe: (query) => `lectura de ${query}`,
    sender: {
      name: 'Vigía',
      address: 'alerts@vigia.example',
      unsubscribeTo: 'off@vigia.example',
      stage: 'test',
      configurationSet: 'vigia',
    },
    operator: { address: 'operator@vigia.example', language: 'en', timeZone: 'UTC' },
    clock,
  };
  const join = (personId: string, address?: string) => {
    people.set(personId, aPerson(personId, address));
    subscriptions.set(`${personId}-s`, aSubscription(personId));
  };
  const queue = (personId: string, eventId = visit.id, update = 0) =>
    outbox.placeAlone(
      { personId, eventId, update, queryHash: 'q1', subscriptionId: `${personId}-s`, follows: update > 0 },
      clock.now().toISOString(),
    );
  const send = async (more = {}): Promise<SendSummary> => {
    const sum = {
      sent: 0,
      cancelled: 0,
      failed: 0,
      postponed: 0,
      inDoubt: 0,
      taken: 0,
      stopped: null,
    } as SendSummary;
    for (let shard = 0; shard < OUTBOX_SHARDS && !sum.stopped; shard++) {
      const until = new Date(clock.now().getTime() + 60_000);
      const deps = {
        ...newsroom,
        outbox,
        dispatch,
        post,
        pace: new Pace(clock),
        log: silentLog,
        owner: 'run',
        until,
      };
      const part = await sendDue({ ...deps, width: 1, ...more }, shard);
      for (const key of ['sent', 'cancelled', 'failed', 'postponed', 'inDoubt', 'taken'] as const)
        sum[key] += part[key];
      sum.stopped = part.stopped;
    }
    return sum;
  };
  const receive = () => {
    const suspend = async (id: string, because: Subscriber['suspendedBecause']) =>
      void people.set(id, { ...people.get(id)!, state: 'suspended', suspendedBecause: because });
    const softBounces = new SoftBounces(table, clock);
    return recordReceipts(
      { dispatch, outbox, softBounces, people: { suspend }, log: silentLog },
      events.splice(0),
    );
  };
  const row = async (personId: string, eventId = visit.id, update = 0) =>
    (await outbox.get({ personId, key: `MAIL#${eventId}#000${update}` }))!;
  const later = (minutes: number) => clock.advanceTo(new Date(clock.now().getTime() + minutes * 60_000));
  return {
    ...newsroom,
    clock,
    outbox,
    dispatch,
    mailbox,
    events,
    join,
    queue,
    send,
    receive,
    row,
    later,
    people,
    subscriptions,
    post,
  };
}

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
      (o: Awaited<ReturnType<typeof anOffice>>) =>
        o.subscriptions.set('ana-s', aSubscription('ana', { state: 'unsubscribed' })),
    ],
    [
      'changed the query',
      (o: Awaited<ReturnType<typeof anOffice>>) =>
        o.subscriptions.set('ana-s', aSubscription('ana', { queryHash: 'q2' })),
    ],
    [
      'suspended',
      (o: Awaited<ReturnType<typeof anOffice>>) =>
        o.people.set('ana', { ...aPerson('ana'), state: 'suspended' }),
    ],
    ['erased', (o: Awaited<ReturnType<typeof anOffice>>) => o.people.delete('ana')],
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

test('throttled mails wait and leave later', async () => {
  const office = await anOffice({ faults: ['throttle'] });
  office.join('ana');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ postponed: 1 });
  office.later(1);
  expect(await office.send()).toMatchObject({ sent: 1 });
});

test('at the end of the day’s quota sending stops, and goes on the next day', async () => {
  const office = await anOffice({ perDay: 2 });
  for (const id of ['ana', 'ben', 'eva']) {
    office.join(id);
    await office.queue(id);
  }
  expect(await office.send()).toMatchObject({ sent: 2, stopped: 'quota' });
  office.later(25 * 60);
  expect(await office.send()).toMatchObject({ sent: 1, stopped: null });
});

test('in the sandbox a mail to an unverified reader fails for good, with the reason', async () => {
  const office = await anOffice({ sandbox: true, identities: ['vigia.example', 'ben@example.org'] });
  for (const id of ['ana', 'ben']) {
    office.join(id);
    await office.queue(id);
  }
  expect(await office.send()).toMatchObject({ sent: 1, failed: 1, stopped: null });
  expect((await office.row('ana')).reason).toMatch(/^sandbox: .*ana@example\.org/);
});

test.each([
  ['an unverified sender', { identities: [] }, 'sender-unverified'],
  ['an unknown configuration set', { configurationSets: [] }, 'paused'],
])('%s holds all mail until an operator acts', async (_what, parts, stopped) => {
  const office = await anOffice(parts);
  for (const id of ['ana', 'ben']) {
    office.join(id);
    await office.queue(id);
  }
  expect(await office.send()).toMatchObject({ sent: 0, postponed: 1, failed: 0, stopped });
  expect(await office.row('ana')).toMatchObject({ state: 'PENDING' });
});

test('a mail that cannot be written is tried five times and then shown to the operator; others pass it', async () => {
  const office = await anOffice();
  office.join('ana');
  await office.queue('ana', 'gone');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ sent: 1, postponed: 1 });
  let failed = 0;
  for (let tries = 0; tries < 6; tries++) {
    office.later(60);
    failed += (await office.send()).failed;
  }
  expect(failed).toBe(1);
  expect(await office.row('ana', 'gone')).toMatchObject({
    state: 'FAILED',
    reason: expect.stringContaining('event gone is not in the table') as string,
  });
});

test('an address SES cannot take fails at once', async () => {
  const office = await anOffice();
  office.join('ana', 'a@example.org\r\nBcc: b@example.org');
  await office.queue('ana');
  expect(await office.send()).toMatchObject({ failed: 1 });
});

test.each([
  ['bounce@simulator.amazonses.com', 'SENT', 'bounce'],
  ['suppressionlist@simulator.amazonses.com', 'SUPPRESSED', 'suppressed'],
  ['complaint@simulator.amazonses.com', 'SENT', 'complaint'],
])('%s: the reader is suspended and gets no more', async (address, state, because) => {
  const office = await anOffice();
  office.join('ana', address);
  await office.queue('ana');
  await office.send();
  expect(await office.receive()).toMatchObject({ suspended: 1 });
  expect(await office.row('ana')).toMatchObject({ state });
  expect(office.people.get('ana')).toMatchObject({ state: 'suspended', suspendedBecause: because });
  await office.queue('ana', 'e2');
  expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
});

test('a mailbox that stays full is suspended after five mails, and told so once', async () => {
  const office = await anOffice();
  office.join('ana', 'mailboxfull@example.org');
  for (let n = 0; n < 5; n++) {
    await office.queue('ana', `e${n}`);
    await office.send();
    await office.receive();
  }
  expect(office.people.get('ana')).toMatchObject({ state: 'suspended' });
  expect(await office.send()).toMatchObject({ sent: 1 });
  const { subject } = await PostalMime.parse(office.mailbox.mails().at(-1)!.raw);
  expect(subject).toBe('Sus avisos están suspendidos');
});

describe('digests', () => {
  const collect = async (
    office: Awaited<ReturnType<typeof anOffice>>,
    eventId: string,
    frequency: 'daily' | 'held' | 'weekly',
  ) => {
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
  const subjects = async (office: Awaited<ReturnType<typeof anOffice>>) =>
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
  const data = { week: '2026-03-08', sections: [{ title: 'Dead feeds', lines: ['a.example: 410'] }] };
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
