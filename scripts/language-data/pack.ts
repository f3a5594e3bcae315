import { DIGITS, digitsOf } from '../../src/meaning/digits';
import { ELSEWHERE, SAME, type Filed, type Width } from '../../src/meaning/drawers';

/** An item with the keys it is filed under. */
export interface Filing extends Filed {
  readonly keys: readonly string[];
}

export interface Packed {
  readonly lines: string;
  readonly elsewhere: string;
}

/** A capital letter and digits. */
const written = (tag: number, width: Width): string => {
  const letter = Math.floor(tag / DIGITS.length ** width);
  if (letter >= 24) throw new RangeError(`${tag} takes more than ${width} digits`);
  return String.fromCharCode(65 + letter) + digitsOf(tag, width);
};

/** Capital letters are written ^a. */
const marked = (text: string): string => {
  if (/[\n^]/.test(text)) throw new RangeError(`"${text}" holds a sign that drawers use themselves`);
  return text.replace(/[A-Z]/g, (letter) => `^${letter.toLowerCase()}`);
};

function shared(before: string, text: string): number {
  let at = 0;
  while (at < Math.min(before.length, text.length, DIGITS.length - 1) && before[at] === text[at]) at++;
  return at;
}

/** In this order items share the most letters with the one before. */
export const byText = (items: readonly Filing[]): Filing[] =>
  [...items].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));

/**
 * Writes items into drawers as `src/meaning/drawers.ts` reads them, in their order. What stands in several drawers is
 * written once.
 */
export function pack(items: readonly Filing[], width: Width): Packed {
  const drawers = new Map<string, string[]>();
  const last = new Map<string, Filed>();
  const elsewhere: string[] = [];
  const put = (key: string, item: string): void => {
    if (key === '' || /[A-Z\n]/.test(key)) throw new RangeError(`"${key}" cannot be a key`);
    drawers.set(key, [...(drawers.get(key) ?? []), item]);
  };
  for (const { tag, text, keys } of items) {
    const spelt = marked(text);
    if (keys.length > 1) {
      if (elsewhere.length >= DIGITS.length ** 2)
        throw new RangeError('Too many items stand in several drawers');
      for (const key of keys) put(key, ELSEWHERE + digitsOf(elsewhere.length, 2));
      elsewhere.push(written(tag, width) + spelt);
      continue;
    }
    for (const key of keys) {
      const before = last.get(key);
      const same = shared(before?.text ?? key, spelt);
      put(key, (before?.tag === tag ? SAME : written(tag, width)) + DIGITS.charAt(same) + spelt.slice(same));
      last.set(key, { tag, text: spelt });
    }
  }
  const lines = [...drawers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, drawer]) => key + drawer.join(''));
  return { lines: lines.join('\n'), elsewhere: elsewhere.join('\n') };
}
