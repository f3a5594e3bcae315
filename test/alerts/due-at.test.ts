import * as fc from 'fast-check';
import { type Wishes, dueAt } from '../../src/alerts/due-at';
import { instantOf, localTime } from '../../src/alerts/local-time';

const wishes = (parts: Partial<Wishes>): Wishes => ({
  frequency: 'instant',
  timeZone: 'America/Lima',
  hour: 7,
  weekday: 1,
  quietHours: null,
  ...parts,
});
const at = (instant: string, parts: Partial<Wishes>, overflow = false) =>
  dueAt(wishes(parts), new Date(instant), { overflow });

const night = { from: 22, to: 7 };

test.each([
  ['at once', '2026-03-12T15:20:00Z', {}, 'alone', '2026-03-12T15:20:00.000Z'],
  [
    'held in quiet hours before midnight',
    '2026-03-13T04:20:00Z',
    { quietHours: night },
    'DIGEST#held#2026-03-13T12:00',
    '2026-03-13T12:00:00.000Z',
  ],
  [
    'held in quiet hours after midnight',
    '2026-03-13T06:20:00Z',
    { quietHours: night },
    'DIGEST#held#2026-03-13T12:00',
    '2026-03-13T12:00:00.000Z',
  ],
  ['quiet hours over', '2026-03-13T12:00:00Z', { quietHours: night }, 'alone', '2026-03-13T12:00:00.000Z'],
  [
    'quiet hours by day',
    '2026-03-12T15:20:00Z',
    { quietHours: { from: 9, to: 12 } },
    'DIGEST#held#2026-03-12T17:00',
    '2026-03-12T17:00:00.000Z',
  ],
  [
    'hourly',
    '2026-03-12T15:20:00Z',
    { frequency: 'hourly' },
    'DIGEST#hourly#2026-03-12T16:00',
    '2026-03-12T16:00:00.000Z',
  ],
  [
    'hourly on the hour',
    '2026-03-12T15:00:00Z',
    { frequency: 'hourly' },
    'DIGEST#hourly#2026-03-12T16:00',
    '2026-03-12T16:00:00.000Z',
  ],
  [
    'hourly at night',
    '2026-03-13T04:20:00Z',
    { frequency: 'hourly', quietHours: night },
    'DIGEST#hourly#2026-03-13T12:00',
    '2026-03-13T12:00:00.000Z',
  ],
  [
    'daily, later today',
    '2026-03-12T11:20:00Z',
    { frequency: 'daily' },
    'DIGEST#daily#2026-03-12T07',
    '2026-03-12T12:00:00.000Z',
  ],
  [
    'daily, tomorrow',
    '2026-03-12T12:00:00Z',
    { frequency: 'daily' },
    'DIGEST#daily#2026-03-13T07',
    '2026-03-13T12:00:00.000Z',
  ],
  [
    'weekly',
    '2026-03-12T12:00:00Z',
    { frequency: 'weekly' },
    'DIGEST#weekly#2026-03-16T07',
    '2026-03-16T12:00:00.000Z',
  ],
  [
    'the hour skipped in spring',
    '2026-03-29T00:30:00Z',
    { frequency: 'daily', timeZone: 'Europe/Madrid', hour: 2 },
    'DIGEST#daily#2026-03-29T02',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'the hour that comes twice in autumn',
    '2026-10-24T22:30:00Z',
    { frequency: 'daily', timeZone: 'Europe/Madrid', hour: 2 },
    'DIGEST#daily#2026-10-25T02',
    '2026-10-25T00:00:00.000Z',
  ],
] as const)('%s', (_what, now, parts, key, dueAt) => {
  const due = at(now, parts);
  expect([due.mail === 'alone' ? 'alone' : due.key, due.dueAt]).toEqual([key, dueAt]);
});

test('what exceeds the hourly cap waits for the next full hour, in one mail', () => {
  expect(at('2026-03-12T15:20:00Z', {}, true)).toMatchObject({
    frequency: 'held',
    dueAt: '2026-03-12T16:00:00.000Z',
  });
  expect(at('2026-03-13T02:20:00Z', { quietHours: night }, true)).toMatchObject({
    dueAt: '2026-03-13T12:00:00.000Z',
  });
});

const zones = [
  'America/Santiago',
  'America/Asuncion',
  'Europe/Madrid',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'UTC',
  'America/Havana',
];

test('over a year each local date has exactly one daily digest, whatever the clocks do', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), (timeZone, hour) => {
      const dates: string[] = [];
      let now = new Date('2026-01-01T12:00:00Z');
      for (let n = 0; n < 366; n++) {
        const due = dueAt(wishes({ frequency: 'daily', timeZone, hour }), now);
        if (due.mail !== 'digest' || due.dueAt <= now.toISOString()) throw new Error('no digest ahead');
        dates.push(due.key.slice('DIGEST#daily#'.length, -3));
        now = new Date(due.dueAt);
        expect(localTime(now, timeZone).date).toBe(dates.at(-1));
      }
      const days = (Date.parse(dates.at(-1)!) - Date.parse(dates[0]!)) / 86_400_000;
      expect([days, new Set(dates).size]).toEqual([365, 366]);
    }),
    { numRuns: 24, seed: 5 },
  );
});

test('an instant is found again by its wall-clock time, outside of hours that come twice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 8759 }), (timeZone, hours) => {
      const instant = new Date(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000);
      const local = localTime(instant, timeZone);
      fc.pre(local.minute === 0);
      const back = instantOf(local.date, local.hour, timeZone);
      expect(localTime(back, timeZone)).toEqual(local);
      expect(instant.getTime() - back.getTime()).toBeLessThanOrEqual(3_600_000);
    }),
    { numRuns: 300, seed: 6 },
  );
});
