import type { AnalysedSentence } from '../analysed';
import type { Token } from '../tokens';
import { WordNumbers } from '../vocabulary';

/** Words of which one is in every place of a wording. */
export interface Hints {
  /** Found folded or as written. */
  readonly words: RegExp;
  /** Words that are too common to hint at anything, but right behind one of `after`. */
  readonly common?: RegExp;
  readonly after?: RegExp;
}

const HINT = 1;
const COMMON = 2;
const BEFORE_COMMON = 4;

/** So many words before the first hint a place may begin. */
const AHEAD = 4;

/** A wording that is looked for only where one of its words stands: expressions of many choices are dear. */
export class Wording {
  private readonly hints: WordNumbers;

  /** `wording` has the flag `g` if its places are asked for. */
  constructor(
    private readonly wording: RegExp,
    { words, common, after }: Hints,
  ) {
    this.hints = new WordNumbers(
      ({ folded, text }) =>
        (words.test(folded) || words.test(text) ? HINT : 0) |
        (common?.test(folded) ? COMMON : 0) |
        (after?.test(folded) ? BEFORE_COMMON : 0),
    );
  }

  /** The first of the tokens from `from` on that hints at it and begins before `end`, a place in the text of the zone; or -1. */
  private hintIn(tokens: readonly Token[], from: number, end: number): number {
    let before = 0;
    for (let at = from; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      if (token.start >= end) return -1;
      const hint = this.hints.of(token);
      if ((hint & HINT) !== 0 || ((hint & COMMON) !== 0 && (before & BEFORE_COMMON) !== 0)) return at;
      before = hint;
    }
    return -1;
  }

  /** True when one of the tokens from `from` on that begin before `end`, a place in the text of the zone, may belong to it. */
  mayStand(tokens: readonly Token[], from = 0, end = Infinity): boolean {
    return this.hintIn(tokens, from, end) >= 0;
  }

  /** Whether it stands in `text`. */
  isIn(text: string): boolean {
    return text.search(this.wording) >= 0;
  }

  /** Where it begins in the sentence: places in the text of the zone. */
  placesIn({ tokens, end }: AnalysedSentence, text: string): readonly number[] {
    const hint = this.hintIn(tokens, 0, end);
    if (hint < 0) return NOWHERE;
    const start = (tokens[Math.max(0, hint - AHEAD)] as Token).start;
    const places: number[] = [];
    const piece = text.slice(start, end);
    this.wording.lastIndex = 0;
    for (let found = this.wording.exec(piece); found !== null; found = this.wording.exec(piece))
      places.push(start + found.index);
    return places;
  }
}

const NOWHERE: readonly number[] = [];
