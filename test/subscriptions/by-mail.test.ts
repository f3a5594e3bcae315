import { UnsubscribeRefused, unsubscribeByMail } from '../../src/subscriptions/by-mail';
import { Links } from '../../src/subscriptions/links';
import { extraHeaders } from '../../src/mail/headers';
import { activeSubscriber, type Installation, startInstallation } from '../site/installation';

let place: Installation;
beforeEach(async () => void (place = await startInstallation()));
afterEach(() => place.dynamo.stop());

const ORIGIN = { form: 'vigia unsubscribe', ip: '', userAgent: 'command line', locale: 'es' } as const;
const subscriber = (address: string) =>
  activeSubscriber(place, address, {
    query: 'CECOT visit',
    frequency: 'instant',
    timeZone: 'America/Lima',
    hour: 7,
    weekday: 1,
    quietHours: null,
    updates: true,
    language: 'es',
  });
const stateOf = async (id: string) => (await place.deps.subscriptions.get(id))!.state;

/** The subject a mail program sends, from the header of a mail about `unsubscribe`. */
function subjectFor(unsubscribe: string): string {
  const sender = {
    name: 'Vigía',
    address: 'alerts@vigia.example',
    unsubscribeTo: 'unsubscribe@vigia.example',
    stage: 'dev',
    configurationSet: 'set',
  };
  const list = { id: 'x', name: 'CECOT visit', unsubscribe };
  const headers = new Map(extraHeaders(sender, { mailKey: 'm', kind: 'alert', list }));
  const mailto = /<(mailto:[^>]+)>/.exec(headers.get('List-Unsubscribe')!)![1]!;
  return new URL(mailto).searchParams.get('subject')!;
}

test('the subject of the mailto ends the alert it was sent for, on record, and may come twice', async () => {
  const [ana, eva] = [await subscriber('ana@example.org'), await subscriber('eva@example.org')];
  const links = new Links('https://vigia.example', place.deps.tokens);
  const subject = subjectFor(links.unsubscribe(ana.row.subscriptionId));
  for (const request of [subject, subject.replace(/^unsubscribe /, '')])
    expect(await unsubscribeByMail(place.deps, request, ORIGIN)).toHaveLength(1);
  expect(await stateOf(ana.row.subscriptionId)).toBe('unsubscribed');
  expect(await stateOf(eva.row.subscriptionId)).toBe('active');
  expect(place.mails.map(({ kind }) => kind)).toEqual(['goodbye']);
  expect((await place.deps.consents.of(ana.personId)).at(-1)).toMatchObject({
    act: 'unsubscribed',
    form: 'vigia unsubscribe',
  });
  await unsubscribeByMail(place.deps, subjectFor(links.unsubscribeAll(eva.personId)), ORIGIN);
  expect(await stateOf(eva.row.subscriptionId)).toBe('unsubscribed');
});

test('an address ends all of its person', async () => {
  const { row } = await subscriber('ana@example.org');
  await unsubscribeByMail(place.deps, ' Ana@Example.org', ORIGIN);
  expect(await stateOf(row.subscriptionId)).toBe('unsubscribed');
});

test('a wrong token and an unknown address end nothing, and say what to give', async () => {
  const { row } = await subscriber('ana@example.org');
  for (const request of [`unsubscribe ${row.subscriptionId} x`, row.subscriptionId, 'eva@example.org'])
    await expect(unsubscribeByMail(place.deps, request, ORIGIN)).rejects.toThrow(UnsubscribeRefused);
  expect(await stateOf(row.subscriptionId)).toBe('active');
});
