import { type Language } from '../reading';
import { foldedAt, isCapitalised, type Token } from '../tokens';
import type { DateMention, Direction } from './date-mention';
import { DATE_WORDS, type DateWords } from './date-words';
import { WordTest } from '../vocabulary';

const LINKS = new Set('de del do da of the el le du o dia days los les'.split(' '));
const RANGE = new Set('al a ao to and y e et au until through hasta ate'.split(' '));
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|º|o)?$/;
/** Months that are also ordinary words or names: a number or a preposition of time must stand by. */
const AMBIGUOUS = new Set('may march mars mai marco set sep out ago dic dec mar'.split(' '));
const IN = new Set(
  'in en em since last next late early mid during fin debut this of de del do pasado passado dernier'.split(
    ' ',
  ),
);

const folded = (tokens: readonly Token[], at: number): string => foldedAt(tokens, at);

const dayAt = (tokens: readonly Token[], at: number): number | null => {
  const day = Number(ORDINAL.exec(folded(tokens, at))?.[1] ?? NaN);
  return day >= 1 && day <= 31 ? day : null;
};

const yearAt = (tokens: readonly Token[], at: number): number | null =>
  /^(19|20)\d\d$/.test(folded(tokens, at)) ? Number(folded(tokens, at)) : null;

const direction = (tokens: readonly Token[], from: number, to: number, words: DateWords): Direction => {
  for (const word of [folded(tokens, from - 1), folded(tokens, to), folded(tokens, to + 1)]) {
    if (words.last.has(word)) return 'past';
    if (words.next.has(word)) return 'future';
  }
  return 'none';
};

/** The day (and a range's first day) that stands before the month word: "2 al 4 de diciembre", "le 5 mars". */
function daysBefore(
  tokens: readonly Token[],
  month: number,
): { from: number; day: number; endDay: number | null } | null {
  let at = month - 1;
  if (LINKS.has(folded(tokens, at))) at--;
  const last = dayAt(tokens, at);
  if (last === null) return null;
  let link = at - 1;
  if (LINKS.has(folded(tokens, link))) link--;
  const first = RANGE.has(folded(tokens, link)) ? dayAt(tokens, link - 1) : null;
  if (first !== null && first < last) return { from: link - 1, day: first, endDay: last };
  return { from: at, day: last, endDay: null };
}

/** "March 3", "March 3 to 5", "March 3-5". */
function daysAfter(
  tokens: readonly Token[],
  month: number,
): { to: number; day: number; endDay: number | null } | null {
  const day = dayAt(tokens, month + 1);
  if (day === null) return null;
  const link = RANGE.has(folded(tokens, month + 2)) ? month + 3 : month + 2;
  const end = dayAt(tokens, link);
  if (end !== null && end > day && link - month <= 3) return { to: link + 1, day, endDay: end };
  return { to: month + 2, day, endDay: null };
}

function monthMention(
  tokens: readonly Token[],
  at: number,
  month: number,
  lang: Language,
  words: DateWords,
): DateMention | null {
  const before = daysBefore(tokens, at);
  const after = before === null && lang === 'en' ? daysAfter(tokens, at) : null;
  const bare = before === null && after === null;
  const word = tokens[at] as Token;
  if (lang === 'en' && !isCapitalised(word)) return null;
  if (bare && (word.folded.length < 4 || AMBIGUOUS.has(word.folded)) && !IN.has(folded(tokens, at - 1)))
    return null;
  if (bare && word.folded.length < 4 && lang !== 'en') return null;
  let to = after?.to ?? at + 1;
  const yearPosition = LINKS.has(folded(tokens, to)) ? to + 1 : to;
  const year = yearAt(tokens, yearPosition);
  if (year !== null) to = yearPosition + 1;
  const from = before?.from ?? at;
  const day = before?.day ?? after?.day ?? null;
  const endDay = before?.endDay ?? after?.endDay ?? null;
  const way = direction(tokens, at, to, words);
  return { from, to, expression: { type: 'date', year, month, day, endDay, endMonth: null, way } };
}

