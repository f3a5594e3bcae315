import { type GuardedPost, postDue } from '../../src/alerts/webhook';
import { webhookBody } from '../../src/alerts/webhook-body';
import { type SignatureHeaders, sign, verify } from '../../src/alerts/webhook-signature';
import { OUTBOX_SHARDS } from '../../src/alerts/outbox-row';
import { SteeredClock } from '../../src/local/steered-clock';
import { silentLog } from '../../src/log';
import { visit } from '../../src/mail/samples';
import { FanOutStore } from '../../src/store/fan-outs';
import { Table } from '../../src/store/table';
import { WebhookStore } from '../../src/store/webhooks';
import type { Subscription } from '../../src/subscriptions/subscription';
import { MemoryDynamo } from '../support/memory-dynamo/memory-dynamo';

const SECRET = 'a secret that is long enough for anybody';
const NOW = new Date('2026-03-12T17:00:00Z');
const WHY = {
  sentence: 'Visitó <el> Cecot & salió.',
  lang: 'es',
  storyId: 's',
  outlet: 'o',
  link: 'https://o.example/',
  words: [],
};

const subscription: Subscription = {
  subscriptionId: 's1',
  personId: 'ana',
  queryHash: 'q1',
  query: 'CECOT visit',
  frequency: 'daily',
  timeZone: 'UTC',
  hour: 7,
  weekday: 1,
  quietHours: null,
  updates: true,
  language: 'es',
  state: 'active',
  snoozedUntil: null,
  createdAt: NOW.toISOString(),
  confirmedAt: NOW.toISOString(),
  webhook: { url: 'https://hooks.example/in', secret: SECRET, format: 'json' },
};

async function aRoom(answers: (number | Error)[], held: Subscription | null = subscription) {
  const clock = new SteeredClock(NOW);
  const table = new Table(new MemoryDynamo().client(), 'alerts');
  const hooks = new WebhookStore(table, clock);
  const fanOuts = new FanOutStore(table, clock);
  const job = {
    eventId: visit.id,
    update: 0,
    queryHash: 'q1',
    why: WHY,
    overflow: false,
    dueAt: NOW.toISOString(),
    cursor: null,
  };
  await fanOuts.add(job);
  expect(await hooks.add(job, subscription)).toBe(true);
  expect(await hooks.add(job, subscription)).toBe(false);
  const posts: { url: string; headers: Record<string, string>; body: string; at: Date }[] = [];
  const post: GuardedPost = async (url, headers, body) => {
    posts.push({ url, headers, body, at: clock.now() });
    const answer = answers[posts.length - 1] ?? 200;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const run = async () => {
    const sum = { delivered: 0, postponed: 0, failed: 0, cancelled: 0 };
    for (let shard = 0; shard < OUTBOX_SHARDS; shard++) {
      const part = await postDue(
        {
          hooks,
          fanOuts,
          subscriptions: { get: async () => held },
          events: { get: async () => visit },
          describe: () => 'visitas al CECOT',
          page: (id) => `https://vigia.example/events/${id}`,
          post,
          clock,
          log: silentLog,
          until: new Date(clock.now().getTime() + 60_000),
        },
        shard,
      );
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += part[key];
    }
    return sum;
  };
  return { clock, posts, run };
}

test('a post is signed, names the event, and is made once', async () => {
  const room = await aRoom([204]);
  expect(await room.run()).toMatchObject({ delivered: 1 });
  expect(await room.run()).toMatchObject({ delivered: 0 });
  const [{ url, headers, body }] = room.posts as [(typeof room.posts)[0]];
  expect(url).toBe('https://hooks.example/in');
  expect(verify(SECRET, body, headers as unknown as SignatureHeaders, NOW)).toBe(true);
  expect(JSON.parse(body)).toMatchObject({
    type: 'event',
    delivery: headers['x-vigia-delivery'],
    query: { text: 'CECOT visit', reading: 'visitas al CECOT' },
    event: { id: visit.id, visit: { facility: 'CECOT' } },
    why: { sentence: WHY.sentence },
  });
});

test('failures are tried again with growing waits, under the same name, then given up', async () => {
  const room = await aRoom([500, new Error('refused: private address'), 503, 500, 500, 429, 500]);
  const ends: string[] = [];
  for (const wait of [0, 60, 300, 1800, 7200, 28_800, 86_400, 86_400]) {
    room.clock.advanceTo(new Date(room.clock.now().getTime() + wait * 1000));
    const { postponed, failed } = await room.run();
    ends.push(failed ? 'failed' : postponed ? 'postponed' : 'nothing');
  }
  expect(ends).toEqual([...Array<string>(6).fill('postponed'), 'failed', 'nothing']);
  expect(new Set(room.posts.map(({ headers }) => headers['x-vigia-delivery'])).size).toBe(1);
  expect(new Set(room.posts.map(({ headers }) => headers['x-vigia-signature'])).size).toBe(7);
});

test('410 ends it, and so does a subscription that has gone', async () => {
  expect(await (await aRoom([410])).run()).toMatchObject({ failed: 1 });
  const gone = await aRoom([], null);
  expect(await gone.run()).toMatchObject({ cancelled: 1 });
  expect(gone.posts).toEqual([]);
});

test('a receiver refuses a changed body, another secret, and a replay', () => {
  const headers = sign(SECRET, '{"a":1}', NOW);
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  expect(verify(SECRET, '{"a":1}', headers, later(299))).toBe(true);
  expect(verify(SECRET, '{"a":1}', headers, later(301))).toBe(false);
  expect(verify(SECRET, '{"a":2}', headers, NOW)).toBe(false);
  expect(verify(`${SECRET}!`, '{"a":1}', headers, NOW)).toBe(false);
  expect(verify(SECRET, '{"a":1}', { ...headers, 'x-vigia-timestamp': 'x' }, NOW)).toBe(false);
});

test('the body for Slack has text and blocks, its special characters escaped', () => {
  const message = {
    delivery: 'd',
    event: visit,
    page: 'https://vigia.example/e',
    update: 0,
    query: 'q',
    reading: 'r',
    why: WHY,
  };
  const body = JSON.parse(webhookBody(message, 'slack')) as {
    text: string;
    blocks: { text?: { text: string } }[];
  };
  expect(body.text).toContain(visit.stories[0]!.link);
  expect(body.blocks[0]!.text!.text).toContain('EC → CECOT, SV · completed · 2026-03-11');
  expect(body.blocks[1]!.text!.text).toBe('>Visitó &lt;el&gt; Cecot &amp; salió.');
});
