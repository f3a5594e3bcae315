import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SNSEvent } from 'aws-lambda';
import type { Platform } from '../../lambdas/platform';
import { pollDoor } from '../../lambdas/poll';
import { receiptsDoor } from '../../lambdas/receipts';
import { sendDoor } from '../../lambdas/send';
import { type LocalDynamo, LOCAL_TABLES, startLocalDynamo } from '../../src/local/dynamo';
import { type Mailbox, startMailbox } from '../../src/local/mailbox';
import type { SnsNotification } from '../../src/local/mailbox/fake-ses';
import { SteeredClock } from '../../src/local/steered-clock';
import { jsonLog } from '../../src/log';
import { visit } from '../../src/mail/samples';
import { parseQuery } from '../../src/meaning/query';
import { loadSettings } from '../../src/settings';
import { ConsentStore } from '../../src/store/consents';
import { dynamoTables } from '../../src/store/client';
import { EventStore } from '../../src/store/events';
import { FanOutStore } from '../../src/store/fan-outs';
import { FigureStore } from '../../src/store/figures';
import { OutboxStore } from '../../src/store/outbox';
import { installationSecret } from '../../src/store/secret';
import { SubscriberStore } from '../../src/store/subscribers';
import { SubscriptionStore } from '../../src/store/subscriptions';
import { WebhookStore } from '../../src/store/webhooks';
import { verify, type SignatureHeaders } from '../../src/alerts/webhook-signature';
import { aPerson, aSubscription } from '../support/delivery/office';
import { redirect, send, startWeb, type Web } from '../support/web';

const NOW = new Date('2026-11-18T09:00:00Z');
const SECRET = 'a secret that is long enough for anybody';
const folder = mkdtempSync(path.join(tmpdir(), 'vigia-'));
let dynamo: LocalDynamo;
let mailbox: Mailbox;
let web: Web;
let lines: Record<string, unknown>[];
let proofs: SnsNotification[];
let platform: Platform;
let env: Record<'SETTINGS' | 'NEWS_TABLE' | 'ALERTS_TABLE' | 'PEOPLE_TABLE' | 'SITE_URL' | 'CONFIGURATION_SET' | 'LISTS_FOLDER', string>; // prettier-ignore

beforeEach(async () => {
  dynamo = await startLocalDynamo(null);
  web = await startWeb();
  [lines, proofs] = [[], []];
  const clock = new SteeredClock(NOW);
  mailbox = await startMailbox({
    identities: ['vigia.example'],
    configurationSets: ['set'],
    clock,
    onEvent: (event) => void proofs.push(event),
  });
  const settings = loadSettings(path.join(__dirname, '../../settings.yaml'));
  platform = {
    clock,
    random: () => 0.5,
    log: jsonLog('dev', (line) => void lines.push(JSON.parse(line) as Record<string, unknown>)),
    dynamoEndpoint: dynamo.endpoint,
    ses: {
      endpoint: mailbox.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    },
    standIn: (host) => (host.endsWith('.example') ? web.port : null),
  };
  env = {
    SETTINGS: JSON.stringify({ ...settings, feeds: { ...settings.feeds, lists: ['mine'], shards: 1 } }),
    NEWS_TABLE: LOCAL_TABLES.news,
    ALERTS_TABLE: LOCAL_TABLES.alerts,
    PEOPLE_TABLE: LOCAL_TABLES.people,
    SITE_URL: 'https://site.example',
    CONFIGURATION_SET: 'set',
    LISTS_FOLDER: folder,
  };
});
afterEach(() => Promise.all([web.stop(), mailbox.close(), dynamo.close()]));
afterAll(() => rmSync(folder, { recursive: true }));

const tables = () => dynamoTables(LOCAL_TABLES, dynamo.endpoint);
const metrics = () => lines.flatMap((line) => (line['_aws'] ? [Object.keys(line)[1]] : []));

test('the send door records that a confirmation has left, once, whoever proves it first', async () => {
  const { alerts, people } = tables();
  const subscribers = new SubscriberStore(people, await installationSecret(people));
  await subscribers.admit({ ...aPerson('ana'), state: 'pending' }, NOW);
  const request = { key: 'k', personId: 'ana', kind: 'confirmation', data: { query: 'CECOT' } } as const;
  await new OutboxStore(alerts, platform.clock).requestMail(request);
  const { mails } = await sendDoor(env, platform)({});
  expect(mails.sent).toBe(1);
  const receipts = receiptsDoor(env, platform);
  await receipts({ Records: proofs.map((proof) => ({ Sns: proof })) } as unknown as SNSEvent);
  const acts = (await new ConsentStore(people).of('ana')).map(({ act }) => act);
  expect(acts).toEqual(['confirmation-sent']);
  const day = NOW.toISOString().slice(0, 10);
  expect(await new FigureStore(alerts, platform.clock).sums(day, 1)).toEqual({ mails: 1 });
});

