import { fold } from './fold';

/** One word or number of a text. Offsets are UTF-16 units into the text as given: [start, end). */
export interface Token {
  readonly text: string;
  /** Lower case without accents, ñ kept; what lexicons and gazetteers match. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters and digits make words; hyphens and apostrophes part them ("l'Intérieur" is l + Intérieur, "mega-prison" is
 * mega + prison, "Bukele's" is Bukele + s). Dotted capitals are one word: "U.S." folds to "u.s", "EE. UU." to "eeuu".
 */
const WORD = /EE\.?\s?UU\b\.?|\p{Lu}\.(?:\p{Lu}\.)*\p{Lu}\b\.?|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+\d*/gu;

const foldWord = (text: string): string => {
  if (!text.includes('.')) return /^EE\s/.test(text) ? 'eeuu' : fold(text);
  if (text.startsWith('EE')) return 'eeuu';
  return fold(text.endsWith('.') ? text.slice(0, -1) : text);
};

/** Words of `text` in order. `offset` is added to every position (for a sentence inside a longer text). */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const word = match[0];
    const start = offset + match.index;
    tokens.push({ text: word, folded: foldWord(word), start, end: start + word.length });
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
