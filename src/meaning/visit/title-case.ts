import { type AnalysedSentence, isOf } from '../analysed';
import { Family } from '../concepts';
import { WordTest } from '../vocabulary';

/** Share of the longer words of a title that are capitalised, from which on capitals tell no names. */
const CAPITALISED = 0.7;
const SHORTEST = 4;
const LONGEST_NAME = 3;
/** Words that end like a verb of a headline: "Wants", "Visits", "Toured", "Says". */
const VERB = /(?:[^s]s|ed)$/;

/** Words with a capital letter at their head. */
export const CAPITALS = new WordTest(({ text }) => /^\p{Lu}/u.test(text));

/** True for a title whose longer words are nearly all capitalised, as English papers write them. */
export function isTitleCase({ tokens }: AnalysedSentence): boolean {
  let long = 0;
  let capitals = 0;
  for (const token of tokens) {
    if (token.text.length < SHORTEST) continue;
    long++;
    if (CAPITALS.has(token)) capitals++;
  }
  return long > 3 && capitals >= long * CAPITALISED;
}

interface Run {
  readonly sentence: AnalysedSentence;
  readonly from: number;
  readonly to: number;
  /** Its words, folded. */
  readonly keys: readonly string[];
}

/**
 * How many words of a run in a title in Title Case are a name: those that the rest of the story names as well, or
 * those between an office and what looks like a verb; 0 for none. "Justice Minister Wants Tougher Jails" names nobody.
 */
export function nameLength({ sentence, from, to, keys }: Run, rest: readonly Run[]): number {
  for (let size = keys.length; size > 0; size--) {
    const words = keys.slice(0, size);
    const last = words.at(-1) ?? '';
    if (rest.some((run) => run.keys.at(-1) === last && words.every((word) => run.keys.includes(word))))
      return size;
  }
  let end = from;
  while (end < to && end - from < LONGEST_NAME) {
    const at = end;
    if (sentence.hits.some((hit) => isOf(hit, Family.Act) && hit.from <= at && at < hit.to)) break;
    if (at + 1 >= to && VERB.test(keys[at - from] ?? '')) break;
    if (at > from && VERB.test(keys[at - from] ?? '')) break;
    end++;
  }
  const office = sentence.hits.some((hit) => isOf(hit, Family.Office) && hit.to === from);
  const least = office ? 1 : 2;
  return end - from >= least && end < sentence.tokens.length ? end - from : 0;
}
