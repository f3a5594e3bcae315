/** Wall-clock time in one IANA zone. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

const HOUR = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What the clock on the wall shows in `zone`; throws RangeError for an unknown zone. */
export function localTime(instant: Date, zone: string): LocalTime {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = value;
  const date = `${part['year']}-${part['month']}-${part['day']}`;
  const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
  return { date, hour: Number(part['hour']), minute: Number(part['minute']), weekday };
}

/** Milliseconds by which the zone's clock is ahead of UTC at `instant`. */
function offset(instant: number, zone: string): number {
  const { date, hour, minute } = localTime(new Date(instant), zone);
  const wall = Date.parse(`${date}T00:00Z`) + hour * HOUR + minute * 60_000;
  return wall - Math.floor(instant / 60_000) * 60_000;
}

/**
 * The instant at which the clocks of `zone` show the full hour: the first one when it comes twice (autumn), and
 * as much later as the clocks jump when it is skipped (spring).
 */
export function instantOf(date: string, hour: number, zone: string): Date {
  const wall = Date.parse(`${date}T00:00Z`) + hour * HOUR;
  const before = wall - offset(wall - 24 * HOUR, zone);
  const after = wall - offset(wall + 24 * HOUR, zone);
  const shows = (t: number) => t + offset(t, zone) === wall;
  const first = Math.min(before, after);
  return new Date(shows(first) ? first : shows(Math.max(before, after)) ? Math.max(before, after) : before);
}

/** The local date `days` later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
