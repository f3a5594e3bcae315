import { fold } from './fold';

/** One place of a phrase: the folded words it takes, or `null` for any word; how often it may be skipped or repeat. */
export interface Place {
  readonly words: ReadonlySet<string> | null;
  readonly least: number;
  readonly most: number;
}

/** Forms of a lemma written as `{lemma}` in a phrase, folded. */
export type Forms = (lemma: string) => readonly string[];

export class PhraseSyntaxError extends Error {
  constructor(
    readonly phrase: string,
    reason: string,
  ) {
    super(
      `Phrase "${phrase}": ${reason}. Write words, (a|b), (a|b)? , {verb}, * for one word, ~ for up to three words.`,
    );
    this.name = 'PhraseSyntaxError';
  }
}

/** Everything but marks and symbols: the classes of Unicode make an expression slow to compile, at each cold start. */
const LETTER = '[0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u3040-\\uffdc]';
const CAPITAL = '[A-Z\\u00c0-\\u00d6\\u00d8-\\u00de]';
const PIECE = new RegExp(
  `\\(([^)]*)\\)(\\??)|\\{([^}]+)\\}|(\\*)|(~)|((?:${CAPITAL}\\.)+${CAPITAL}?|${LETTER}+)`,
  'g',
);
const FIRST_PIECE = new RegExp(PIECE.source);
/** A choice of several words. */
export const LONG_CHOICE = /\([^()]*[^\s()|]\s+[^\s()|][^()]*\)/u;
const ANY = '*';
const SEVERAL = '~';
const GAP = 3;
/** Words up to this length are mostly articles and prepositions. */
export const COMMON = 3;

export const trimDot = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word);

const choices = (group: string): string[] => group.split('|').map((option) => fold(trimDot(option.trim())));

/** The words with which a phrase may begin. */
export function firstWords(phrase: string, forms: Forms): readonly string[] {
  const [, group, optional, lemma, any, gap, word] = FIRST_PIECE.exec(phrase) ?? [];
  if (lemma !== undefined) return forms(lemma);
  if (word !== undefined) return [fold(trimDot(word))];
  if (group !== undefined && !optional) return choices(group);
  throw new PhraseSyntaxError(
    phrase,
    any || gap || group ? 'it must begin with a word that is always there' : 'it holds no word',
  );
}

/** The places of a phrase as they are written: words, choices, lemmas, gaps. */
export const piecesOf = (phrase: string): readonly string[] => phrase.match(PIECE) ?? [];

function wordsOf(piece: string, forms: Forms): readonly string[] | null {
  if (piece === ANY || piece === SEVERAL) return null;
  if (piece.startsWith('{')) return forms(piece.slice(1, -1));
  return piece.startsWith('(') ? choices(piece.slice(1, piece.lastIndexOf(')'))) : [fold(trimDot(piece))];
}

/** What a piece stands for. */
export function placeOf(piece: string, forms: Forms): Place {
  const words = wordsOf(piece, forms);
  return {
    words: words && new Set(words),
    least: piece === SEVERAL || piece.endsWith('?') ? 0 : 1,
    most: piece === SEVERAL ? GAP : 1,
  };
}

const WORD_FIRST = /^[a-zñ]+(?=[ '-]|$)/;
const CHOICE_FIRST = /^\(([a-zñ]+(?:\|[a-zñ]+)*)\)(?!\?)/;
const LEMMA_FIRST = /^\{([^}]+)\}/;

/** The words under which a (folded) phrase is filed, where a glance tells: its first ones, when longer than common. */
export function firstLongWords(phrase: string, forms: Forms): readonly string[] | null {
  const choice = CHOICE_FIRST.exec(phrase)?.[1];
  const lemma = LEMMA_FIRST.exec(phrase)?.[1];
  const first = WORD_FIRST.exec(phrase)?.[0];
  const words = choice?.split('|') ?? (lemma === undefined ? first && [first] : forms(lemma));
  return words && words.some(({ length }) => length > COMMON) ? words : null;
}
