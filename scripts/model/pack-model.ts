import { digitsOf } from '../../src/meaning/digits';
import {
  type ModelData,
  MOST_SHARED,
  MOST_WEIGHT,
  STEM_SIGNS,
  ZERO_WEIGHT,
} from '../../src/meaning/model/model-data';
import { CONCEPT_TYPES, PAIR_TYPES, WORD_TYPES } from '../../src/meaning/model/model-features';

/** Features to keep, as "type name", and the weights of each by label. */
type Weights = ReadonlyMap<string, readonly number[]>;

/** Weights as whole steps of `unit`. */
export const stepsOf = (weights: readonly number[], unit: number): number[] =>
  weights.map((weight) => Math.round(weight / unit));

export const unitOf = (weights: Weights): number =>
  Math.max(...[...weights.values()].map((each) => Math.max(...each.map(Math.abs)))) / MOST_WEIGHT;

const named = (weights: Weights, type: string): string[] =>
  [...weights.keys()]
    .filter((key) => key.startsWith(`${type} `))
    .map((key) => key.slice(2))
    .sort();

function packStems(weights: Weights): { stems: string; keys: string[] } {
  const stems = [...new Set(WORD_TYPES.flatMap((type) => named(weights, type)))].sort();
  const keys: string[] = [];
  let before = '';
  const written = stems.map((stem) => {
    let shared = 0;
    while (shared < Math.min(before.length, MOST_SHARED - 1) && before[shared] === stem[shared]) shared++;
    before = stem;
    let types = 0;
    WORD_TYPES.forEach((type, bit) => {
      if (!weights.has(`${type} ${stem}`)) return;
      types |= 1 << bit;
      keys.push(`${type} ${stem}`);
    });
    if ([...stem].some((letter) => STEM_SIGNS.includes(letter)))
      throw new RangeError(`Stem "${stem}" holds a sign that stands before stems`);
    return STEM_SIGNS.charAt((types - 1) * MOST_SHARED + shared) + stem.slice(shared);
  });
  return { stems: written.join(''), keys };
}

/** Writes features and weights as `src/meaning/model/model-data.ts` reads them. */
export function packModel(
  weights: Weights,
): Pick<ModelData, 'stems' | 'concepts' | 'named' | 'pairs' | 'rules' | 'weights' | 'unit'> {
  const { stems, keys } = packStems(weights);
  const all = [...CONCEPT_TYPES, ...PAIR_TYPES].flatMap((type) => named(weights, type));
  const concepts = [...new Set(all.flatMap((name) => name.split('+')))].sort();
  const digits = (name: string): string =>
    name
      .split('+')
      .map((concept) => digitsOf(concepts.indexOf(concept), 2))
      .join('');
  const listed = (types: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      types.map((type) => {
        const names = named(weights, type);
        keys.push(...names.map((name) => `${type} ${name}`));
        return [type, names.map(digits).join('')];
      }),
    );
  const byType = listed(CONCEPT_TYPES);
  const pairs = listed(PAIR_TYPES);
  const rules = named(weights, 'R');
  keys.push(...rules.map((name) => `R ${name}`));
  const unit = unitOf(weights);
  return {
    stems,
    concepts: concepts.join(' '),
    named: byType,
    pairs,
    rules: rules.join(' '),
    weights: keys
      .flatMap((key) => stepsOf(weights.get(key)!, unit))
      .map((steps) => String.fromCharCode(ZERO_WEIGHT + steps))
      .join(''),
    unit,
  };
}
