import type { Place } from './phrase-syntax';
import type { Token } from './tokens';
import { formIn, formOf } from './vocabulary';

/** A place of a phrase, its words by the numbers of their forms: comparing them is faster than looking texts up. */
export interface Step {
  /** Its word when it takes no other, as most do; else 0. */
  readonly only: number;
  /** The words it takes when there are several; null for any word. */
  readonly forms: ReadonlySet<number> | null;
  readonly least: number;
  readonly most: number;
}

/** A place made ready. */
export function stepOf({ words, least, most }: Place): Step {
  const [first] = words ?? [];
  const only = words?.size === 1 && first !== undefined ? formOf(first) : 0;
  return { only, forms: words && new Set(Array.from(words, formOf)), least, most };
}

/** The words a step takes; none when it takes any. */
export const formsOf = ({ forms }: Step): Iterable<number> => forms ?? [];

const takes = ({ only, forms }: Step, token: Token): boolean => {
  const form = token.form || formIn(token);
  return only === 0 ? forms === null || forms.has(form) : only === form;
};

/** End of the longest match of `steps[at…]` from token `position`, or -1. */
export function reach(
  tokens: readonly Token[],
  end: number,
  position: number,
  steps: readonly Step[],
  at: number,
): number {
  for (let next = at; next < steps.length; next++) {
    const step = steps[next] as Step;
    const here = position + next - at;
    if (step.least === 0) return reachPast(tokens, end, here, steps, next);
    if (here >= end || !takes(step, tokens[here] as Token)) return -1;
  }
  return position + Math.max(0, steps.length - at);
}

/** The same from a step that may be left out or taken several times. */
function reachPast(
  tokens: readonly Token[],
  end: number,
  position: number,
  steps: readonly Step[],
  at: number,
): number {
  const step = steps[at] as Step;
  for (let taken = step.forms === null ? 0 : step.most; ; taken += step.forms === null ? 1 : -1) {
    if (taken < 0 || taken > step.most || position + taken > end) return -1;
    const fits = taken === 0 || (position < end && takes(step, tokens[position] as Token));
    const stop = fits ? reach(tokens, end, position + taken, steps, at + 1) : -1;
    if (stop >= 0) return stop;
  }
}
