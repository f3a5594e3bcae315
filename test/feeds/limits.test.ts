import { DomainLimits } from '../../src/feeds/domain-limits';
import { isOurOutage } from '../../src/feeds/outage';
import { retryAfter } from '../../src/feeds/retry-after';
import { DAY, HOUR, MINUTE } from '../support/fake-clock';
import { start } from './support';

const after = (ms: number) => new Date(start.getTime() + ms);

test.each([
  ['120', 2 * MINUTE],
  [' 90.5 ', 90.5 * 1_000],
  ['Tue, 17 Nov 2026 13:00:00 GMT', HOUR],
  ['999999999', DAY],
  ['Tue, 17 Nov 2026 11:00:00 GMT', null],
  ['0', null],
  ['soon', null],
  [undefined, null],
] as const)('Retry-After: %s', (header, ms) => {
  expect(retryAfter(header, start)).toEqual(ms === null ? null : after(ms));
});

test('without Retry-After the wait doubles from ten minutes to six hours', () => {
  const limits = new DomainLimits();
  const waits = Array.from(
    { length: 8 },
    () => limits.strike('a.example', undefined, start).getTime() - start.getTime(),
  );
  expect(waits.map((ms) => ms / MINUTE)).toEqual([10, 20, 40, 80, 160, 320, 360, 360]);
});

test('a limit holds its domain until it runs out, survives the run, and ends with an answer', () => {
  const limits = new DomainLimits();
  limits.strike('a.example', '600', start);
  const later = new DomainLimits(limits.toJSON(start));
  expect(later.heldUntil('a.example', after(9 * MINUTE))).toEqual(after(10 * MINUTE));
  expect(later.heldUntil('a.example', after(11 * MINUTE))).toBeNull();
  expect(later.heldUntil('b.example', start)).toBeNull();
  expect(later.changed).toBe(false);
  later.clear('a.example');
  expect(later.changed).toBe(true);
  expect(later.toJSON(start)).toEqual({});
});

test('strikes are forgotten after a day', () => {
  const limits = new DomainLimits();
  limits.strike('a.example', '600', start);
  expect(limits.toJSON(after(DAY))).not.toEqual({});
  expect(limits.toJSON(after(2 * DAY))).toEqual({});
});

test.each([
  ['most of the domains', 10, 6, true],
  ['half of the domains', 10, 5, false],
  ['all of very few domains', 4, 4, false],
])('when %s cannot be reached', (_, domains, unreached, expected) => {
  const run = Array.from(
    { length: domains },
    (_, i) => [`d${i}.example`, { reached: i >= unreached }] as const,
  );
  expect(isOurOutage(new Map(run))).toBe(expected);
});
