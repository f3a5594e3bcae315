import { dayOfYear, weekday } from './calendar';
import type { Lang, Slot } from './data';
import type { Random } from './random';

const THOUSANDS: Record<Lang, string> = { es: '.', en: ',', pt: '.', fr: '\u00a0' };
const DECIMAL: Record<Lang, string> = { es: ',', en: '.', pt: ',', fr: ',' };

const grouped = (value: number, lang: Lang) =>
  value < 10_000 && lang === 'es'
    ? String(value)
    : String(value).replace(/\B(?=(\d{3})+$)/g, THOUSANDS[lang]);

/** Round figures where both ends are round: crowds and budgets are seldom told to the last unit. */
const step = (from: number, to: number) =>
  [1000, 100, 10].find((size) => from >= 5 * size && from % size === 0 && to % size === 0) ?? 1;

export interface Setting {
  readonly lang: Lang;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly rng: Random;
  /** Instant of publication, milliseconds. */
  readonly at: number;
}

/**
 * Fills the templates of one item. The same slot has the same value in the whole item; `{city2}` differs from `{city}`.
 * Numbers and days of another `scope` are others. `[a|b]` is a choice; `{city.country}` a column; `{n:2-9}`, `{d:2-9}`, `{y:2012-2020}` a number, a decimal, a year;
 * `{man}` and `{woman}` full names with the column `last`; `{today}`, `{yesterday}`, `{tomorrow}` weekdays;
 * `{day+}`, `{day-}` a day ahead and a day past. Throws on a slot that nobody wrote.
 */
export function filler({ lang, slots, rng, at }: Setting): (template: string, scope?: string) => string {
  const drawn = new Map<string, Record<string, string>>();
  const used = new Set<string>();

  const slotOf = (table: string): Slot => {
    const slot = slots.get(table);
    if (!slot) throw new Error(`no vocabulary "${table}" in slots/${lang}.txt`);
    return slot;
  };

  /** `{city}` lies in the `{country}` or `{state}` of the same item, whichever of the two comes first. */
  const fitting = (key: string): Slot['rows'] => {
    const slot = slotOf(key.replace(/\d+$/, ''));
    const of = slotOf('city').columns[1];
    if (!of) return slot.rows;
    const column = slotOf('city').columns.indexOf(of);
    const [country, city] = [drawn.get(of)?.[''], drawn.get('city')?.[of]];
    const rows = slot.rows.filter(
      (row) =>
        (key === 'city' && row[column] === country) || (key === of && city !== undefined && row[0] === city),
    );
    return rows.length > 0 ? rows : slot.rows;
  };

  const row = (key: string): Record<string, string> => {
    const table = key.replace(/\d+$/, '');
    const [slot, rows] = [slotOf(table), fitting(key)];
    let found = rng.pick(rows);
    for (let tries = 0; used.has(`${table} ${found[0]}`) && tries < 30; tries += 1) found = rng.pick(rows);
    used.add(`${table} ${found[0]}`);
    return Object.fromEntries([['', found[0]!], ...slot.columns.map((name, index) => [name, found[index]!])]);
  };

  const person = (first: string): Record<string, string> => {
    const [given, last] = [row(first)[''], row('last')['']!];
    return { '': `${given} ${last}`, last };
  };

  const number = (kind: string, low: string, high: string): string => {
    const [from, to] = [Number(low), Number(high)];
    if (kind === 'd') return `${from + rng.below(to - from)}${DECIMAL[lang]}${1 + rng.below(9)}`;
    const size = step(from, to);
    const value = from + size * rng.below(Math.floor((to - from) / size) + 1);
    return kind === 'y' ? String(value) : grouped(value, lang);
  };

  const draw = (key: string): Record<string, string> => {
    const [, kind, low, high] = /^([ndy]):(\d+)-(\d+)/.exec(key) ?? [];
    if (kind) return { '': number(kind, low!, high!) };
    if (key === 'today') return { '': weekday(lang, at, 0) };
    if (key === 'yesterday') return { '': weekday(lang, at, -1) };
    if (key === 'tomorrow') return { '': weekday(lang, at, 1) };
    if (key === 'day+') return { '': dayOfYear(lang, at, 2 + rng.below(30)) };
    if (key === 'day-') return { '': dayOfYear(lang, at, -2 - rng.below(30)) };
    const table = key.replace(/\d+$/, '');
    if (table === 'man') return person('manFirst');
    if (table === 'woman') return person('womanFirst');
    return row(key);
  };

  const value = (slot: string, scope: string): string => {
    const [, key = '', column = ''] = /^(.*?)(?:\.(\w+))?$/.exec(slot) ?? [];
    const name = /[:+-]/.test(key) ? key + scope : key;
    const values = drawn.get(name) ?? draw(key);
    drawn.set(name, values);
    const found = values[column];
    if (found === undefined) throw new Error(`no column "${column}" of "${key}" in slots/${lang}.txt`);
    return found;
  };

  return (template, scope = '') => {
    const chosen = template.replace(/\[([^\]]*\|[^\]]*)\]/g, (_, choices: string) =>
      rng.pick(choices.split('|')),
    );
    const text = chosen.replace(/\{([^}]+)\}/g, (_, slot: string) => value(slot, scope));
    return text.replace(/(?:^|[.?!] )\p{Ll}/gu, (start) => start.toUpperCase());
  };
}