test('the send door posts webhooks, signed, and follows no redirect', async () => {
  const { news, alerts } = tables();
  const { clock } = platform;
  const query = parseQuery('CECOT visit');
  const hooked = (id: string) =>
    aSubscription(id, {
      query: query.source,
      queryHash: query.hash,
      webhook: { url: `https://${id}.example/in`, secret: SECRET, format: 'json' },
    });
  await new EventStore(news).save({ ...visit, members: [], version: 1 } as never, 0);
  const job = { eventId: visit.id, update: 0, queryHash: query.hash, why: null, overflow: false, dueAt: NOW.toISOString(), cursor: null }; // prettier-ignore
  await new FanOutStore(alerts, clock).add(job as never);
  for (const id of ['ana', 'ben']) {
    await new SubscriptionStore(alerts).add(hooked(id), query, NOW);
    await new WebhookStore(alerts, clock).add(job as never, hooked(id));
  }
  const bodies: string[] = [];
  web.answer('ana.example/in', (request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => void bodies.push(chunk));
    request.on('end', () => response.writeHead(204).end());
  });
  web.answer('ben.example/in', redirect('https://ana.example/in', 302));
  const { posts } = await sendDoor(env, platform)({});
  expect(posts).toEqual({ delivered: 1, postponed: 1, failed: 0, cancelled: 0 });
  const { headers } = web.requests.find(({ address }) => address === 'ana.example/in')!;
  expect(bodies).toHaveLength(1);
  expect(verify(SECRET, bodies[0]!, headers as unknown as SignatureHeaders, NOW)).toBe(true);
  expect(JSON.parse(bodies[0]!)).toMatchObject({
    type: 'event',
    event: { id: visit.id, page: `https://site.example/events/${visit.id}` },
  });
});

test('a mail of which nobody knows whether it left is a metric', async () => {
  await mailbox.close();
  mailbox = await startMailbox({
    identities: ['vigia.example'],
    configurationSets: ['set'],
    fault: () => 'drop-after',
  });
  platform = { ...platform, ses: { ...platform.ses, endpoint: mailbox.endpoint } };
  const { alerts, people } = tables();
  const subscribers = new SubscriberStore(people, await installationSecret(people));
  await subscribers.admit({ ...aPerson('ana'), state: 'pending' }, NOW);
  const request = { key: 'k', personId: 'ana', kind: 'confirmation', data: { query: 'CECOT' } } as const;
  await new OutboxStore(alerts, platform.clock).requestMail(request);
  const { mails } = await sendDoor(env, platform)({});
  expect(mails.inDoubt).toBe(1);
  expect(metrics()).toEqual(['MailsInDoubt']);
});

test('the poll door counts what it does and sounds the alarm when nothing answers', async () => {
  const outline = (host: string) => `<outline text="${host}" xmlUrl="https://${host}.example/rss"/>`;
  writeFileSync(
    path.join(folder, 'mine.opml'),
    `<opml version="2.0"><body>${outline('one')}${outline('two')}</body></opml>`,
  );
  const drop = (_: unknown, response: { destroy(): void }) => response.destroy();
  web.answer('one.example/rss', drop as never);
  web.answer('two.example/rss', drop as never);
  const poll = pollDoor(env, platform);
  const clock = platform.clock as SteeredClock;
  for (let run = 0; run < 2; run++) {
    await poll({ shard: 0 });
    clock.advanceTo(new Date(clock.now().getTime() + 86_400_000));
  }
  expect(metrics()).toEqual(['FeedsOutage']);
  web.answer('one.example/rss', send('<rss version="2.0"><channel><title>One</title></channel></rss>'));
  const summary = await poll({ shard: 0 });
  expect(summary.read).toBe(1);
  expect(metrics()).toEqual(['FeedsOutage']);
  const last = clock.now().toISOString().slice(0, 10);
  expect(await new FigureStore(tables().news, clock).sums(last, 30)).toMatchObject({ checks: 6 });
});
