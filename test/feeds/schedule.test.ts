import * as fc from 'fast-check';
import type { Failed, Outcome } from '../../src/feeds/outcome';
import { nextState } from '../../src/feeds/schedule';
import type { FailureClass, FeedState } from '../../src/feeds/state';
import { DAY, HOUR, MINUTE } from '../support/fake-clock';
import { knownFeed, readOutcome, start } from './support';

const settings = { fastest: 15, slowest: 1_440 };
const after = (ms: number) => new Date(start.getTime() + ms);
const next = (state: FeedState, outcome: Outcome, now = after(HOUR), random = 0.5) =>
  nextState(state, outcome, { now, settings, random: () => random });
const waits = (state: FeedState, now = after(HOUR)) => (Date.parse(state.dueAt) - now.getTime()) / MINUTE;
const unchanged: Outcome = { kind: 'not-modified', hops: [], validators: null, freshMinutes: null };
const failed = (failure: FailureClass, retryAt: Date | null = null): Failed => ({
  kind: 'failed',
  failure,
  reason: 'no',
  retryAt,
});

test.each([
  ['half of its gap', knownFeed({ gap: 120 }), readOutcome({ fresh: 5 }), 0.3 * 12 + 0.7 * 120],
  ['never below the fastest pace', knownFeed({ gap: 2 }), readOutcome({ fresh: 9 }), null],
] as const)('a feed is polled by %s', (_, state, outcome, gap) => {
  expect(waits(next(state, outcome))).toBeCloseTo(gap === null ? 15 : gap / 2, 1);
});

test('never more often than every ten minutes, whatever the settings say, unless its answers are fresh for less', () => {
  const hasty = { settings: { fastest: 2, slowest: 1_440 }, now: after(HOUR), random: () => 0.5 };
  const waitWith = (freshMinutes: number | null) =>
    waits(nextState(knownFeed({ gap: 1 }), readOutcome({ fresh: 9, freshMinutes }), hasty));
  expect(waitWith(null)).toBeCloseTo(10);
  expect(waitWith(5)).toBeCloseTo(5);
  expect(waitWith(1)).toBeCloseTo(2);
});

test('never above the slowest pace', () => {
  expect(waits(next(knownFeed({ gap: 30 * 1_440 }), unchanged))).toBeCloseTo(1_440);
});

test('a feed that falls silent is asked ever more seldom', () => {
  const waitsAfter = [HOUR, DAY, 7 * DAY, 60 * DAY].map((ms) =>
    waits(next(knownFeed({ gap: 10 }), unchanged, after(ms)), after(ms)),
  );
  expect(waitsAfter).toEqual([...waitsAfter].sort((a, b) => a - b));
  expect(waitsAfter.at(-1)).toBeCloseTo(1_440);
});

test('a hint of the publisher slows it down, but not beyond four of its gaps', () => {
  const waitWith = (hintMinutes: number) => waits(next(knownFeed({ gap: 60 }), readOutcome({ hintMinutes })));
  expect(waitWith(120)).toBeCloseTo(120);
  expect(waitWith(10_080)).toBeCloseTo(240);
});

test('what declares itself fresh is left alone so long, five hours at most', () => {
  const waitWith = (freshMinutes: number) => waits(next(knownFeed(), readOutcome({ freshMinutes })));
  expect(waitWith(90)).toBeCloseTo(90);
  expect(waitWith(16 * 365 * 1_440)).toBeCloseTo(300);
});

test('much news shortens the share of the gap, little lengthens it', () => {
  const paces = (fresh: number) => next(knownFeed(), readOutcome({ total: 10, fresh })).pace;
  expect(paces(9)).toBe(0.25);
  expect(paces(5)).toBe(0.5);
  expect(paces(0)).toBeGreaterThan(0.5);
});

test('when news came and went between two polls, the next comes at the fastest pace and it is counted', () => {
  const state = next(
    knownFeed({ gap: 600 }),
    readOutcome({ overlapLost: true, fresh: 10, hintMinutes: 600 }),
  );
  expect(waits(state)).toBeCloseTo(15);
  expect(state.overlapsLost).toBe(1);
});

test('hours the publisher does not want visits in are left out', () => {
  const due = new Date(next(knownFeed(), readOutcome({ skipHours: [13, 14, 15] })).dueAt);
  expect(due.getUTCHours()).toBe(16);
  expect(
    waits(next(knownFeed(), readOutcome({ skipHours: Array.from({ length: 24 }, (_, i) => i) }))),
  ).toBeLessThan(60);
});

test('two feeds polled together do not stay together', () => {
  const dues = [0, 0.5, 0.99].map((random) => next(knownFeed(), unchanged, after(HOUR), random).dueAt);
  expect(new Set(dues).size).toBe(3);
});

