import type { AnalysedSentence } from '../analysed';
import type { Token } from '../tokens';
import { WordTest } from '../vocabulary';

/** A wording that is looked for only where one of its words stands: expressions of many choices are dear. */
export class Wording {
  private readonly words: WordTest;

  /** Whatever `wording` finds holds a word that `words` finds, folded or as written. */
  constructor(
    private readonly wording: RegExp,
    words: RegExp,
  ) {
    this.words = new WordTest(({ folded, text }) => words.test(folded) || words.test(text));
  }

  /** True when one of the tokens from `from` on that begin before `end`, a place in the text of the zone, may belong to it. */
  mayStand(tokens: readonly Token[], from = 0, end = Infinity): boolean {
    for (let at = from; at < tokens.length && (tokens[at] as Token).start < end; at++)
      if (this.words.has(tokens[at])) return true;
    return false;
  }

  /** Whether it stands in `text`. */
  isIn(text: string): boolean {
    return text.search(this.wording) >= 0;
  }

  /** Where it begins in the sentence: places in the text of the zone. */
  placesIn({ tokens, start, end }: AnalysedSentence, text: string): readonly number[] {
    if (!this.mayStand(tokens)) return NOWHERE;
    return Array.from(text.slice(start, end).matchAll(this.wording), ({ index }) => start + index);
  }
}

const NOWHERE: readonly number[] = [];
