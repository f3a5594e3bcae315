import { mailKey } from '../../src/alerts/outbox-row';
import { silentLog } from '../../src/log';
import { recordReceipts } from '../../src/mail/receipts';
import { visit } from '../../src/mail/samples';
import { SoftBounces } from '../../src/store/soft-bounces';
import { Table } from '../../src/store/table';
import { anOffice, closeOffices } from '../support/delivery/office';
import { MemoryDynamo } from '../support/memory-dynamo/memory-dynamo';

afterEach(closeOffices);

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));

const event = (row: { personId: string; key: string }, eventType: string, more = {}) => ({
  eventType,
  mail: { messageId: 'ses-1', tags: { mail: [mailKey(row)], attempt: ['1'] } },
  ...more,
});

async function aMailInDoubt() {
  const office = await anOffice({ faults: ['drop-after'] });
  office.join('ana');
  await office.queue('ana');
  await office.send();
  const suspended: string[] = [];
  const deps = {
    dispatch: office.dispatch,
    outbox: office.outbox,
    softBounces: new SoftBounces(new Table(new MemoryDynamo().client(), 'alerts'), office.clock),
    people: { suspend: async (id: string, because: string) => suspended.push(`${id} ${because}`) },
    log: silentLog,
  };
  const row = () => office.row('ana');
  return { suspended, row, record: (...events: unknown[]) => recordReceipts(deps, events) };
}

test('events in any order, each twice, end in the same state', async () => {
  const id = { personId: 'ana', key: `MAIL#${visit.id}#0000` };
  const events = [
    event(id, 'Send'),
    event(id, 'Delivery'),
    event(id, 'Complaint', { complaint: { complaintFeedbackType: 'abuse' } }),
  ];
  for (const order of permutations(events)) {
    const { record, row, suspended } = await aMailInDoubt();
    await record(...order, ...order);
    expect(await row()).toMatchObject({ state: 'SENT', sesId: 'ses-1' });
    expect(new Set(suspended)).toEqual(new Set(['ana complaint']));
  }
});

test('a suppressed address is told from a sent mail, whichever event comes first', async () => {
  const id = { personId: 'ana', key: `MAIL#${visit.id}#0000` };
  const bounce = { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' };
  for (const order of permutations([event(id, 'Send'), event(id, 'Bounce', { bounce })])) {
    const { record, row } = await aMailInDoubt();
    await record(...order);
    expect(await row()).toMatchObject({ state: 'SUPPRESSED' });
  }
});

test('a rejected mail fails; "not spam" and delays suspend nobody', async () => {
  const { record, row, suspended } = await aMailInDoubt();
  const about = await row();
  await record(event(about, 'DeliveryDelay', { deliveryDelay: {} }));
  await record(event(about, 'Complaint', { complaint: { complaintFeedbackType: 'not-spam' } }));
  await record(event(about, 'Reject', { reject: { reason: 'Bad content' } }));
  expect(await row()).toMatchObject({ state: 'FAILED', reason: 'SES rejected it: Bad content' });
  expect(suspended).toEqual([]);
});

test.each<[string, (message: unknown) => unknown]>([
  [
    'an SNS record of Lambda',
    (message) => ({ EventSource: 'aws:sns', Sns: { Message: JSON.stringify(message) } }),
  ],
  ['an SNS notification', (message) => ({ Type: 'Notification', Message: JSON.stringify(message) })],
  ['one in a queue', (message) => ({ body: JSON.stringify({ Message: JSON.stringify(message) }) })],
  ['text', (message) => JSON.stringify(message)],
])('reads %s', async (_what, wrap) => {
  const { record, row } = await aMailInDoubt();
  expect(await record(wrap(event(await row(), 'Send')))).toMatchObject({ proved: 1, foreign: 0 });
});

test('the header tells the mail when its tags are missing', async () => {
  const { record, row } = await aMailInDoubt();
  const headers = [{ name: 'X-Alert-Key', value: mailKey(await row()) }];
  await record({ eventType: 'Send', mail: { messageId: 'ses-1', headers } });
  expect(await row()).toMatchObject({ state: 'SENT' });
});

test('what is none of ours is passed over and stops nothing', async () => {
  const { record, row } = await aMailInDoubt();
  const unknown = { personId: 'nobody', key: 'MAIL#x#0000' };
  const good = event(await row(), 'Send');
  const foreign = [
    null,
    7,
    'text',
    {},
    { eventType: 'Open', mail: {} },
    { Message: '{' },
    { eventType: 'Send', mail: { messageId: 'm' } },
  ];
  expect(await record(...foreign, event(unknown, 'Send'), good)).toMatchObject({
    foreign: foreign.length,
    proved: 1,
  });
});