function weekdayMention(
  tokens: readonly Token[],
  at: number,
  weekday: number,
  lang: Language,
  words: DateWords,
): DateMention | null {
  if (['santo', 'saint', 'plaza', 'black'].includes(folded(tokens, at - 1))) return null;
  let to = at + 1;
  if (lang === 'pt' && weekday >= 1 && weekday <= 5) {
    // "segunda" is also "second", "quarta" "fourth": only "segunda-feira" or "na quinta (17)" is a day.
    if (folded(tokens, to) === 'feira') to++;
    else if (!/^\s*\($/.test(between(tokens, at, to)) || dayAt(tokens, to) === null) return null;
  }
  const number = dayAt(tokens, to);
  const link = number === null ? to : to + 1;
  const monthAt = LINKS.has(folded(tokens, link)) ? link + 1 : link;
  if (number !== null && words.months.has(folded(tokens, monthAt))) return null;
  if (number !== null && /^[\s(]*(el |le |o dia )?$/.test(between(tokens, to - 1, to)))
    return {
      from: at,
      to: to + 1,
      expression: {
        type: 'date',
        year: null,
        month: null,
        day: number,
        endDay: null,
        endMonth: null,
        way: 'none',
      },
    };
  if (words.months.has(folded(tokens, to)) && lang === 'en') return null;
  const otherAt = RANGE.has(folded(tokens, to)) ? (LINKS.has(folded(tokens, to + 1)) ? to + 2 : to + 1) : -1;
  const endWeekday = otherAt > 0 ? (words.weekdays.get(folded(tokens, otherAt)) ?? null) : null;
  if (endWeekday !== null) to = otherAt + 1;
  return {
    from: at,
    to,
    expression: { type: 'weekday', weekday, endWeekday, way: direction(tokens, at, to, words) },
  };
}

/** What parts two neighbouring tokens, told by their distance: " (" or one character. */
const between = (tokens: readonly Token[], left: number, right: number): string => {
  const gap = (tokens[right]?.start ?? 0) - (tokens[left]?.end ?? 0);
  return gap === 2 ? ' (' : ' ';
};

/** Days to "the coming days": far enough to count by the month. */
const SOON = 7;
const END = new Set('fin fines finales fim final end'.split(' '));

function unitMention(
  tokens: readonly Token[],
  at: number,
  unit: string,
  words: DateWords,
): DateMention | null {
  const before = folded(tokens, at - 1);
  const after = folded(tokens, at + 1);
  const sized = (count: number): DateMention['expression'] =>
    unit === 'month'
      ? { type: 'months', offset: count }
      : { type: 'days', offset: unit === 'week' ? count * 7 : count };
  const count = words.numbers.get(before) ?? (/^\d{1,2}$/.test(before) ? Number(before) : null);
  if (count !== null) {
    if (
      words.ago.has(after) ||
      words.ago.has(folded(tokens, at - 2)) ||
      words.ago.has(folded(tokens, at - 3))
    )
      return { from: at - 1, to: at + 1, expression: sized(-count) };
    if (words.ahead.has(folded(tokens, at - 2)) || words.ahead.has(folded(tokens, at - 3)))
      return { from: at - 1, to: at + 1, expression: sized(count) };
    // "In the next two weeks", "en las próximas dos semanas": some day of them.
    if (words.next.has(folded(tokens, at - 2)) && unit !== 'month')
      return { from: at - 2, to: at + 1, expression: { type: 'days', offset: SOON } };
  }
  if (unit === 'day')
    return words.next.has(before)
      ? { from: at - 1, to: at + 1, expression: { type: 'days', offset: SOON } }
      : null;
  if (unit === 'month' && END.has(folded(tokens, at - 2)) && !words.next.has(after) && !words.last.has(after))
    return { from: at - 2, to: at + 1, expression: { type: 'months', offset: 0 } };
  for (const word of [before, after, folded(tokens, at + 2)]) {
    if (words.last.has(word)) return { from: at, to: at + 1, expression: sized(-1) };
    if (words.next.has(word) && word !== 'siguiente') return { from: at, to: at + 1, expression: sized(1) };
  }
  return words.present.has(before) ? { from: at - 1, to: at + 1, expression: sized(0) } : null;
}

const DAY_NUMBER = /^\d{1,2}$/;

/** By language: words that a date may hold as its month, weekday, day, unit or first number. */
const mayDate = new Map(
  [...DATE_WORDS].map(([lang, { months, weekdays, days, units }]) => [
    lang,
    new WordTest(
      ({ folded: word }) =>
        months.has(word) || weekdays.has(word) || days.has(word) || units.has(word) || DAY_NUMBER.test(word),
    ),
  ]),
);

function mentionAt(
  tokens: readonly Token[],
  at: number,
  lang: Language,
  words: DateWords,
): DateMention | null {
  const word = folded(tokens, at);
  const month = words.months.get(word);
  if (month !== undefined) return monthMention(tokens, at, month, lang, words);
  const weekday = words.weekdays.get(word);
  if (weekday !== undefined) return weekdayMention(tokens, at, weekday, lang, words);
  const offset = words.days.get(word);
  if (offset !== undefined && !(word === 'mañana' && ['la', 'por', 'esta'].includes(folded(tokens, at - 1))))
    return { from: at, to: at + 1, expression: { type: 'days', offset } };
  const unit = words.units.get(word);
  if (unit !== undefined) return unitMention(tokens, at, unit, words);
  return DAY_NUMBER.test(word) ? numeric(tokens, at) : null;
}

/** "17/04/2025" and "2025-04-17". */
function numeric(tokens: readonly Token[], at: number): DateMention | null {
  const day = dayAt(tokens, at);
  const month = dayAt(tokens, at + 1);
  const year = yearAt(tokens, at + 2);
  const tight =
    (tokens[at + 1]?.start ?? 0) - (tokens[at]?.end ?? 0) === 1 &&
    (tokens[at + 2]?.start ?? 0) - (tokens[at + 1]?.end ?? 0) === 1;
  if (day === null || month === null || month > 12 || year === null || !tight) return null;
  return {
    from: at,
    to: at + 3,
    expression: { type: 'date', year, month, day, endDay: null, endMonth: null, way: 'none' },
  };
}

const isFree = (mention: DateMention, found: readonly DateMention[]): boolean =>
  !found.some((other) => mention.from < other.to && other.from < mention.to);

/** Dates named in the tokens, in the language of the text. */
export function findDates(tokens: readonly Token[], lang: Language | 'other'): DateMention[] {
  const words = lang === 'other' ? undefined : DATE_WORDS.get(lang);
  if (words === undefined || lang === 'other') return [];
  const found: DateMention[] = [];
  const able = mayDate.get(lang);
  for (let at = 0; at < tokens.length; at++) {
    if (!able?.has(tokens[at])) continue;
    const mention = mentionAt(tokens, at, lang, words);
    if (mention && isFree(mention, found)) found.push(mention);
  }
  return found;
}
