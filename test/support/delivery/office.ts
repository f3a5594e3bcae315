import { type Fault, type Mailbox, startMailbox } from '../../../src/local/mailbox';
import type { SnsNotification } from '../../../src/local/mailbox/fake-ses';
import { SteeredClock } from '../../../src/local/steered-clock';
import { silentLog } from '../../../src/log';
import type { Newsroom } from '../../../src/mail/newsroom';
import { Pace } from '../../../src/mail/pace';
import { recordReceipts } from '../../../src/mail/receipts';
import { visit } from '../../../src/mail/samples';
import { sendAll, type SendSummary } from '../../../src/mail/send';
import { Ses, sesClient } from '../../../src/mail/ses';
import { DispatchStore } from '../../../src/store/dispatch';
import { FanOutStore } from '../../../src/store/fan-outs';
import { OutboxStore } from '../../../src/store/outbox';
import { SoftBounces } from '../../../src/store/soft-bounces';
import { Table } from '../../../src/store/table';
import type { Subscriber, Subscription } from '../../../src/subscriptions/subscription';
import { LINKS } from './light-mail';
import { MemoryDynamo } from '../memory-dynamo/memory-dynamo';

export const NOW = new Date('2026-03-12T17:00:00Z');
const mailboxes: Mailbox[] = [];

/** Ends the mailboxes of all offices. */
export async function closeOffices(): Promise<void> {
  for (const mailbox of mailboxes.splice(0)) await mailbox.close();
}

export const aPerson = (personId: string, address = `${personId}@example.org`): Subscriber => ({
  personId,
  address,
  state: 'active',
  language: 'es',
  timeZone: 'America/Lima',
  tokenHash: '',
  createdAt: '2026-01-01T00:00:00.000Z',
});
export const aSubscription = (personId: string, parts: Partial<Subscription> = {}): Subscription => ({
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
export async function anOffice({ faults = [], ...parts }: MailboxParts = {}) {
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
  const newsroom: Newsroom = {
    people: { byPerson: async (id) => people.get(id) ?? null },
    subscriptions: { get: async (id) => subscriptions.get(id) ?? null },
    events: { get: async (id) => (id === 'gone' ? null : { ...visit, id }) },
    fanOuts: new FanOutStore(table, clock),
    outbox,
    links: LINKS,
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
  const send = (more = {}): Promise<SendSummary> => {
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
    return sendAll({ ...deps, width: 1, ...more });
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

export type Office = Awaited<ReturnType<typeof anOffice>>;
