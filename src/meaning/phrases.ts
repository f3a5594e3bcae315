import { fold } from './fold';
import type { Token } from './tokens';

/** A phrase found: `value` of the phrase and the tokens [from, to) it covers. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

export interface PhraseOptions {
  /** The text must be written with the very capitals of the phrase ("ICE", "La Reforma", "US"). */
  readonly cased?: boolean;
}

/** One place of a phrase: the folded words it takes, or `null` for any word; how often it may be skipped or repeat. */
interface Place {
  readonly words: ReadonlySet<string> | null;
  readonly least: number;
  readonly most: number;
}

interface Phrase<T> {
  readonly places: readonly Place[];
  readonly exact: readonly string[] | null;
  readonly value: T;
}

export class PhraseSyntaxError extends Error {
  constructor(
    readonly phrase: string,
    reason: string,
  ) {
    super(
      `Phrase "${phrase}": ${reason}. Write words, (a|b), (a|b)? , * for one word, ~ for up to three words.`,
    );
    this.name = 'PhraseSyntaxError';
  }
}

const WORDS = /[\p{L}\p{M}\p{N}.]+/gu;
const PIECE = /\(([^)]*)\)(\??)|(\*)|(~)|((?:\p{Lu}\.)+\p{Lu}?|[\p{L}\p{M}\p{N}]+)/gu;
const GAP = 3;

const trimDot = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word);

const SIMPLE = /^[a-zñ0-9]+$/;

const parse = (phrase: string): Place[] => {
  if (SIMPLE.test(phrase)) return [{ words: new Set([phrase]), least: 1, most: 1 }];
  const places: Place[] = [];
  for (const [, group, optional, any, gap, word] of phrase.matchAll(PIECE)) {
    if (group !== undefined) {
      const words = group.split('|').map((option) => fold(trimDot(option.trim())));
      if (words.some((option) => option === '' || /\s/.test(option)))
        throw new PhraseSyntaxError(phrase, 'each choice inside (…) must be one word');
      places.push({ words: new Set(words), least: optional ? 0 : 1, most: 1 });
    } else if (any) places.push({ words: null, least: 1, most: 1 });
    else if (gap) places.push({ words: null, least: 0, most: GAP });
    else if (word) places.push({ words: new Set([fold(trimDot(word))]), least: 1, most: 1 });
  }
  const first = places[0];
  if (!first) throw new PhraseSyntaxError(phrase, 'it holds no word');
  if (first.words === null || first.least === 0)
    throw new PhraseSyntaxError(phrase, 'it must begin with a word that is always there');
  return places;
};

/** End of the longest match of `places[at…]` from token `position`, or -1. */
function reach(
  tokens: readonly Token[],
  end: number,
  position: number,
  places: readonly Place[],
  at: number,
): number {
  const place = places[at];
  if (place === undefined) return position;
  if (place.least === 1) {
    if (position >= end) return -1;
    if (place.words !== null && !place.words.has((tokens[position] as Token).folded)) return -1;
    return reach(tokens, end, position + 1, places, at + 1);
  }
  for (let taken = place.words === null ? 0 : place.most; ; taken += place.words === null ? 1 : -1) {
    if (taken < 0 || taken > place.most || position + taken > end) return -1;
    const fits = place.words === null || taken === 0 || place.words.has(tokens[position]?.folded ?? '');
    const stop = fits ? reach(tokens, end, position + taken, places, at + 1) : -1;
    if (stop >= 0) return stop;
  }
}

/**
 * Finds many phrases in tokens at once: phrases are filed under their first word, so a text costs one look-up a word.
 * Phrase syntax, besides plain words: `(a|b)` one of these words, `(a|b)?` one of these or none, `*` any one word,
 * `~` up to three words. Case and accents do not matter unless `cased`; hyphens and apostrophes part words, as in
 * `tokenize`.
 *
 *     const matcher = new PhraseMatcher<string>();
 *     matcher.add('(cárcel|cárceles) de máxima seguridad', 'maximum-security');
 *     matcher.find(tokenize('Visitó la cárcel de máxima seguridad')); // [{ value, from: 2, to: 6 }]
 */
export class PhraseMatcher<T> {
  private readonly byFirst = new Map<string, Phrase<T>[]>();

  /** Throws {@link PhraseSyntaxError} for a phrase that has no fixed first word. */
  add(phrase: string, value: T, options: PhraseOptions = {}): void {
    const exact = options.cased ? (phrase.match(WORDS) ?? []).map(trimDot) : null;
    this.file({ places: parse(phrase), exact, value });
  }

  /** Files single folded words (inflections) at once, without parsing them. */
  addWords(words: Iterable<string>, value: T): void {
    for (const word of words) this.put(word, { places: [], exact: null, value });
  }

  private file(phrase: Phrase<T>): void {
    for (const word of phrase.places[0]?.words ?? []) this.put(word, phrase);
  }

  private put(word: string, phrase: Phrase<T>): void {
    const list = this.byFirst.get(word);
    if (list) list.push(phrase);
    else this.byFirst.set(word, [phrase]);
  }

  /** All matches in tokens [from, to), by start; matches of different phrases may overlap. */
  find(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let at = from; at < to; at++) {
      const list = this.byFirst.get((tokens[at] as Token).folded);
      if (list === undefined) continue;
      for (const phrase of list) {
        const end = phrase.places.length < 2 ? at + 1 : reach(tokens, to, at + 1, phrase.places, 1);
        if (end < 0) continue;
        if (phrase.exact && !phrase.exact.every((word, i) => trimDot(tokens[at + i]?.text ?? '') === word))
          continue;
        found.push({ value: phrase.value, from: at, to: end });
      }
    }
    return found;
  }

  /** Matches that no longer match covers: the usual wish for names of places, prisons and persons. */
  findLongest(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch<T>[] {
    const all = this.find(tokens, from, to);
    return all.filter(
      (match) =>
        !all.some(
          (other) =>
            other.to - other.from > match.to - match.from && other.from <= match.from && match.to <= other.to,
        ),
    );
  }
}
