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

function placeOf(words: readonly string[], least: 0 | 1): Place {
  return { words: new Set(words), least, most: 1 };
}

/** Folded words, groups and lemmas between single blanks, which most phrases are made of. */
const PLAIN = /^(?:(?:[\da-zñ]+|\([\da-zñ|]+\)\??|\{[a-zñ]+\})(?: |$))+$/;

function placeOfPlain(piece: string, forms: Forms): Place {
  if (piece.startsWith('{')) return placeOf(forms(piece.slice(1, -1)), 1);
  if (!piece.startsWith('(')) return placeOf([piece], 1);
  const optional = piece.endsWith('?');
  return placeOf(piece.slice(1, optional ? -2 : -1).split('|'), optional ? 0 : 1);
}

/** Takes a phrase apart. */
export function parse(phrase: string, forms: Forms): Place[] {
  if (PLAIN.test(phrase)) return phrase.split(' ').map((piece) => placeOfPlain(piece, forms));
  const places: Place[] = [];
  for (const [, group, optional, lemma, any, gap, word] of phrase.matchAll(PIECE)) {
    if (group !== undefined) places.push(placeOf(choices(group), optional ? 0 : 1));
    else if (lemma) places.push(placeOf(forms(lemma), 1));
    else if (any) places.push({ words: null, least: 1, most: 1 });
    else if (gap) places.push({ words: null, least: 0, most: GAP });
    else if (word) places.push(placeOf([fold(trimDot(word))], 1));
  }
  return places;
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
