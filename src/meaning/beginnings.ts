import type { Place } from './phrase-syntax';

/** Phrases are sorted when their word has been met so often: of most words a process reads little. */
const OFTEN = 16;

/** False when the second place of a phrase says what the next word must be. */
const isOpen = (second: Place | undefined): boolean =>
  second === undefined || second.words === null || second.least === 0;

/**
 * Phrases that begin with one word, by the word that follows it in a text: a common word begins hundreds, of which the
 * next word leaves one or two.
 */
export class Beginnings<P> {
  private asked = 0;
  /** Those that may go on with any word, or end. */
  private open: readonly P[];
  /** By a word that some second place takes: all that may go on with it, found when it is first met. */
  private byNext: Map<string, readonly P[] | null> | null = null;

  /** `secondOf` gives the second place of a phrase, if it has one. */
  constructor(
    private readonly phrases: readonly P[],
    private readonly secondOf: (phrase: P) => Place | undefined,
  ) {
    this.open = phrases;
  }

  private sort(): void {
    this.open = this.phrases.filter((phrase) => isOpen(this.secondOf(phrase)));
    if (this.open.length === this.phrases.length) return;
    this.byNext = new Map();
    for (const phrase of this.phrases)
      for (const word of this.secondOf(phrase)?.words ?? []) this.byNext.set(word, null);
  }

  /** The phrases worth trying before the word `next`, or at the end of a text, in the order of filing. */
  before(next: string | null): readonly P[] {
    if (this.byNext === null) {
      if (++this.asked === OFTEN) this.sort();
      return this.phrases;
    }
    const known = next === null ? undefined : this.byNext.get(next);
    if (known === undefined || next === null) return this.open;
    if (known !== null) return known;
    const able = this.phrases.filter((phrase) => {
      const second = this.secondOf(phrase);
      return isOpen(second) || second?.words?.has(next);
    });
    this.byNext.set(next, able);
    return able;
  }
}
