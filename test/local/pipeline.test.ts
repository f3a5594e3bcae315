import { readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { canonicalUrl } from '../../src/feeds/canonical-url';
import { run } from '../../src/local/run';
import { openMachine } from '../../src/local/machine';
import { loadSettings } from '../../src/settings';
import { EventStore } from '../../src/store/events';
import { dynamoTables } from '../../src/store/client';
import { LOCAL_TABLES } from '../../src/local/dynamo';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';

const ROOT = path.join(__dirname, '../..');
const fixtures = path.join(ROOT, 'test/fixtures/site');
const settings = loadSettings(path.join(ROOT, 'settings.yaml'));
const data = mkdtempSync(path.join(os.tmpdir(), 'vigia-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const base = { settings, fixtures, lists: path.join(ROOT, 'feeds'), data, sitePort: 0, mailboxPort: 0 };

interface Expected {
  readonly events: readonly {
    readonly slug: string;
    readonly stories: readonly { readonly link: string }[];
  }[];
}
const expected = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8')) as Expected;

async function stored() {
  const machine = await openMachine(base);
  try {
    const { news } = dynamoTables({ news: LOCAL_TABLES.news }, machine.engine.dynamoEndpoint);
    const events = await new EventStore(news).recent(500);
    const mails = await Promise.all(machine.engine.mailbox.mails().map((mail) => PostalMime.parse(mail.raw)));
    return { events, mails };
  } finally {
    await machine.close();
  }
}

test('saved feeds become events, and each event one mail to each reader who asked for it', async () => {
  let report = '';
  await run({ ...base, once: true, print: (text) => void (report += text) });
  expect(report).toMatch(/Ecuador → CECOT, El Salvador · 2026-11-17/);
  expect(report).toMatch(/Peru → .*El Salvador/);

  const { events, mails } = await stored();
  const linksOf = (slug: string) =>
    new Set(
      expected.events.find((event) => event.slug === slug)!.stories.map(({ link }) => canonicalUrl(link)),
    );
  const eventOf = (slug: string) => {
    const links = linksOf(slug);
    return events
      .map((event) => ({
        event,
        n: event.stories.filter((story) => links.has(canonicalUrl(story.link))).length,
      }))
      .sort((a, b) => b.n - a.n)[0]!;
  };
  const alerts = (address: string) =>
    mails.filter(
      (mail) => mail.to?.[0]?.address === address && mail.headers.some(({ key }) => key === 'list-id'),
    );

  const ecuador = eventOf('ecuador-cecot');
  expect(ecuador.n).toBeGreaterThanOrEqual(4);
  expect(ecuador.event.visit).toMatchObject({
    visitors: ['EC'],
    host: 'SV',
    facility: 'CECOT',
    status: 'completed',
  });
  const toAna = alerts('ana@redaccion.example').filter((mail) =>
    ecuador.event.stories.some((story) => story.title === mail.subject),
  );
  expect(toAna).toHaveLength(1);

  const peru = eventOf('peru-sv');
  expect(peru.event.visit).toMatchObject({ visitors: ['PE'], host: 'SV', status: 'completed' });
  expect(peru.event.timeline.map(({ status }) => status)).toEqual(['announced', 'completed']);
  const toLuis = alerts('luis@observatorio.example').filter((mail) =>
    peru.event.stories.some((story) => story.title === mail.subject),
  );
  // The announcement, and its update once the visit was made.
  expect(toLuis).toHaveLength(2);
}, 60_000);

test('a second run on the same data finds nothing new and mails nobody again', async () => {
  const before = await stored();
  await run({ ...base, once: true, print: () => {} });
  const after = await stored();
  expect(after.mails).toHaveLength(before.mails.length);
  expect(after.events.map(({ id, version }) => [id, version])).toEqual(
    before.events.map(({ id, version }) => [id, version]),
  );
}, 60_000);
