import { feedHealth } from '../../../src/feeds/health';
import type { FeedState } from '../../../src/feeds/state';
import type { NoticeRow } from '../../../src/alerts/outbox-row';
import { silentLog } from '../../../src/log';
import { noticeLetter } from '../../../src/mail/compose/notice';
import { dailyReports } from '../../../src/mail/reports/daily-reports';
import { lastSunday } from '../../../src/mail/reports/operator-report';
import { reportDay } from '../../../src/mail/reports/still-watching';
import { sampleContext } from '../../../src/mail/samples';
import { describeQuery, matchQuery, parseQuery } from '../../../src/meaning/query';
import { read } from '../../../src/meaning/read';
import { DispatchStore } from '../../../src/store/dispatch';
import { FigureStore, type MailFigures, type WatchFigures } from '../../../src/store/figures';
import { LimitStore } from '../../../src/store/limits';
import { OutboxStore } from '../../../src/store/outbox';
import { StoryStore } from '../../../src/store/stories';
import { SubscriptionStore } from '../../../src/store/subscriptions';
import type { Subscription } from '../../../src/subscriptions/subscription';
import { knownFeed } from '../../feeds/support';
import { DAY, FakeClock } from '../../support/fake-clock';
import { type Dynamo, startDynamo } from '../../support/dynamo';
import { aStory } from '../../support/story';
import { aSubscription } from '../../support/delivery/office';

/** A Wednesday. */
const NOW = new Date('2026-11-18T09:00:00Z');
let dynamo: Dynamo;
beforeEach(async () => void (dynamo = await startDynamo()));
afterEach(() => dynamo.stop());

/** A person whose day of the month is today. */
const TODAYS = Array.from({ length: 500 }, (_, n) => `person-${n}`).filter((id) => reportDay(id) === 18);
const [ana, ben, eva] = TODAYS as [string, string, string];

function aDesk(feeds: readonly FeedState[] = []) {
  const clock = new FakeClock(NOW);
  const [news, alerts, people] = [dynamo.table('news'), dynamo.table('alerts'), dynamo.table('people')];
  const watch: WatchFigures = new FigureStore(news, clock);
  const mail: MailFigures = new FigureStore(alerts, clock);
  const deps = {
    subscriptions: new SubscriptionStore(alerts),
    outbox: new OutboxStore(alerts, clock),
    dispatch: new DispatchStore(alerts, clock),
    stories: new StoryStore(news),
    limits: new LimitStore(people),
    queries: { parseQuery, matchQuery, describeQuery },
    watch,
    mail,
    clock,
    log: silentLog,
    async *health() {
      yield* feedHealth(
        (async function* () {
          yield* feeds;
        })(),
        clock.now(),
      );
    },
  };
  const join = async (personId: string, parts: Partial<Subscription> = {}) => {
    const query = parseQuery(parts.query ?? 'CECOT visit');
    const row = aSubscription(personId, {
      query: query.source,
      queryHash: query.hash,
      language: 'en',
      ...parts,
    });
    await deps.subscriptions.add(row, query, clock.now());
    return row;
  };
  const notices = async (personId: string) => {
    const found: NoticeRow[] = [];
    for await (const row of deps.outbox.ofPerson(personId)) if (row.kind === 'notice') found.push(row);
    return found;
  };
  return { ...deps, clock, join, notices };
}

const told = (title: string, published: string) => {
  const text = { title, summary: '', body: '', published };
  return { ...aStory({ ...text, published }), reading: read(text) };
};

