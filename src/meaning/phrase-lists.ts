import { trimDot } from './phrase-syntax';
import { type Step, takesAny, takesForm } from './steps';
import type { Token } from './tokens';
import { formIn } from './vocabulary';

/** A phrase found: `value` of the phrase and the tokens [from, to) it covers. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** A phrase as it is filed. */
export interface Filed<T> {
  /** All its steps; none for a single word. */
  readonly steps: readonly Step[];
  /** 1 when it is filed under its second word, else 0. */
  readonly lead: 0 | 1;
  /** Its words as they must be written; null when it does not matter. */
  readonly exact: readonly string[] | null;
  readonly value: T;
}

/** The list that holds no phrase. */
export const EMPTY = 0;

const takes = (step: Step, token: Token): boolean => takesForm(step, formIn(token));

const isPlain = ({ only, least, most }: Step): boolean => only > 0 && least === 1 && most === 1;

/** A number for each of the values that were numbered before. */
class Numbered<V> {
  readonly values: V[] = [];
  private readonly numbers = new Map<V, number>();

  numberOf(value: V): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    this.numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/**
 * Lists of phrases as numbers, one after the other in one piece of memory: a text tries a few of thousands of phrases,
 * and what it costs is fetching them from far away, not comparing them.
 *
 * A list is how many phrases it holds, then of each the number of its value, of its spelling (0 for any), how many steps
 * it has, and these: the form of a word, or below zero the number of a step that takes several.
 */
export class PhraseLists<T> {
  private program = new Int32Array(1 << 10);
  private filled = 1;
  private readonly values = new Numbered<T>();
  private readonly steps = new Numbered<Step>();
  private readonly spellings: (readonly string[])[] = [[]];

  /** Writes down what is left of phrases behind the word that they are filed under; the answer is where the list begins. */
  write(phrases: readonly Filed<T>[]): number {
    if (phrases.length === 0) return EMPTY;
    const start = this.filled;
    this.put(phrases.length);
    for (const { value, exact, steps, lead } of phrases) {
      const done = lead + 1;
      this.put(this.values.numberOf(value));
      this.put(exact === null ? 0 : this.spellings.push(exact) - 1);
      this.put(Math.max(0, steps.length - done));
      for (let at = done; at < steps.length; at++) this.put(this.codeOf(steps[at] as Step));
    }
    return start;
  }

  /** Adds to `found` the phrases of a list that begin with token `from` and go on, or end, with `here`. */
  take(
    list: number,
    tokens: readonly Token[],
    from: number,
    here: number,
    to: number,
    found: PhraseMatch<T>[],
  ): void {
    const { program } = this;
    let at = list + 1;
    for (let left = program[list] as number; left > 0; left--) {
      const steps = at + 3;
      const stop = steps + (program[at + 2] as number);
      const end = steps === stop ? here : this.reach(tokens, to, here, steps, stop);
      if (end >= 0 && this.isWritten(program[at + 1] as number, tokens, from))
        found.push({ value: this.values.values[program[at] as number] as T, from, to: end });
      at = stop;
    }
  }

  private codeOf(step: Step): number {
    return isPlain(step) ? step.only : -1 - this.steps.numberOf(step);
  }

  private put(number: number): void {
    if (this.filled === this.program.length) {
      const more = new Int32Array(2 * this.filled);
      more.set(this.program);
      this.program = more;
    }
    this.program[this.filled++] = number;
  }

  private isWritten(spelling: number, tokens: readonly Token[], from: number): boolean {
    if (spelling === 0) return true;
    const words = this.spellings[spelling] as readonly string[];
    return words.every((word, i) => trimDot(tokens[from + i]?.text ?? '') === word);
  }

  /** End of the longest match of the steps [at, stop) from token `position`, or -1. */
  private reach(tokens: readonly Token[], end: number, position: number, at: number, stop: number): number {
    let here = position;
    for (let next = at; next < stop; next++, here++) {
      const code = this.program[next] as number;
      if (code > 0) {
        if (here >= end || formIn(tokens[here] as Token) !== code) return -1;
        continue;
      }
      const step = this.steps.values[-1 - code] as Step;
      if (step.least === 0) return this.reachPast(tokens, end, here, step, next + 1, stop);
      if (here >= end || !takes(step, tokens[here] as Token)) return -1;
    }
    return here;
  }

  /** The same from a step that may be left out or taken several times; `at` is the step behind it. */
  private reachPast(
    tokens: readonly Token[],
    end: number,
    position: number,
    step: Step,
    at: number,
    stop: number,
  ): number {
    const any = takesAny(step);
    for (let taken = any ? 0 : step.most; ; taken += any ? 1 : -1) {
      if (taken < 0 || taken > step.most || position + taken > end) return -1;
      const fits = taken === 0 || (position < end && takes(step, tokens[position] as Token));
      const last = fits ? this.reach(tokens, end, position + taken, at, stop) : -1;
      if (last >= 0) return last;
    }
  }
}
