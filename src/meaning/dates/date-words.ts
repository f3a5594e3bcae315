import { compiled } from '../language-data';
import { LANGUAGES, type Language } from '../reading';
import type words from './words.json';

/** What one language says of dates, by folded word. */
export interface DateWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly days: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, string>;
  readonly last: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  readonly ago: ReadonlySet<string>;
  readonly ahead: ReadonlySet<string>;
}

const data = compiled<typeof words>('dates');

const wordsOf = (lang: Language): DateWords => ({
  months: new Map(data.months[lang].flatMap((names, i) => names.map((name) => [name, i + 1] as const))),
  weekdays: new Map(data.weekdays[lang].map((name, i) => [name, i] as const)),
  days: new Map(Object.entries(data.days[lang])),
  numbers: new Map(Object.entries(data.numbers[lang])),
  units: new Map(Object.entries(data.units[lang])),
  last: new Set(data.last[lang]),
  next: new Set(data.next[lang]),
  present: new Set(data.this[lang]),
  ago: new Set(data.ago[lang]),
  ahead: new Set(data.ahead[lang]),
});

export const DATE_WORDS = new Map(LANGUAGES.map((lang) => [lang, wordsOf(lang)] as const));
