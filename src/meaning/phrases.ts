import { Beginnings } from './beginnings';
import { fold } from './fold';
import { pattern } from './pattern';
import {
  COMMON,
  firstLongWords,
  firstWords,
  type Forms,
  LONG_CHOICE,
  parse,
  PhraseSyntaxError,
  type Place,
  trimDot,
} from './phrase-syntax';
import type { Token } from './tokens';
import { Remembered } from './vocabulary';

/** A phrase found: `value` of the phrase and the tokens [from, to) it covers. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

export interface PhraseOptions {
  /** Files the phrase only under this one of its words. */
  readonly under?: string;
  /** The text must be written with the very capitals of the phrase ("ICE", "La Reforma", "US"). */
  readonly cased?: boolean;
}

const wordsAsWritten = pattern('[\\p{L}\\p{M}\\p{N}.]+', 'gu');

interface Phrase<T> {
  /** As written; null for a single word. */
  readonly source: string | null;
  /** Filled when its first word is first met in a text: most phrases of a lexicon never are. */
  places: readonly Place[] | null;
  /** 1 when it is filed under its second word because the first is as common as "de" or "the", else 0. */
  readonly lead: 0 | 1;
  readonly exact: readonly string[] | null;
  readonly value: T;
}

/** The phrases filed under one word. */
interface Drawer<T> {
  /** Those that begin with it. */
  readonly own: Beginnings<Phrase<T>>;
  /** Those filed under their second word, by the first; null for none. */
  readonly after: ReadonlyMap<string, readonly Phrase<T>[]> | null;
}

const takes = ({ words, only }: Place, word: string): boolean =>
  only === null ? words === null || words.has(word) : only === word;

const isWritten = (tokens: readonly Token[], start: number, exact: readonly string[]): boolean =>
  exact.every((word, i) => trimDot(tokens[start + i]?.text ?? '') === word);

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
    if (!takes(place, (tokens[position] as Token).folded)) return -1;
    return reach(tokens, end, position + 1, places, at + 1);
  }
  for (let taken = place.words === null ? 0 : place.most; ; taken += place.words === null ? 1 : -1) {
    if (taken < 0 || taken > place.most || position + taken > end) return -1;
    const fits = taken === 0 || takes(place, tokens[position]?.folded ?? '');
    const stop = fits ? reach(tokens, end, position + taken, places, at + 1) : -1;
    if (stop >= 0) return stop;
  }
}

/** Puts a match behind those that begin before or with it. */
function insert<T>(found: PhraseMatch<T>[], match: PhraseMatch<T>): void {
  let at = found.length;
  for (; at > 0 && (found[at - 1] as PhraseMatch<T>).from > match.from; at--)
    found[at] = found[at - 1] as PhraseMatch<T>;
  found[at] = match;
}

/**
 * Finds many phrases in tokens at once: phrases are filed under their first word, so a text costs one look-up a word.
 * Phrase syntax, besides plain words: `(a|b)` one of these words, `(a|b)?` one of these or none, `{verb}` one of its
 * forms, `*` any one word, `~` up to three words. Case and accents do not matter unless `cased`; hyphens and apostrophes part words, as in
 * `tokenize`.
 *
 *     const matcher = new PhraseMatcher<string>();
 *     matcher.add('(cárcel|cárceles) de máxima seguridad', 'maximum-security');
 *     matcher.find(tokenize('Visitó la cárcel de máxima seguridad')); // [{ value, from: 2, to: 6 }]
 */
export class PhraseMatcher<T> {
  private readonly byFirst = new Map<string, Phrase<T>[]>();
  private readonly known = new Remembered(({ folded }) => {
    // What is filed under the word already came from another spelling of it.
    if (!this.byFirst.has(folded)) this.fillFor(folded);
    const filed = this.byFirst.get(folded);
    return filed && this.drawerOf(filed);
  });
  private asked = false;
  private filling = false;

  /**
   * `forms` gives the forms of lemmas written as `{lemma}`. `fill` is called with each new word before it is looked up,
   * unless phrases are filed under it already, and may add phrases, all of them filed under this word.
   */
  constructor(
    private readonly forms: Forms = (lemma) => [fold(lemma)],
    private readonly fill: (word: string) => void = () => undefined,
  ) {}

