import type { Place } from './phrase-syntax';
import type { Token } from './tokens';
import { formIn, formOf } from './vocabulary';

/** A place of a phrase, its words by the numbers of their forms: comparing them is faster than looking texts up. */
export interface Step {
  /** Its word when it takes no other, as most do; else 0. */
  readonly only: number;
  /** The words it takes when there are several; else null. */
  readonly forms: ReadonlySet<number> | null;
  readonly least: number;
  readonly most: number;
}

/** A place made ready. */
export function stepOf({ words, least, most }: Place): Step {
  const all = Array.from(words ?? [], formOf);
  const [only = 0] = all;
  return all.length === 1
    ? { only, forms: null, least, most }
    : { only: 0, forms: words && new Set(all), least, most };
}

export const takesAny = ({ only, forms }: Step): boolean => only === 0 && forms === null;

/** The words a step takes; none when it takes any. */
export const formsOf = ({ only, forms }: Step): Iterable<number> => (only === 0 ? (forms ?? []) : [only]);

export const takesForm = ({ only, forms }: Step, form: number): boolean =>
  only === 0 ? forms === null || forms.has(form) : only === form;

const takes = (step: Step, token: Token): boolean => takesForm(step, token.form || formIn(token));

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
  const any = takesAny(step);
  for (let taken = any ? 0 : step.most; ; taken += any ? 1 : -1) {
    if (taken < 0 || taken > step.most || position + taken > end) return -1;
    const fits = taken === 0 || (position < end && takes(step, tokens[position] as Token));
    const stop = fits ? reach(tokens, end, position + taken, steps, at + 1) : -1;
    if (stop >= 0) return stop;
  }
}
