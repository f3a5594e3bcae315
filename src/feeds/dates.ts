import { monthNamed } from './month-names';
import { offsetOfZone } from './zone-offsets';
import { instantOfWallTime } from './wall-time';

const fullIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const rfc822 =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;
const dayMs = 86_400_000;

/**
 * A feed's date as an ISO instant, or null when it is absent, unreadable, before 1990 or more than 24 h after `now`.
 * Reads RFC 822, ISO 8601, Unix time and the forms of nine languages, day before month; a date without a zone is
 * local to `timeZone` (IANA name), else UTC.
 */
export function feedDate(
  text: string | null | undefined,
  now: Date,
  timeZone?: string | null,
): string | null {
  const instant = instantOf((text ?? '').trim(), timeZone ?? null);
  if (instant === null || Number.isNaN(instant)) return null;
  if (instant > now.getTime() + dayMs || instant < Date.UTC(1990, 0, 1)) return null;
  return new Date(instant).toISOString();
}

/** Milliseconds since 1970 of a date in any form this product reads, or null. */
export function instantOf(text: string, timeZone: string | null): number | null {
  if (text === '' || text.length > 120) return null;
  if (fullIso.test(text) || rfc822.test(text)) {
    const instant = Date.parse(text);
    if (!Number.isNaN(instant)) return instant;
  }
  return unixTime(text) ?? isoLike(text, timeZone) ?? written(text, timeZone);
}

function unixTime(text: string): number | null {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{13}$/.test(text)) return null;
  return text.length === 13 && !text.includes('.') ? Number(text) : Math.round(Number(text) * 1000);
}

const isoDate = /^([+-]?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|-?(\d{3})(?!\d)|(\d\d)(\d\d)?)?(?:$|[Tt\s])/;

function isoLike(text: string, timeZone: string | null): number | null {
  const date = isoDate.exec(text);
  if (!date) return null;
  const dayOfYear = date[4];
  const month = dayOfYear ? 1 : Number(date[2] ?? date[5] ?? 1);
  const day = Number(dayOfYear ?? date[3] ?? date[6] ?? 1);
  return assemble(Number(date[1]), month, day, text.slice(date[0].length), timeZone, Boolean(dayOfYear));
}

const clockTime =
  /(?<![\d+-])(\d{1,2})\s?[:.hH]\s?(\d\d)(?:\s?[:.]\s?(\d\d)(?:[.,]\d+)?)?(?:\s*([ap])\.?\s?m\b\.?)?/i;
const hourOnly = /(?<![\d:])(\d{1,2})\s*([ap])\.?\s?m\b\.?|(?<=T|\s|^)(\d\d)(\d\d)(\d\d)(?!\d)/i;

/** Day, month and year in words or figures, in any order a person would write. */
function written(text: string, timeZone: string | null): number | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const figures = /(?<!\d)(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?![\d:])/.exec(plain);
  if (figures) {
    const [first, second, third] = [Number(figures[1]), Number(figures[2]), Number(figures[3])];
    const rest = plain.replace(figures[0], ' ');
    if (first > 31) return assemble(first, second, third, rest, timeZone);
    return second > 12
      ? assemble(fullYear(third), first, second, rest, timeZone)
      : assemble(fullYear(third), second, first, rest, timeZone);
  }
  const name = (plain.match(/\p{L}{3,}/gu) ?? []).find((word) => monthNamed(word) !== null);
  if (!name) return null;
  const dayFirst = new RegExp(
    `(?<![\\d:])(\\d{1,2})(?:º|o|er|st|nd|rd|th)?[\\s.,-]*(?:de\\s+|d')?${name}`,
  ).exec(plain);
  const dayAfter = new RegExp(`${name}[\\s.,-]*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])`).exec(plain);
  const day = dayFirst ?? dayAfter;
  const rest = day ? plain.replace(day[0], ' ') : plain;
  const year =
    /(?<![\d:+-])(\d{4})(?![\d:])/.exec(rest)?.[1] ??
    /^[\s.,-]*(?:del?\s+)?'?(\d\d)(?![\d:])/.exec(rest.slice(day?.index ?? 0))?.[1];
  if (!day || year === undefined) return null;
  return assemble(
    fullYear(Number(year)),
    monthNamed(name) ?? 0,
    Number(day[1]),
    rest.replace(/(?<![\d:+-])\d{4}(?![\d:])/, ' '),
    timeZone,
  );
}

const fullYear = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year);

function assemble(
  year: number,
  month: number,
  day: number,
  rest: string,
  timeZone: string | null,
  dayOfYear = false,
): number | null {
  if (month < 1 || month > 12 || day < 1 || day > (dayOfYear ? 366 : 31)) return null;
  const time = clockTime.exec(rest) ?? shortTime(rest);
  const hours = clockHours(Number(time?.[1] ?? 0), time?.[4]);
  const [minutes, seconds] = [Number(time?.[2] ?? 0), Math.min(59, Number(time?.[3] ?? 0))];
  if (hours > 24 || minutes > 59) return null;
  const wall = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const after = time ? rest.slice(time.index + time[0].length) : rest;
  const offset = offsetOfZone(after) ?? (time ? offsetOfZone(rest.slice(0, time.index)) : null);
  return offset === null ? instantOfWallTime(wall, timeZone) : wall - offset * 60_000;
}

/** `3 pm` and the basic form `235908` in the shape of a `clockTime` match. */
function shortTime(rest: string): RegExpExecArray | null {
  const found = hourOnly.exec(rest);
  if (!found) return null;
  const parts = found[1]
    ? [found[0], found[1], '0', '0', found[2]]
    : [found[0], found[3], found[4], found[5]];
  return Object.assign(parts, { index: found.index, input: rest }) as RegExpExecArray;
}

function clockHours(hours: number, half: string | undefined): number {
  if (!half) return hours;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
