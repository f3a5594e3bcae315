import type { Place } from './phrase-syntax';
import { formOf } from './vocabulary';

/** A place of a phrase, its words by the numbers of their forms: comparing them is faster than looking texts up. */
export interface Step {
  /** Its word when it takes no other, as most do; else 0. */
  readonly only: number;
  /** The words it takes when there are several; else null. */
  readonly forms: ReadonlySet<number> | null;
  /** Bits of the last digits of `forms`: most words are none of them, and told so without a look into the set. */
  readonly bits: number;
  readonly least: number;
  readonly most: number;
}

/** A place made ready. */
export function stepOf({ words, least, most }: Place): Step {
  const all = Array.from(words ?? [], formOf);
  const [only = 0] = all;
  return all.length === 1
    ? { only, forms: null, bits: 0, least, most }
    : {
        only: 0,
        forms: words && new Set(all),
        bits: all.reduce((bits, form) => bits | (1 << form), 0),
        least,
        most,
      };
}

export const takesAny = ({ only, forms }: Step): boolean => only === 0 && forms === null;

/** The words a step takes; none when it takes any. */
export const formsOf = ({ only, forms }: Step): Iterable<number> => (only === 0 ? (forms ?? []) : [only]);

export const takesForm = ({ only, forms, bits }: Step, form: number): boolean =>
  only === 0 ? forms === null || ((bits & (1 << form)) !== 0 && forms.has(form)) : only === form;