  /** Throws {@link PhraseSyntaxError} for a phrase without a fixed first word, or with a choice of several words. */
  add(phrase: string, value: T, options: PhraseOptions = {}): void {
    if (phrase.includes('(') && LONG_CHOICE.test(phrase))
      throw new PhraseSyntaxError(phrase, 'each choice inside (…) must be one word');
    const exact = options.cased ? (phrase.match(wordsAsWritten()) ?? []).map(trimDot) : null;
    const { under } = options;
    const { words, lead } = this.anchor(phrase);
    const filed: Phrase<T> = { source: phrase, places: null, lead, exact, value };
    for (const word of words) if (under === undefined || under === word) this.put(word, filed);
  }

  /** The words a phrase is filed under: its first, or its second when the first is as common as "de". */
  anchor(phrase: string): { readonly words: Iterable<string>; readonly lead: 0 | 1 } {
    const first = firstWords(phrase, this.forms);
    const second = first.every((word) => word.length <= COMMON) ? parse(phrase, this.forms)[1] : undefined;
    const anchored = second !== undefined && second.words !== null && second.least === 1;
    return anchored ? { words: second.words ?? [], lead: 1 } : { words: first, lead: 0 };
  }

  /** Files single folded words (inflections) at once, without parsing them. */
  addWords(words: Iterable<string>, value: T): void {
    const filed: Phrase<T> = { source: null, places: [], lead: 0, exact: null, value };
    for (const word of words) this.put(word, filed);
  }

  /** The words a (folded) phrase is filed under, where a glance tells; else null. */
  glance(phrase: string): readonly string[] | null {
    return firstLongWords(phrase, this.forms);
  }

  private fillFor(word: string): void {
    this.filling = true;
    this.fill(word);
    this.filling = false;
  }

  private put(word: string, phrase: Phrase<T>): void {
    if (this.asked && !this.filling) this.known.forget();
    const there = this.byFirst.get(word);
    if (there === undefined) this.byFirst.set(word, [phrase]);
    else there.push(phrase);
  }

  private placesOf(phrase: Phrase<T>): readonly Place[] {
    return (phrase.places ??= parse(phrase.source ?? '', this.forms));
  }

  private drawerOf(filed: readonly Phrase<T>[]): Drawer<T> {
    const after = new Map<string, Phrase<T>[]>();
    for (const phrase of filed)
      for (const word of phrase.lead === 1 ? (this.placesOf(phrase)[0]?.words ?? []) : []) {
        const there = after.get(word);
        if (there === undefined) after.set(word, [phrase]);
        else there.push(phrase);
      }
    const own = filed.filter(({ lead }) => lead === 0);
    return {
      own: new Beginnings(own, (phrase) => this.placesOf(phrase)[1]),
      after: after.size > 0 ? after : null,
    };
  }

  /** End of `phrase`, whose words up to the one it is filed under are there from token `start` on, or -1. */
  private match(phrase: Phrase<T>, tokens: readonly Token[], start: number, to: number): number {
    const places = this.placesOf(phrase);
    const done = phrase.lead + 1;
    const end = places.length <= done ? start + done : reach(tokens, to, start + done, places, done);
    return end < 0 || phrase.exact === null || isWritten(tokens, start, phrase.exact) ? end : -1;
  }

  /** All matches in tokens [from, to), by start; matches of different phrases may overlap. */
  find(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch<T>[] {
    this.asked = true;
    const found: PhraseMatch<T>[] = [];
    for (let at = from; at < to; at++) {
      const drawer = this.known.of(tokens[at] as Token);
      if (drawer === null) continue;
      for (const phrase of drawer.own.before(at + 1 < to ? (tokens[at + 1] as Token).folded : null)) {
        const end = this.match(phrase, tokens, at, to);
        if (end >= 0) found.push({ value: phrase.value, from: at, to: end });
      }
      if (at === from || drawer.after === null) continue;
      const after = drawer.after.get((tokens[at - 1] as Token).folded);
      if (after === undefined) continue;
      for (const phrase of after) {
        const end = this.match(phrase, tokens, at - 1, to);
        if (end >= 0) insert(found, { value: phrase.value, from: at - 1, to: end });
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
