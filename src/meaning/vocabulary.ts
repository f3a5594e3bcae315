import { fold } from './fold';

/** One spelling of a word. */
export interface Word {
  readonly text: string;
  /** Lower case without accents, ñ kept. */
  readonly folded: string;
  /** Number of the spelling, by which matchers remember what they found out about it; 0 beyond the limit. */
  readonly id: number;
}

/** News use fewer words for years; a flood of invented ones must not fill the memory. */
const LIMIT = 1 << 15;
const words = new Map<string, Word>();

/** Dotted capitals fold without their last dot: "U.S." to "u.s". */
const foldedOf = (text: string): string => {
  if (text.startsWith('EE') && /^EE\.?\s?UU\.?$/u.test(text)) return 'eeuu';
  return fold(text.endsWith('.') ? text.slice(0, -1) : text);
};

/** The word that is spelt `text`: a stretch of letters or digits, or dotted capitals. */
export function wordOf(text: string): Word {
  const known = words.get(text);
  if (known !== undefined) return known;
  const listed = words.size < LIMIT - 1;
  const word = { text, folded: foldedOf(text), id: listed ? words.size + 1 : 0 };
  if (listed) words.set(text, word);
  return word;
}

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/**
 * Which words a matcher knows nothing about: most of them, told by one byte each, so that a sentence is passed over
 * without looking up its words.
 */
export class Familiar {
  private readonly states = new Uint8Array(LIMIT);

  /** `ask` looks a folded word up; its answer for a spelling is remembered. */
  constructor(private readonly ask: (folded: string) => boolean) {}

  has({ id, folded }: { readonly id: number; readonly folded: string }): boolean {
    const state = this.states[id];
    if (state !== UNKNOWN) return state === YES;
    const known = this.ask(folded);
    if (id > 0) this.states[id] = known ? YES : NO;
    return known;
  }

  /** Forgets all answers: the matcher has learnt new words. */
  forget(): void {
    this.states.fill(UNKNOWN);
  }
}

/** A set of folded words, written as a list parted by blanks. */
export function wordSet(list: string): Familiar {
  const members = new Set(list.split(' '));
  return new Familiar((folded) => members.has(folded));
}
