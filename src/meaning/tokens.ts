import { fold } from './fold';

/** One word or number of a text. Offsets are UTF-16 units into the text as given: [start, end). */
export interface Token {
  readonly text: string;
  /** Lower case without accents, ñ kept; what lexicons and gazetteers match. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const ANY_LETTER = /[\p{L}\p{M}]/u;
const UPPER = /^\p{Lu}$/u;

/** Classes of the characters up to Latin Extended-B, which is nearly all there is. */
const TABLE = Uint8Array.from({ length: 0x250 }, (_unused, code) => {
  if (code >= 48 && code <= 57) return DIGIT;
  return ANY_LETTER.test(String.fromCharCode(code)) ? LETTER : OTHER;
});

const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < TABLE.length) return TABLE[code] ?? OTHER;
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  // The second half of a pair has the class of the whole character.
  const whole = code >= 0xdc00 && code <= 0xdfff && at > 0 ? text.slice(at - 1, at + 1) : letter;
  return ANY_LETTER.test(whole) ? LETTER : OTHER;
};

const isUpper = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return UPPER.test(text[at] ?? '');
};

/** End of dotted capitals from `start` ("U.S.", "D.C"), or `start` when there are none. */
function dottedEnd(text: string, start: number): number {
  let at = start;
  let letters = 0;
  while (isUpper(text, at) && classAt(text, at + 1) !== LETTER) {
    letters++;
    at++;
    if (text[at] !== '.') break;
    at++;
  }
  return letters > 1 ? at : start;
}

/** "EE. UU.", "EE.UU." and "EEUU": the Spanish abbreviation parted by a blank would be two words otherwise. */
const UNITED_STATES = /EE\.?\s?UU(?![\p{L}\p{M}])\.?/uy;

function unitedStatesEnd(text: string, start: number): number {
  UNITED_STATES.lastIndex = start;
  return UNITED_STATES.test(text) ? UNITED_STATES.lastIndex : start;
}

function numberEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (classAt(text, at) === DIGIT) at++;
    const separated = (text[at] === '.' || text[at] === ',') && classAt(text, at + 1) === DIGIT;
    if (!separated) return at;
    at++;
  }
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && classAt(text, at) === LETTER) at++;
  while (at < text.length && classAt(text, at) === DIGIT) at++;
  return at;
}

const withoutDot = (text: string): string => (text.endsWith('.') ? text.slice(0, -1) : text);

/**
 * Words of `text` in order. Letters and digits make words; hyphens and apostrophes part them ("l'Intérieur" is
 * l + Intérieur, "mega-prison" is mega + prison, "Bukele's" is Bukele + s). Dotted capitals are one word: "U.S." folds
 * to "u.s", "EE. UU." to "eeuu". `offset` is added to every position (for a sentence inside a longer text).
 */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number, folded?: string): number => {
    const word = text.slice(start, end);
    tokens.push({ text: word, folded: folded ?? fold(word), start: offset + start, end: offset + end });
    return end;
  };
  for (let at = 0; at < text.length;) {
    const kind = classAt(text, at);
    if (kind === OTHER) at++;
    else if (kind === DIGIT) at = push(at, numberEnd(text, at));
    else {
      const code = text.charCodeAt(at);
      const states = code === 69 && text.charCodeAt(at + 1) === 69 ? unitedStatesEnd(text, at) : at;
      const dotted = text.charCodeAt(at + 1) === 46 ? dottedEnd(text, at) : at;
      if (states > at) at = push(at, states, 'eeuu');
      else if (dotted > at) at = push(at, dotted, fold(withoutDot(text.slice(at, dotted))));
      else at = push(at, wordEnd(text, at));
    }
  }
  return tokens;
}

/** True for a word that starts with a capital letter ("Perú", "CECOT", "U.S."). */
export const isCapitalised = (token: Token): boolean => {
  const first = token.text.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  const char = token.text[0] ?? '';
  return char !== char.toLowerCase();
};

/** True for a word of two or more letters all in capitals ("CECOT", "INPE"). */
export const isAllCapitals = (token: Token): boolean =>
  token.text.length > 1 && isCapitalised(token) && token.text === token.text.toUpperCase();
