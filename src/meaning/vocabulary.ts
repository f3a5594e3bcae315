import { fold } from './fold';

/**
 * One spelling of a word, shared by all tokens that are spelt so. What a matcher has found out about a word is kept in
 * its `slots`, so that the few thousand words of the news are looked up once and not in every sentence.
 */
export interface Word {
  readonly text: string;
  /** Lower case without accents, ñ kept. */
  readonly folded: string;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  /** By matcher, see {@link newSlot}; undefined where the matcher was not asked yet. */
  readonly slots: unknown[];
}

/** News of a day use fewer words; a flood of invented ones must not fill the memory. */
const LIMIT = 16_384;
const words = new Map<string, Word>();

const startsWithCapital = (text: string): boolean => {
  const first = text.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  const char = text[0] ?? '';
  return char !== char.toLowerCase();
};

/** Dotted capitals fold without their last dot: "U.S." to "u.s". */
const foldedOf = (text: string): string => {
  if (text.startsWith('EE') && /^EE\.?\s?UU\.?$/u.test(text)) return 'eeuu';
  return fold(text.endsWith('.') ? text.slice(0, -1) : text);
};

/** The word that is spelt `text`: a stretch of letters or digits, or dotted capitals. */
export function wordOf(text: string): Word {
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size >= LIMIT) words.clear();
  const word = { text, folded: foldedOf(text), capital: startsWithCapital(text), slots: [] };
  words.set(text, word);
  return word;
}

let slots = 0;

/** A place of one's own in every word's `slots`. */
export const newSlot = (): number => slots++;

/** A set of folded words that asks once for each spelling. */
export class WordSet {
  private readonly slot = newSlot();
  private readonly members: ReadonlySet<string>;

  /** `words` is a list parted by blanks. */
  constructor(words: string) {
    this.members = new Set(words.split(' '));
  }

  has({ slots: known, folded }: Word): boolean {
    return (known[this.slot] ??= this.members.has(folded)) as boolean;
  }
}
