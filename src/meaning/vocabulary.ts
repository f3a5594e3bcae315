import { fold } from './fold';

/** One spelling of a word. */
export interface Word {
  readonly text: string;
  /** Lower case without accents, ñ kept. */
  readonly folded: string;
  /** It starts with a capital letter ("Perú", "CECOT", "U.S."). */
  readonly capital: boolean;
  /** Number of the spelling, by which matchers remember what they found out about it; 0 beyond the limit. */
  readonly id: number;
  /** Number of the folded word, the same for all its spellings; 0 beyond the limit (see `formIn`). */
  readonly form: number;
}

/** News use fewer words for years; a flood of invented ones must not fill the memory. */
const LIMIT = 1 << 15;

/** The known words, by number; number 0 is none. */
const words: Word[] = [{ text: '', folded: '', capital: false, id: 0, form: 0 }];
/** Numbers of words at the slots of their hashes or the next free ones; at least twice as many slots as words. */
let slots = new Uint16Array(1 << 12);

const forms = new Map<string, number>();

/** The number of a folded word. */
export function formOf(folded: string): number {
  const known = forms.get(folded);
  if (known !== undefined) return known;
  forms.set(folded, forms.size + 1);
  return forms.size;
}

/** The number of a word's folded form; of a word beyond the limit, the one that a matcher's own word gave it. */
export const formIn = ({ form, folded }: Word): number => form || (forms.get(folded) ?? 0);

/** The letters of all known words, one after the other; where each begins, and how many it has. */
let letters = new Uint16Array(1 << 14);
const begins = new Uint32Array(LIMIT);
const lengths = new Uint16Array(LIMIT);
let filled = 0;

/** Dotted capitals fold without their last dot: "U.S." to "u.s". */
const foldedOf = (text: string): string => {
  if (text.startsWith('EE') && /^EE\.?\s?UU\.?$/u.test(text)) return 'eeuu';
  return fold(text.endsWith('.') ? text.slice(0, -1) : text);
};

function beginsWithCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  const char = text.charAt(0);
  return char !== char.toLowerCase();
}

function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++)
    hash = Math.imul(hash ^ (codes[at] as number), 0x5bd1e995) + (hash >>> 15);
  return hash ^ (hash >>> 13);
}

/** True when the known word is spelt in `codes` at [start, end). */
function isAt(id: number, codes: Uint16Array, start: number, end: number): boolean {
  if (lengths[id] !== end - start) return false;
  const back = (begins[id] as number) - start;
  for (let at = start; at < end; at++) if (letters[back + at] !== codes[at]) return false;
  return true;
}

/** Keeps the letters of a new word. */
function spell(id: number, codes: Uint16Array, start: number, end: number): void {
  const size = end - start;
  if (filled + size > letters.length) {
    const more = new Uint16Array(2 * (filled + size));
    more.set(letters);
    letters = more;
  }
  letters.set(codes.subarray(start, end), filled);
  begins[id] = filled;
  lengths[id] = size;
  filled += size;
}

/** Twice as many slots: a small table stays near at hand. */
function makeRoom(): void {
  slots = new Uint16Array(2 * slots.length);
  for (let id = 1; id < words.length; id++) {
    const start = begins[id] as number;
    let slot = hashOf(letters, start, start + (lengths[id] as number)) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id;
  }
}

/** A slice of a long string keeps all of it in memory. */
const detached = (slice: string): string => ` ${slice}`.slice(1);

/** Longer ones are not listed. */
const LONGEST = 100;

/**
 * The word spelt in `text` at [start, end): a stretch of letters or digits, or dotted capitals; `codes` are the units of
 * the text. Known ones are found without cutting them out.
 */
export function wordAt(text: string, codes: Uint16Array, start: number, end: number): Word {
  let slot = hashOf(codes, start, end) & (slots.length - 1);
  for (let id = slots[slot] as number; id !== 0; id = slots[slot] as number) {
    if (isAt(id, codes, start, end)) return words[id] as Word;
    slot = (slot + 1) & (slots.length - 1);
  }
  const spelt = detached(text.slice(start, end));
  const folded = foldedOf(spelt);
  const capital = beginsWithCapital(spelt);
  if (words.length >= LIMIT || end - start > LONGEST) return { text: spelt, folded, capital, id: 0, form: 0 };
  const word = { text: spelt, folded, capital, id: words.length, form: formOf(folded) };
  slots[slot] = word.id;
  spell(word.id, codes, start, end);
  words.push(word);
  if (2 * words.length > slots.length) makeRoom();
  return word;
}

const UNKNOWN = 0;
const NOTHING = 1;

/** What a matcher knows of words, each asked for once: a sentence is passed over without looking its words up. */
export class Remembered<T extends object> {
  /** By number of a word: not asked for, nothing, or the place of the answer. */
  private readonly places = new Uint16Array(LIMIT);
  private readonly answers: (T | null)[] = [null, null];

  /** `ask` looks a word up; its answer for a spelling is remembered, also that there is none. */
  constructor(private readonly ask: (word: Word) => T | undefined) {}

  of(word: Word): T | null {
    const { id } = word;
    const place = this.places[id] as number;
    if (place !== UNKNOWN) return this.answers[place] as T | null;
    const answer = this.ask(word) ?? null;
    if (id > 0) this.places[id] = answer === null ? NOTHING : this.answers.push(answer) - 1;
    return answer;
  }
}

/** What is added to known numbers, so that 0 means not asked for and 1 none. */
const KNOWN = 2;

/** Numbers below 65,000 that words stand for, each asked for once; -1 for a word that stands for none. */
export class WordNumbers {
  private readonly known = new Uint16Array(LIMIT);

  constructor(private readonly ask: (word: Word) => number | undefined) {}

  of(word: Word): number {
    const { id } = word;
    const known = this.known[id] as number;
    if (known !== UNKNOWN) return known - KNOWN;
    const number = this.ask(word) ?? -1;
    if (id > 0) this.known[id] = number + KNOWN;
    return number;
  }

  /** Forgets all numbers: words stand for others now. */
  forget(): void {
    this.known.fill(UNKNOWN);
  }
}

/** A question about words that is asked for every word of a text, and answered once for each spelling. */
export class WordTest {
  private readonly states = new Uint8Array(LIMIT);

  constructor(private readonly test: (word: Word) => boolean) {}

  has(word: Word | undefined): boolean {
    if (word === undefined) return false;
    const { id } = word;
    const state = this.states[id] as number;
    if (state !== UNKNOWN) return state !== NOTHING;
    const member = this.test(word);
    if (id > 0) this.states[id] = member ? NOTHING + 1 : NOTHING;
    return member;
  }
}

/** A set of folded words that is asked for every word of a text. */
export class WordSet extends WordTest {
  constructor(members: Iterable<string>) {
    const known = new Set(members);
    super(({ folded }) => known.has(folded));
  }
}

/** A set of folded words, written as a list parted by blanks. */
export const wordSet = (list: string): WordSet => new WordSet(list.split(' '));