test.each([
  ['server-error', 0.5],
  ['timeout', 0.5],
  ['missing', 0.5],
  ['dns-again', 0.25],
  ['unauthorised', 1],
  ['tls', 1],
] as const)('%s counts %f', (failure, weight) => {
  expect(next(knownFeed(), failed(failure)).failures).toBe(weight);
});

test('a failing feed is asked ever more seldom, daily at the least, weekly when it is dead for a month; then forgiven', () => {
  let state = knownFeed();
  const waited: number[] = [];
  let now = after(HOUR);
  for (let i = 0; i < 80; i++) {
    state = next(state, failed('tls'), now);
    waited.push(Math.round(waits(state, now)));
    now = new Date(state.dueAt);
  }
  expect(waited.slice(0, 3)).toEqual([60, 120, 180]);
  expect(waited[40]).toBe(1_440);
  expect(waited.at(-1)).toBe(7 * 1_440);
  expect(next(state, unchanged, now)).toMatchObject({ failures: 0, lastFailure: null });
});

test('Retry-After of a server in trouble is waited for', () => {
  const state = next(knownFeed(), failed('server-error', after(10 * HOUR)));
  expect(state.dueAt).toBe(after(10 * HOUR).toISOString());
});

test('three 410 over a day pause a feed, which is still tried weekly and comes back by itself', () => {
  let state = knownFeed();
  for (const hours of [1, 2, 3]) state = next(state, failed('gone'), after(hours * HOUR));
  expect(state.paused).toBeNull();
  state = next(state, failed('gone'), after(26 * HOUR));
  expect(state.paused).not.toBeNull();
  expect(waits(state, after(26 * HOUR))).toBeCloseTo(7 * 1_440);
  expect(next(state, readOutcome(), after(8 * DAY))).toMatchObject({ paused: null, gone: null, failures: 0 });
});

test('an address that a redirect led to is given up when it fails, for the one of the list', () => {
  const moved = knownFeed({ address: 'https://nuevo.example/feed', failures: 1.5 });
  expect(next(moved, failed('missing')).address).toBe(moved.url);
  expect(next(moved, failed('timeout')).address).toBe('https://nuevo.example/feed');
});

test('a limit of the domain is no failure', () => {
  const until = after(3 * HOUR);
  const state = next(knownFeed(), { kind: 'limited', failure: 'rate-limit', reason: '429', until });
  expect(state).toMatchObject({ failures: 0, lastFailure: { failure: 'rate-limit' } });
  expect(Date.parse(state.dueAt)).toBeGreaterThanOrEqual(until.getTime());
});

test('what is unfinished is due at once and will be read in full', () => {
  const state = next(
    knownFeed(),
    readOutcome({ unfinished: 'time', validators: { url: 'x', etag: '"1"', lastModified: null } }),
  );
  expect(state).toMatchObject({ validators: null, bodyHash: null, dueAt: after(HOUR).toISOString() });
});

test('validators are caught lying when a full reading shows what a 304 hid', () => {
  const state = knownFeed({ quiet: 3, lastPoll: after(0).toISOString() });
  const oldestFresh = (ms: number) => readOutcome({ oldestFresh: after(ms).toISOString() });
  expect(next(state, oldestFresh(-2 * HOUR)).contradictions).toBe(1);
  expect(next(state, oldestFresh(10 * MINUTE)).contradictions).toBe(0);
  expect(next(knownFeed({ quiet: 0 }), oldestFresh(-2 * HOUR)).contradictions).toBe(0);
});

test('whatever happens, a feed stays due within eight days and never before now', () => {
  const outcome = fc.oneof(
    fc.constant(unchanged),
    fc
      .record({
        fresh: fc.nat(30),
        hintMinutes: fc.option(fc.nat(1e6)),
        freshMinutes: fc.option(fc.nat(1e6)),
        overlapLost: fc.boolean(),
        skipHours: fc.uniqueArray(fc.nat(23)),
      })
      .map((changes) => readOutcome({ total: 30, ...changes })),
    fc
      .constantFrom<FailureClass>('gone', 'tls', 'timeout', 'not-a-feed', 'internal')
      .map((failure) => failed(failure)),
  );
  fc.assert(
    fc.property(
      fc.array(outcome, { maxLength: 30 }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (outcomes, randoms) => {
        let state = knownFeed();
        let now = after(HOUR);
        for (const each of outcomes) {
          state = nextState(state, each, { now, settings, random: () => randoms.next().value as number });
          expect(waits(state, now)).toBeGreaterThanOrEqual(0);
          expect(waits(state, now)).toBeLessThan(8 * 1_440);
          now = new Date(state.dueAt);
        }
      },
    ),
    { numRuns: 100 },
  );
});
