import { type Concept, conceptOf } from '../concepts';
import type { Token } from '../tokens';
import { WordNumbers } from '../vocabulary';
import { listed } from '../word-lists';

/** Larger numbers count as this. */
const MOST = 60_000;
const THOUSAND = 1000;
/** Words between a number and what it counts: "3.000 nuevas plazas". */
const REACH = 3;
/** Where one size ends and the next begins: a van, a wing, a prison, a prison population. */
const SIZES: readonly (readonly [below: number, size: string])[] = [
  [100, 'few'],
  [800, 'many'],
  [20_000, 'thousands'],
  [Infinity, 'most'],
];

/** The words of each list, by the key under which the list stands. */
const keysOf = (lists: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(lists).flatMap(([key, words]) => words.split(' ').map((word) => [word, key])));

const { numbers, units } = listed.model.quantities;
const NAMED = keysOf(numbers);
const UNITS = Object.keys(units);
const unitWords = keysOf(units);
const unitIn = new WordNumbers(({ folded }) => {
  const unit = unitWords.get(folded);
  return unit === undefined ? undefined : UNITS.indexOf(unit);
});

const DIGITS = /^\d[\d.,]*$/;

const numberIn = new WordNumbers(({ folded }) => {
  const named = NAMED.get(folded);
  if (named !== undefined) return Number(named);
  return DIGITS.test(folded) ? Math.min(MOST, Number(folded.replace(/[.,]/g, ''))) : undefined;
});

/** "Dos mil", "40 000". */
function times(number: number, next: Token | undefined): number {
  if (next === undefined || number >= THOUSAND) return number;
  if (numberIn.of(next) === THOUSAND) return number * THOUSAND;
  return /^\d{3}$/.test(next.folded) ? number * THOUSAND + Number(next.folded) : number;
}

const concepts = UNITS.map((unit) => SIZES.map(([, size]) => conceptOf(`COUNT.${unit}.${size}`)));

/**
 * What a sentence counts, and how many: "3.000 plazas" is `COUNT.places.thousands`. Told without a word of prisons,
 * numbers of beds, men and buses still tell what is built or who is moved.
 */
export function quantitiesIn(tokens: readonly Token[]): Concept[] {
  const found: Concept[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = numberIn.of(tokens[at]!);
    if (number < 0) continue;
    for (let next = at + 1; next <= at + REACH && next < tokens.length; next++) {
      const unit = unitIn.of(tokens[next]!);
      if (unit < 0) continue;
      const count = times(number, tokens[at + 1]);
      found.push(concepts[unit]![SIZES.findIndex(([below]) => count < below)]!);
      break;
    }
  }
  return found;
}
