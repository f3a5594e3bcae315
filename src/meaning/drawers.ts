import { DIGITS, numberAt } from './digits';

/** A text as filed, with a number that says what it stands for. */
export interface Filed {
  readonly tag: number;
  readonly text: string;
}

/** First letter of an item that stands in several drawers; two digits say its place in the list of such items. */
export const ELSEWHERE = 'Z';
/** Stands for the tag of the item before. */
export const SAME = 'Y';
/** Of a tag with so many digits there are 24 times as many as these digits tell apart. */
export type Width = 1 | 2;

const CAPITAL_A = 65;
const isCapital = (code: number): boolean => code >= CAPITAL_A && code < CAPITAL_A + 26;

/** End of what holds no capital letter, from `at` on. */
function smallEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isCapital(text.charCodeAt(end))) end++;
  return end;
}

/** Capital letters are written ^a: a bare one begins an item. */
const plain = (text: string): string =>
  text.includes('^') ? text.replace(/\^(.)/gu, (_, letter: string) => letter.toUpperCase()) : text;

/**
 * Compiled wordings, filed under keys and read straight from one text: a word opens the drawer it needs, everything else
 * stays as it is, so that loading costs nothing however much is filed. Written by `npm run compile-language-data`.
 *
 * A line is a drawer, lines are sorted by key. After the key come its items: the tag (a capital letter and digits), how
 * many letters the text shares with the one before it (with the key, for the first), the rest of the text.
 */
export class Drawers {
  private several: readonly string[] | null = null;

  /** `elsewhere` lists the items that stand in several drawers, one a line. */
  constructor(
    private readonly width: Width,
    private readonly lines: string,
    private readonly elsewhere = '',
  ) {}

  /** What is filed under `key`, in the order of filing. */
  open(key: string): readonly Filed[] {
    const start = this.lineOf(key);
    if (start < 0) return [];
    const end = this.lines.indexOf('\n', start);
    const line = this.lines.slice(start, end < 0 ? undefined : end);
    const items: Filed[] = [];
    let before = key;
    let tag = 0;
    for (let at = key.length; at < line.length;) {
      if (line[at] === ELSEWHERE) {
        items.push(this.itemElsewhere(numberAt(line, at + 1, 2)));
        at += 3;
        continue;
      }
      const same = line[at] === SAME;
      if (!same) tag = this.tagAt(line, at);
      const rest = at + 1 + (same ? 0 : this.width);
      const stop = smallEnd(line, rest + 1);
      before = before.slice(0, numberAt(line, rest, 1)) + line.slice(rest + 1, stop);
      items.push({ tag, text: plain(before) });
      at = stop;
    }
    return items;
  }

  private tagAt(text: string, at: number): number {
    const high = text.charCodeAt(at) - CAPITAL_A;
    return high * DIGITS.length ** this.width + numberAt(text, at + 1, this.width);
  }

  private itemElsewhere(place: number): Filed {
    const item = (this.several ??= this.elsewhere.split('\n'))[place] ?? '';
    return { tag: this.tagAt(item, 0), text: plain(item.slice(1 + this.width)) };
  }

  /** Start of the line of a key, or -1. */
  private lineOf(key: string): number {
    const { lines } = this;
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = lines.lastIndexOf('\n', middle - 1) + 1;
      const found = lines.slice(start, smallEnd(lines, start));
      if (found === key) return start;
      if (found < key) {
        const end = lines.indexOf('\n', middle);
        low = end < 0 ? high : end + 1;
      } else high = start;
    }
    return -1;
  }
}
