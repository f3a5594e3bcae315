import type { Frequency, QuietHours } from '../subscriptions/subscription';
import { addDays, instantOf, localTime } from './local-time';
import type { DigestFrequency } from './outbox-row';

/** The part of a subscription that says when. */
export interface Wishes {
  readonly frequency: Frequency;
  readonly timeZone: string;
  readonly hour: number;
  readonly weekday: number;
  readonly quietHours: QuietHours | null;
}

/** Mail by itself at once, or in the digest named `key`, which goes out at `dueAt`. */
export type Due =
  | { readonly mail: 'alone'; readonly dueAt: string }
  | {
      readonly mail: 'digest';
      readonly key: string;
      readonly frequency: DigestFrequency;
      readonly dueAt: string;
    };

const HOUR = 3_600_000;

const isQuiet = ({ from, to }: QuietHours, hour: number) =>
  from < to ? hour >= from && hour < to : from > to && (hour >= from || hour < to);

/** `instant`, or the end of the quiet hours it falls into. */
export function afterQuietHours(instant: Date, { quietHours, timeZone }: Wishes): Date {
  if (!quietHours) return instant;
  const { date, hour } = localTime(instant, timeZone);
  if (!isQuiet(quietHours, hour)) return instant;
  const tonight = quietHours.from > quietHours.to && hour >= quietHours.from;
  return instantOf(tonight ? addDays(date, 1) : date, quietHours.to, timeZone);
}

const nextFullHour = (now: Date) => new Date((Math.floor(now.getTime() / HOUR) + 1) * HOUR);

const digest = (frequency: DigestFrequency, window: string, dueAt: Date): Due => ({
  mail: 'digest',
  key: `DIGEST#${frequency}#${window}`,
  frequency,
  dueAt: dueAt.toISOString(),
});

function nextDay(wishes: Wishes, now: Date, fits: (date: string) => boolean): { date: string; at: Date } {
  let { date } = localTime(now, wishes.timeZone);
  for (;;) {
    const at = instantOf(date, wishes.hour, wishes.timeZone);
    if (at > now && fits(date)) return { date, at };
    date = addDays(date, 1);
  }
}

/**
 * When and in which mail an event found at `now` reaches the reader. A daily or weekly digest is named by its local
 * date and hour, so that a change of the clocks neither skips nor repeats one. Quiet hours hold mail back, and what
 * they held goes out as one mail; so does what exceeds the hourly cap (`overflow`).
 */
export function dueAt(wishes: Wishes, now: Date, { overflow = false } = {}): Due {
  const local = String(wishes.hour).padStart(2, '0');
  if (wishes.frequency === 'daily') {
    const { date, at } = nextDay(wishes, now, () => true);
    return digest('daily', `${date}T${local}`, afterQuietHours(at, wishes));
  }
  if (wishes.frequency === 'weekly') {
    const fits = (date: string) => (new Date(`${date}T00:00Z`).getUTCDay() || 7) === wishes.weekday;
    const { date, at } = nextDay(wishes, now, fits);
    return digest('weekly', `${date}T${local}`, afterQuietHours(at, wishes));
  }
  if (wishes.frequency === 'hourly') {
    const at = afterQuietHours(nextFullHour(now), wishes);
    return digest('hourly', at.toISOString().slice(0, 16), at);
  }
  const at = afterQuietHours(overflow ? nextFullHour(now) : now, wishes);
  if (!overflow && at.getTime() === now.getTime()) return { mail: 'alone', dueAt: now.toISOString() };
  return digest('held', at.toISOString().slice(0, 16), at);
}
