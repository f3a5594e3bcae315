import { Beginnings } from './beginnings';
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
import { Pairs } from './pairs';
import { formsOf, reach, stepOf, type Step } from './steps';
import type { Token } from './tokens';
import { formIn, formOf, Remembered } from './vocabulary';

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
  steps: readonly Step[] | null;
  /** 1 when it is filed under its second word because the first is as common as "de" or "the", else 0. */
  readonly lead: 0 | 1;
  readonly exact: readonly string[] | null;
  readonly value: T;
}

const isWritten = (tokens: readonly Token[], start: number, exact: readonly string[]): boolean =>
  exact.every((word, i) => trimDot(tokens[start + i]?.text ?? '') === word);

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
    return filed && this.drawerOf(filed, formOf(folded));
  });
  private readonly pairs = new Pairs();
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
    const filed: Phrase<T> = { source: phrase, steps: null, lead, exact, value };
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
    const filed: Phrase<T> = { source: null, steps: [], lead: 0, exact: null, value };
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

  private stepOf(piece: string): Step {
    const known = this.steps.get(piece);
    if (known !== undefined) return known;
    const step = stepOf(placeOf(piece, this.forms));
    this.steps.set(piece, step);
    return step;
  }

  private stepsOf(phrase: Phrase<T>): readonly Step[] {
    return (phrase.steps ??= piecesOf(phrase.source ?? '').map((piece) => this.stepOf(piece)));
  }

  private drawerOf(filed: readonly Phrase<T>[], form: number): Beginnings<Phrase<T>> {
    const after = new Map<number, Phrase<T>[]>();
    for (const phrase of filed) {
      const first = phrase.lead === 1 ? this.stepsOf(phrase)[0] : undefined;
      for (const word of first ? formsOf(first) : []) {
        const there = after.get(word);
        if (there === undefined) after.set(word, [phrase]);
        else there.push(phrase);
        this.pairs.add(word, form);
      }
    }
    const own = filed.filter(({ lead }) => lead === 0);
    return new Beginnings(
      own,
      after.size > 0 ? after : null,
      form,
      this.pairs,
      (phrase) => this.stepsOf(phrase)[1],
    );
  }

  /** End of `phrase`, whose words up to the one it is filed under are there from token `start` on, or -1. */
  private match(phrase: Phrase<T>, tokens: readonly Token[], start: number, to: number): number {
    if (phrase.source === null) return start + 1;
    const steps = phrase.steps ?? this.stepsOf(phrase);
    const done = phrase.lead + 1;
    const end = steps.length <= done ? start + done : reach(tokens, to, start + done, steps, done);
    return end < 0 || phrase.exact === null || isWritten(tokens, start, phrase.exact) ? end : -1;
  }

  /** All matches in tokens [from, to), by start; matches of different phrases may overlap. */
  find(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch<T>[] {
    this.asked = true;
    const found: PhraseMatch<T>[] = [];
    for (let at = from; at < to; at++) {
      const token = tokens[at] as Token;
      const drawer = this.known.of(token);
      if (drawer === null) continue;
      for (const phrase of drawer.before(at + 1 < to ? formIn(tokens[at + 1] as Token) : 0)) {
        const end = this.match(phrase, tokens, at, to);
        if (end >= 0) found.push({ value: phrase.value, from: at, to: end });
      }
      if (drawer.after !== null && at > from) this.findBack(drawer.after, tokens, at, to, found);
    }
    return found;
  }

  /** Adds the matches of phrases whose second word is token `at`. */
  private findBack(
    after: ReadonlyMap<number, readonly Phrase<T>[]>,
    tokens: readonly Token[],
    at: number,
    to: number,
    found: PhraseMatch<T>[],
  ): void {
    const first = formIn(tokens[at - 1] as Token);
    if (!this.pairs.mayHold(first, formIn(tokens[at] as Token))) return;
    for (const phrase of after.get(first) ?? []) {
      const end = this.match(phrase, tokens, at - 1, to);
      if (end >= 0) insert(found, { value: phrase.value, from: at - 1, to: end });
    }
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
