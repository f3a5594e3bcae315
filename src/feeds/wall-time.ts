const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

function wallTimeAt(instant: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The instant at which clocks in `timeZone` (IANA name, null for UTC) show `wall`, a wall time written as UTC
 * milliseconds. A time skipped by summer time is read with the offset before it.
 */
export function instantOfWallTime(wall: number, timeZone: string | null): number {
  if (timeZone === null || Number.isNaN(wall)) return wall;
  const guess = wall - (wallTimeAt(wall, timeZone) - wall);
  return guess + (wall - wallTimeAt(guess, timeZone));
}
