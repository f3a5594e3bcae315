import { hashOf } from './hash';

/** A text as filed, with a number that says what it stands for. */
export interface Filed {
  readonly tag: number;
  readonly text: string;
}

/** Signs of the compiled form, which no text holds. */
export const SIGNS = {
  group: ';',
  tag: ':',
  item: ',',
  furtherKey: '<',
  word: '^',
  beginning: '_',
  asWritten: '`',
} as const;

/** A tag that is divisible by this is written even where it is one more than the last. */
export const TAG_SHOWN = 16;

/** Letters of the beginnings under which inflected words are filed; a shorter one is a whole word. */
export const BEGINNING = 3;
export const beginningOf = (word: string): string => word.slice(0, BEGINNING);

const [SMALL_A, SMALL_Z, BIG_A, BIG_Z] = [0x61, 0x7a, 0x41, 0x5a];
/** What stands for the letters from `a` to `z` at the beginning of words of which only the first letters count. */
const [FIRST_A, FIRST_Z] = [0xc0, 0xd9];
const MARKS = /`(.)|[\^_]|[A-ZÀ-Ù]/g;
const SHORT = /^[a-z]{2,3}$/;

/** A key as a shelf shows that something is filed under it: found by a plain search. */
function marked(key: string, a: number, sign: string): string {
  const first = key.charCodeAt(0);
  return first >= SMALL_A && first <= SMALL_Z && key.length > 1
    ? String.fromCharCode(first - SMALL_A + a) + key.slice(1)
    : sign + key;
}

/** Short words in capitals: too many others begin like them. */
export const markedWord = (word: string): string =>
  SHORT.test(word) ? word.toUpperCase() : marked(word, BIG_A, SIGNS.word);
export const markedBeginning = (letters: string): string => marked(letters, FIRST_A, SIGNS.beginning);

/** Capitals and the like that are no marks. */
export const escaped = (text: string): string => text.replace(/[A-ZÀ-Ù]/g, '`$&');

function unmarked(mark: string, asWritten: string | undefined): string {
  if (asWritten !== undefined) return asWritten;
  const code = mark.charCodeAt(0);
  if (code >= FIRST_A) return String.fromCharCode(code - FIRST_A + SMALL_A);
  return code <= BIG_Z ? String.fromCharCode(code - BIG_A + SMALL_A) : '';
}

const DOT = 0x2e;
const [DIGIT_0, DIGIT_9] = [0x30, 0x39];

/** False where a word goes on. */
export const isEnd = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  const isLetter = (code >= SMALL_A && code <= SMALL_Z) || (code >= BIG_A && code <= BIG_Z) || code > FIRST_Z;
  return !isLetter && code !== DOT && !(code >= DIGIT_0 && code <= DIGIT_9);
};

const codeOf = (sign: string): number => sign.charCodeAt(0);
const [WORD, BEGINS, AS_WRITTEN] = [codeOf(SIGNS.word), codeOf(SIGNS.beginning), codeOf(SIGNS.asWritten)];

const isMarkCode = (code: number): boolean =>
  (code >= BIG_A && code <= BIG_Z) ||
  code === WORD ||
  code === BEGINS ||
  (code >= FIRST_A && code <= FIRST_Z);

/** Where the marked key that begins at `from` ends: of a beginning after its few letters. */
function keyEnd(text: string, from: number): number {
  const code = text.charCodeAt(from);
  const most =
    code === BEGINS
      ? from + 1 + BEGINNING
      : code >= FIRST_A && code <= FIRST_Z
        ? from + BEGINNING
        : text.length;
  let at = from + 1;
  while (at < most && !isEnd(text, at)) at++;
  return at;
}

const BITS = 13;
const NONE = -1;

/**
 * Compiled wordings by the words or beginnings of words that call for them. Only where the keys stand is noted at the
 * start, and only what a word asks for is taken apart. Written by `npm run compile-language-data` as groups
 * of one tag, in which a capital begins a word under which the wording is filed (a short one is written in capitals) and
 * an accented one (`À` for a, `Á` for b) a beginning; before other letters and single ones stand `^` and `_`:
 * `7:Visita,recorrido de Prisiones,EN prision;:{Çacer} una visita<Çag<Çiz`.
 * What follows `<` are keys that the text itself does not hold. A tag is left out where it is one more than the last.
 */
export class Shelf {
  /** By hash: the number of the last key with it; by number: where the key stands, and the one before with its hash. */
  private readonly last = new Int32Array(1 << BITS).fill(NONE);
  private readonly places: Int32Array;
  private readonly before: Int32Array;

  constructor(private readonly text: string) {
    const places: number[] = [];
    const before: number[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!isMarkCode(text.charCodeAt(at)) || !this.isMark(at)) continue;
      const end = keyEnd(text, at);
      const slot = hashOf(text, at, end) & (this.last.length - 1);
      before.push(this.last[slot] as number);
      this.last[slot] = places.push(at) - 1;
    }
    this.places = Int32Array.from(places);
    this.before = Int32Array.from(before);
  }

  /** What is filed under this very word, by tag, then in the order of filing. */
  word(word: string): Filed[] {
    return this.search(markedWord(word));
  }

  /** What is filed under the beginning of a word, in the same order. */
  beginning(letters: string): Filed[] {
    return this.search(markedBeginning(letters));
  }

  private search(key: string): Filed[] {
    const { text, places, before } = this;
    const found: Filed[] = [];
    const slot = hashOf(key) & (this.last.length - 1);
    for (let number = this.last[slot] as number; number !== NONE; number = before[number] as number) {
      const at = places[number] as number;
      if (text.startsWith(key, at) && keyEnd(text, at) === at + key.length)
        found.push({ tag: this.tagAt(at), text: this.itemAt(at) });
    }
    return found.reverse();
  }

  /** False inside a short word, and for a capital that is meant. */
  private isMark(at: number): boolean {
    return isEnd(this.text, at - 1) && this.text.charCodeAt(at - 1) !== AS_WRITTEN;
  }

  private tagAt(place: number): number {
    const { text } = this;
    for (let before = place, later = 0; ; later++) {
      const start = text.lastIndexOf(SIGNS.group, before) + 1;
      const colon = text.indexOf(SIGNS.tag, start);
      if (colon > start) return Number(text.slice(start, colon)) + later;
      before = start - 2;
    }
  }

  private itemAt(place: number): string {
    const { text } = this;
    let start = place;
    while (text[start - 1] !== SIGNS.item && text[start - 1] !== SIGNS.tag) start--;
    const item = text.slice(start, Math.min(this.endOf(SIGNS.item, place), this.endOf(SIGNS.group, place)));
    const further = item.indexOf(SIGNS.furtherKey);
    const wording = further < 0 ? item : item.slice(0, further);
    return wording.replace(MARKS, unmarked);
  }

  private endOf(sign: string, from: number): number {
    const end = this.text.indexOf(sign, from);
    return end < 0 ? this.text.length : end;
  }
}
