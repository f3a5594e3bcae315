import { codesOf } from './codes';
import { pattern } from './pattern';
import { wordAt, type Word } from './vocabulary';

/** One word or number of a text. Offsets are UTF-16 units into the text as given: [start, end). */
export interface Token {
  readonly text: string;
  /** Lower case without accents, ñ kept; what lexicons and gazetteers match. */
  readonly folded: string;
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
  /** Numbers of its spelling and of its folded form (see `vocabulary`). */
  readonly id: number;
  readonly form: number;
}

const COMMA = 44;
const FULL_STOP = 46;
const CAPITAL_E = 69;

const UNKNOWN = 0;
const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;
/** Up to the end of Latin Extended-B; an expression over all letters takes long to compile. */
const LATIN_END = 0x24f;
const LATIN_LETTER = /[A-Za-zªµºÀ-ÖØ-öø-ɏ]/;
const anyLetter = pattern('[\\p{L}\\p{M}]', 'u');
const UPPER = /^\p{Lu}$/u;

/** Classes of the characters of the basic plane, filled as texts hold them. */
const TABLE = new Uint8Array(0x10000);

function classify(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  const letter = code > LATIN_END ? anyLetter() : LATIN_LETTER;
  return letter.test(String.fromCharCode(code)) ? LETTER : OTHER;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Both halves of a pair have the class of the whole character. */
function pairClass(text: string, at: number, code: number): number {
  const second = code >= 0xdc00 && at > 0;
  const whole = second ? text.slice(at - 1, at + 1) : String.fromCodePoint(text.codePointAt(at) ?? 0);
  return anyLetter().test(whole) ? LETTER : OTHER;
}

/** Behind the end of a text stands a zero, which is neither letter nor digit. */
function classAt(text: string, codes: Uint16Array, at: number): number {
  const code = codes[at] as number;
  const known = TABLE[code] as number;
  if (known !== UNKNOWN) return known;
  return isSurrogate(code) ? pairClass(text, at, code) : (TABLE[code] = classify(code));
}

const isUpper = (code: number): boolean =>
  code < 128 ? code >= 65 && code <= 90 : UPPER.test(String.fromCharCode(code));

/** End of dotted capitals from `start` ("U.S.", "D.C"), or `start` when there are none. */
function dottedEnd(text: string, codes: Uint16Array, start: number): number {
  let at = start;
  let letters = 0;
  while (isUpper(codes[at] as number) && classAt(text, codes, at + 1) !== LETTER) {
    letters++;
    at++;
    if (codes[at] !== FULL_STOP) break;
    at++;
  }
  return letters > 1 ? at : start;
}

/** "EE. UU.", "EE.UU." and "EEUU": the Spanish abbreviation parted by a blank would be two words otherwise. */
const unitedStates = pattern('EE\\.?\\s?UU(?![\\p{L}\\p{M}])\\.?', 'uy');

function unitedStatesEnd(text: string, start: number): number {
  if (text[start + 1] !== 'E') return start;
  const expression = unitedStates();
  expression.lastIndex = start;
  return expression.test(text) ? expression.lastIndex : start;
}

function numberEnd(text: string, codes: Uint16Array, start: number): number {
  let at = start;
  for (;;) {
    while (classAt(text, codes, at) === DIGIT) at++;
    const separated = codes[at] === FULL_STOP || codes[at] === COMMA;
    if (!separated || classAt(text, codes, at + 1) !== DIGIT) return at;
    at++;
  }
}

function wordEnd(text: string, codes: Uint16Array, start: number): number {
  let at = start;
  while (classAt(text, codes, at) === LETTER) at++;
  while (classAt(text, codes, at) === DIGIT) at++;
  return at;
}

/** End of what begins with a letter: an abbreviation with dots, or a word. */
function lettersEnd(text: string, codes: Uint16Array, start: number): number {
  const next = codes[start + 1];
  if (next === CAPITAL_E && codes[start] === CAPITAL_E) {
    const states = unitedStatesEnd(text, start);
    if (states > start) return states;
  }
  const dotted = next === FULL_STOP ? dottedEnd(text, codes, start) : start;
  return dotted > start ? dotted : wordEnd(text, codes, start);
}

/**
 * Words of `text` in order. Letters and digits make words; hyphens and apostrophes part them ("l'Intérieur" is
 * l + Intérieur, "mega-prison" is mega + prison, "Bukele's" is Bukele + s). Dotted capitals are one word: "U.S." folds
 * to "u.s", "EE. UU." to "eeuu". Of a longer text only [from, to) is read, which parts no word.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const codes = codesOf(text);
  const tokens: Token[] = [];
  for (let at = from; at < to;) {
    const kind = classAt(text, codes, at);
    if (kind === OTHER) {
      at++;
      continue;
    }
    const start = at;
    at = kind === DIGIT ? numberEnd(text, codes, at) : lettersEnd(text, codes, at);
    const { text: spelt, folded, capital, id, form } = wordAt(text, codes, start, at);
    tokens.push({ text: spelt, folded, capital, start, end: at, id, form });
  }
  return tokens;
}

/** The token at a place, if there is one; V8 takes a place below zero for a name, and looks names up slowly. */
export const tokenAt = (tokens: readonly Token[], at: number): Token | undefined =>
  at < 0 ? undefined : tokens[at];

/** The folded word at a place; empty where there is none. */
export const foldedAt = (tokens: readonly Token[], at: number): string => tokenAt(tokens, at)?.folded ?? '';

/** The first `most` stretches of letters in `text`, digits and all else left out. */
export function letterRuns(text: string, most: number): Word[] {
  const codes = codesOf(text);
  const runs: Word[] = [];
  for (let at = 0; at < text.length && runs.length < most; at++) {
    if (classAt(text, codes, at) !== LETTER) continue;
    const start = at;
    while (classAt(text, codes, at) === LETTER) at++;
    runs.push(wordAt(text, codes, start, at));
  }
  return runs;
}

/** True for a word that starts with a capital letter ("Perú", "CECOT", "U.S."). */
export const isCapitalised = ({ capital }: Word): boolean => capital;

/** True for a word of two or more letters all in capitals ("CECOT", "INPE"). */
export const isAllCapitals = (token: Word): boolean =>
  token.text.length > 1 && isCapitalised(token) && token.text === token.text.toUpperCase();
