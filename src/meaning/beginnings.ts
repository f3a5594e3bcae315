import type { Pairs } from './pairs';
import { formsOf, takesAny, takesForm, type Step } from './steps';

/** Phrases are sorted when their word has been met so often: of most words a process reads little. */
const OFTEN = 16;

/** False when the second step of a phrase says what the next word must be. */
const isOpen = (second: Step | undefined): boolean =>
  second === undefined || takesAny(second) || second.least === 0;

/**
 * Phrases that are filed under one word: most begin with it, by the word that follows it in a text: a common word begins hundreds, of which the
 * next word leaves one or two.
 */
export class Beginnings<P> {
  private asked = 0;
  private sorted = false;
  /** Those that may go on with any word, or end. */
  private open: readonly P[];
  /** By a word that some second step takes: all that may go on with it, found when it is first met. */
  private byNext: Map<number, readonly P[] | null> | null = null;

  /**
   * All begin with the word `form`, those of `after` with the one before it, by its number; `secondOf` gives the second
   * step of a phrase, if it has one.
   */
  constructor(
    private readonly phrases: readonly P[],
    readonly after: ReadonlyMap<number, readonly P[]> | null,
    private readonly form: number,
    private readonly pairs: Pairs,
    private readonly secondOf: (phrase: P) => Step | undefined,
  ) {
    this.open = phrases;
    if (phrases.length === 0) this.byNext = new Map();
  }

  private sort(): void {
    this.sorted = true;
    this.open = this.phrases.filter((phrase) => isOpen(this.secondOf(phrase)));
    if (this.open.length === this.phrases.length) return;
    this.byNext = new Map();
    for (const phrase of this.phrases) {
      const second = this.secondOf(phrase);
      for (const word of second ? formsOf(second) : []) {
        this.byNext.set(word, null);
        this.pairs.add(this.form, word);
      }
    }
  }

  /** The phrases worth trying before the word `next`, or at the end of a text (0), in the order of filing. */
  before(next: number): readonly P[] {
    const { byNext } = this;
    if (byNext === null) {
      if (!this.sorted && ++this.asked === OFTEN) this.sort();
      return this.phrases;
    }
    if (!this.pairs.mayHold(this.form, next)) return this.open;
    const known = byNext.get(next);
    if (known === undefined) return this.open;
    if (known !== null) return known;
    const able = this.phrases.filter((phrase) => {
      const second = this.secondOf(phrase);
      return isOpen(second) || (second !== undefined && takesForm(second, next));
    });
    byNext.set(next, able);
    return able;
  }
}
