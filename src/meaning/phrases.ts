import { Drawers } from './drawers';
import { fold } from './fold';
import { pattern } from './pattern';
import {
  COMMON,
  firstLongWords,
  firstWords,
  type Forms,
  LONG_CHOICE,
  PhraseSyntaxError,
  piecesOf,
  placeOf,
  trimDot,
} from './phrase-syntax';
import { EMPTY, type Filed, type PhraseMatch } from './phrase-lists';
import { stepOf, type Step } from './steps';
import type { Token } from './tokens';
import { formIn, formOf, WordNumbers } from './vocabulary';

export type { PhraseMatch } from './phrase-lists';

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
  readonly lead: 0 | 1;
  readonly exact: readonly string[] | null;
  readonly value: T;
}

/** Moves the last matches, from number `first` on, behind those that begin before or with them. */
function sink<T>(found: PhraseMatch<T>[], first: number): void {
  for (let last = first; last < found.length; last++) {
    const match = found[last] as PhraseMatch<T>;
    let at = last;
    for (; at > 0 && (found[at - 1] as PhraseMatch<T>).from > match.from; at--)
      found[at] = found[at - 1] as PhraseMatch<T>;
    found[at] = match;
  }
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
  private readonly numbers = new WordNumbers(({ folded }) => this.drawerOf(folded));
  private drawers = new Drawers<T>();
  /** By piece: phrases share most of them, and what many share lies near at hand. */
  private readonly steps = new Map<string, Step>();
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
    const filed: Phrase<T> = { source: phrase, lead, exact, value };
    for (const word of words) if (under === undefined || under === word) this.put(word, filed);
  }

  /** The words a phrase is filed under: its first, or its second when the first is as common as "de". */
  anchor(phrase: string): { readonly words: Iterable<string>; readonly lead: 0 | 1 } {
    const first = firstWords(phrase, this.forms);
    const piece = first.every((word) => word.length <= COMMON) ? piecesOf(phrase)[1] : undefined;
    const second = piece === undefined ? null : placeOf(piece, this.forms);
    return second?.words && second.least === 1 ? { words: second.words, lead: 1 } : { words: first, lead: 0 };
  }

  /** Files single folded words (inflections) at once, without parsing them. */
  addWords(words: Iterable<string>, value: T): void {
    const filed: Phrase<T> = { source: null, lead: 0, exact: null, value };
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
    if (this.asked && !this.filling) this.forget();
    const there = this.byFirst.get(word);
    if (there === undefined) this.byFirst.set(word, [phrase]);
    else there.push(phrase);
  }

  private stepOf(piece: string): Step {
    const known = this.steps.get(piece);
    if (known !== undefined) return known;
    const step = stepOf(placeOf(piece, this.forms));
    this.steps.set(piece, step);
    return step;
  }

  private filed({ source, lead, exact, value }: Phrase<T>): Filed<T> {
    const steps = source === null ? [] : piecesOf(source).map((piece) => this.stepOf(piece));
    return { steps, lead, exact, value };
  }

  /** The number of the drawer of a (folded) word, if anything is filed under it. */
  private drawerOf(word: string): number | undefined {
    // What is filed under the word already came from another spelling of it.
    if (!this.byFirst.has(word)) this.fillFor(word);
    const phrases = this.byFirst.get(word);
    return phrases && this.drawers.of(formOf(word), () => phrases.map((phrase) => this.filed(phrase)));
  }

  /** The matcher has learnt new phrases. */
  private forget(): void {
    this.numbers.forget();
    this.drawers = new Drawers();
  }

  /** All matches in tokens [from, to), by start; matches of different phrases may overlap. */
  find(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch<T>[] {
    this.asked = true;
    const { numbers, drawers } = this;
    const { lists } = drawers;
    const found: PhraseMatch<T>[] = [];
    let before = 0;
    for (let at = from; at < to; at++) {
      const token = tokens[at] as Token;
      const drawer = numbers.of(token);
      const form = formIn(token);
      if (drawer >= 0) {
        const next = at + 1 < to ? formIn(tokens[at + 1] as Token) : 0;
        lists.take(drawers.before(drawer, form, next), tokens, at, at + 1, to, found);
        const behind = drawers.behind(before, form);
        if (behind !== EMPTY) {
          const first = found.length;
          lists.take(behind, tokens, at - 1, at + 1, to, found);
          sink(found, first);
        }
      }
      before = form;
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
