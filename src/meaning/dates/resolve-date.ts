import { addDays, addMonths, dayOf, daysBetween, isDay, monthOf, weekdayOf } from './calendar';
import type { DateExpression, Direction } from './date-mention';

/** `date` is a day or a month; `endDate` the last day of a stretch of several. */
export interface ResolvedDate {
  readonly date: string;
  readonly endDate: string | null;
}

const only = (date: string): ResolvedDate => ({ date, endDate: null });

/** Of the same day in last, this and next year, the nearest to `published` that lies in the wanted direction. */
function nearestYear(month: number, day: number, published: string, way: Direction): number {
  const year = Number(published.slice(0, 4));
  const anchor = isDay(published) ? published : `${monthOf(published)}-15`;
  // A little slack: papers are dated a day before or after what they tell; a month alone may mean any of its days.
  const slack = isDay(published) ? 3 : 16;
  let best = year;
  let bestGap = Infinity;
  for (const candidate of [year - 1, year, year + 1]) {
    const at = dayOf(candidate, month, Math.min(day, 28)) as string;
    const gap = daysBetween(anchor, at);
    if ((way === 'past' && gap > slack) || (way === 'future' && gap < -slack)) continue;
    if (Math.abs(gap) < bestGap) [best, bestGap] = [candidate, Math.abs(gap)];
  }
  return best;
}

function fromDate(
  expression: Extract<DateExpression, { type: 'date' }>,
  published: string | null,
  way: Direction,
): ResolvedDate | null {
  const wanted = expression.way === 'none' ? way : expression.way;
  if (expression.month === null)
    return published === null ? null : dayOfMonth(expression.day ?? 1, published, wanted);
  const { month, day } = expression;
  const year =
    expression.year ?? (published === null ? null : nearestYear(month, day ?? 15, published, wanted));
  if (year === null) return null;
  if (day === null) return only(`${year}-${String(month).padStart(2, '0')}`);
  const date = dayOf(year, month, day);
  if (date === null) return null;
  return {
    date,
    endDate: expression.endDay === null ? null : dayOf(year, expression.endMonth ?? month, expression.endDay),
  };
}

/** "(17)": that day of the month of publication, or of the month before or after when that is nearer. */
function dayOfMonth(day: number, published: string, way: Direction): ResolvedDate | null {
  const anchor = isDay(published) ? published : null;
  const candidates = [-1, 0, 1]
    .map((shift) => addMonths(monthOf(published), shift))
    .map((month) => dayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day))
    .filter((date) => date !== null);
  if (anchor === null) return only(monthOf(published));
  const fitting = candidates.filter((date) => {
    const gap = daysBetween(anchor, date);
    return way === 'past' ? gap <= 1 : way === 'future' ? gap >= -1 : true;
  });
  const best = fitting.sort((a, b) => Math.abs(daysBetween(anchor, a)) - Math.abs(daysBetween(anchor, b)))[0];
  return best === undefined ? null : only(best);
}

function fromWeekday(
  expression: Extract<DateExpression, { type: 'weekday' }>,
  published: string,
  way: Direction,
): ResolvedDate {
  const today = weekdayOf(published);
  const back = (today - expression.weekday + 7) % 7;
  const ahead = (expression.weekday - today + 7) % 7;
  const wanted = expression.way === 'none' ? way : expression.way;
  const offset =
    expression.way === 'past'
      ? -(back || 7)
      : expression.way === 'future'
        ? ahead || 7
        : wanted === 'future'
          ? ahead
          : -back;
  const date = addDays(published, offset);
  if (expression.endWeekday === null) return only(date);
  return { date, endDate: addDays(date, (expression.endWeekday - expression.weekday + 7) % 7) };
}

/**
 * The day or month an expression means in a story published on `published` (`YYYY-MM-DD`, or `YYYY-MM` when the day
 * is unknown). `way` is the tense around it: "llegó el lunes" lies behind, "llegará el lunes" ahead. Null when it
 * cannot be told.
 */
export function resolveDate(
  expression: DateExpression,
  published: string | null,
  way: Direction,
): ResolvedDate | null {
  if (expression.type === 'date') return fromDate(expression, published, way);
  if (published === null) return null;
  if (expression.type === 'months') return only(addMonths(monthOf(published), expression.offset));
  if (!isDay(published))
    return Math.abs(expression.type === 'days' ? expression.offset : 0) > 6 ? null : only(monthOf(published));
  if (expression.type === 'days') {
    const date = addDays(published, expression.offset);
    return only(Math.abs(expression.offset) >= 7 ? monthOf(date) : date);
  }
  return fromWeekday(expression, published, way);
}
