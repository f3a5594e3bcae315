import { digitsOf } from '../../src/meaning/digits';
import { type ModelData, MOST_WEIGHT, ZERO_WEIGHT } from '../../src/meaning/model/model-data';
import { CONCEPT_TYPES } from '../../src/meaning/model/model-features';
import { packStems } from './stems';

/** Features to keep, as "type name" (`W` for a stem), and the weights of each by label. */
type Weights = ReadonlyMap<string, readonly number[]>;

/** Weights as whole steps of `unit`. */
export const stepsOf = (weights: readonly number[], unit: number): number[] =>
  weights.map((weight) => Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, Math.round(weight / unit))));

/** Weights as `ZERO_WEIGHT` says, one character each. */
export const written = (weights: readonly number[], unit: number): string =>
  String.fromCharCode(...stepsOf(weights, unit).map((steps) => ZERO_WEIGHT + steps));

/** The largest weight is as many steps as one character can tell. */
const unitOf = (weights: Weights): number =>
  Math.max(...[...weights.values()].map((each) => Math.max(...each.map(Math.abs)))) / MOST_WEIGHT;

const named = (weights: Weights, type: string): string[] =>
  [...weights.keys()]
    .filter((key) => key.startsWith(`${type} `))
    .map((key) => key.slice(2))
    .sort();

/** Writes features and weights as `src/meaning/model/model-data.ts` reads them, but for the stems. */
export function packModel(
  weights: Weights,
): Pick<ModelData, 'stems' | 'concepts' | 'named' | 'weights' | 'unit'> {
  const stems = named(weights, 'W');
  const byType = CONCEPT_TYPES.map((type) => [type, named(weights, type)] as const);
  const concepts = [...new Set(byType.flatMap(([, names]) => names))].sort();
  const keys = [
    ...stems.map((stem) => `W ${stem}`),
    ...byType.flatMap(([type, names]) => names.map((name) => `${type} ${name}`)),
  ];
  const unit = unitOf(weights);
  return {
    stems: packStems(stems),
    concepts: concepts.join(' '),
    named: Object.fromEntries(
      byType.map(([type, names]) => [
        type,
        names.map((name) => digitsOf(concepts.indexOf(name), 2)).join(''),
      ]),
    ),
    weights: keys.map((key) => written(weights.get(key)!, unit)).join(''),
    unit,
  };
}
