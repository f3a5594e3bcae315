import { feedHealth, healthOf } from '../../src/feeds/health';
import { newFeedState } from '../../src/feeds/state';
import { DAY } from '../support/fake-clock';
import { knownFeed, listing, start } from './support';

const after = (days: number) => new Date(start.getTime() + days * DAY);
const failure = { failure: 'tls', reason: 'the certificate ran out', at: start.toISOString() } as const;

test.each([
  ['new', newFeedState(listing(), start), 0],
  ['good', knownFeed(), 1],
  ['silent', knownFeed(), 8],
  ['good', knownFeed({ gap: 3 * 1_440 }), 8],
  ['failing', knownFeed({ failures: 2, lastFailure: failure }), 1],
  ['limited', knownFeed({ lastFailure: { ...failure, failure: 'rate-limit' } }), 1],
  [
    'gone',
    knownFeed({ paused: start.toISOString(), failures: 3, lastFailure: { ...failure, failure: 'gone' } }),
    1,
  ],
] as const)('a feed is %s', (condition, state, days) => {
  expect(healthOf(state, after(days)).condition).toBe(condition);
});

test('it says what is wrong and what to do', () => {
  expect(healthOf(knownFeed({ failures: 1, lastFailure: failure }), start)).toMatchObject({
    failure: 'the certificate ran out',
    failureClass: 'tls',
    advice: expect.stringContaining('certificate'),
  });
  expect(healthOf(knownFeed({ proposals: ['https://faro.example/feed'] }), start).advice).toContain(
    'https://faro.example/feed',
  );
  expect(healthOf(knownFeed({ address: 'https://nuevo.example/' }), start).advice).toContain(
    'https://nuevo.example/',
  );
  expect(healthOf(knownFeed(), start).advice).toBeNull();
});

test('shares and counts of many feeds, in their order', async () => {
  async function* feeds() {
    yield knownFeed({ polls: 10, notModified: 7, overlapsLost: 4, interval: 14.6, charsetGuessed: true });
    yield newFeedState(listing(), start);
  }
  const rows = [];
  for await (const row of feedHealth(feeds(), start)) rows.push(row);
  expect(rows).toMatchObject([
    {
      unchanged: 0.7,
      overlapsLost: 4,
      intervalMinutes: 15,
      charsetGuessed: true,
      lastNews: start.toISOString(),
    },
    { unchanged: 0, condition: 'new', lastSuccess: null },
  ]);
});