test('who got no mail for a month learns what was done, and what came close', async () => {
  const desk = aDesk([
    knownFeed(),
    knownFeed({ id: 'b', failures: 9, lastSuccess: '2026-11-01T00:00:00.000Z' }),
  ]);
  await desk.join(ana);
  await desk.join(ben, { frequency: 'daily' });
  await desk.join(eva, { confirmedAt: '2026-11-10T00:00:00.000Z' });
  await desk.watch.add({ checks: 4_000, entries: 900, overlapsLost: 0 });
  const near = told(
    'Ecuador’s interior minister tours Bangkwang prison in Thailand',
    '2026-11-16T10:00:00.000Z',
  );
  await desk.stories.add(near);
  await desk.stories.add(told('Congress debates fishing quotas', '2026-11-16T11:00:00.000Z'));

  await dailyReports(desk);
  const [row, ...others] = await desk.notices(ana);
  expect(others).toEqual([]);
  expect(row!.data).toMatchObject({
    month: '2026-11',
    checks: 4_000,
    stories: 900,
    feeds: 2,
    feedsUp: 1,
    mails: 0,
    near: [{ title: near.title, missing: expect.stringContaining('CECOT') as string }],
  });
  expect(noticeLetter('still-watching', row!.data, sampleContext('en')).subject).toContain('November 2026');
  expect(await desk.notices(ben)).toEqual([]);
  expect(await desk.notices(eva)).toEqual([]);
});

test('who got a mail within the month is left alone', async () => {
  const desk = aDesk();
  const { queryHash, subscriptionId } = await desk.join(ana);
  const found = { personId: ana, eventId: 'e', update: 0, queryHash, subscriptionId, follows: false };
  await desk.outbox.placeAlone(found, NOW.toISOString());
  const key = 'MAIL#e#0000';
  await desk.dispatch.prove({ personId: ana, key }, 'SENT', { sesId: 'x', attempt: 0 });
  await dailyReports(desk);
  expect(await desk.notices(ana)).toEqual([]);
});

test('the operator learns once a week what needs a hand', async () => {
  const gone = knownFeed({ id: 'g', title: 'El Extinto', paused: '2026-11-02T00:00:00.000Z' });
  const fast = knownFeed({ id: 'f', title: 'Cable', overlapsLost: 3 });
  const desk = aDesk([knownFeed(), gone, fast]);
  await dailyReports(desk);
  expect(await desk.notices('operator')).toEqual([]);

  await desk.watch.add({ checks: 10, entries: 5, overlapsLost: 2 });
  await desk.mail.add({ mails: 400, bounces: 2, complaints: 0 });
  await desk.outbox.requestMail({ key: 'k', personId: ana, kind: 'welcome', data: {} });
  const stuck = (await desk.outbox.get({ personId: ana, key: 'POST#welcome#k' }))!;
  desk.clock.pass(6 * DAY);
  await desk.dispatch.settle(stuck, 'FAILED', { reason: 'rejected: no such mailbox' });
  await dailyReports(desk);
  const [report] = await desk.notices('operator');
  expect(report!.data).toEqual({
    week: '2026-11-22',
    sections: [
      { about: 'dead-feeds', lines: [expect.stringMatching(/^El Extinto .*: gone; last read/)], more: 0 },
      { about: 'lost-overlaps', lines: [expect.stringMatching(/^Cable .*: 3 polls/)], more: 0 },
      { about: 'bounces', lines: ['2 bounces, 0 complaints of 400 mails'], more: 0 },
      { about: 'failed', lines: ['2026-11-24T09:00Z welcome: rejected: no such mailbox'], more: 0 },
    ],
  });
  expect(noticeLetter('operator-report', report!.data, sampleContext('es')).blocks.length).toBeGreaterThan(4);
  desk.clock.pass(DAY);
  await dailyReports(desk);
  expect(await desk.notices('operator')).toHaveLength(1);
});

test('a day cut short is done again, and mails nothing twice', async () => {
  const desk = aDesk();
  await desk.join(ana);
  const limits = { isSpent: async () => false, spend: async () => Promise.reject(new Error('cut')) };
  await expect(dailyReports({ ...desk, limits })).rejects.toThrow('cut');
  await dailyReports(desk);
  expect(await desk.notices(ana)).toHaveLength(1);
});

test.each([
  ['2026-11-18', '2026-11-15'],
  ['2026-11-22', '2026-11-15'],
  ['2026-11-23', '2026-11-22'],
])('on %s the last full week ended on %s', (day, sunday) => {
  expect(lastSunday(new Date(`${day}T12:00:00Z`))).toBe(sunday);
});
