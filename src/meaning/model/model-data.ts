import { numberAt } from '../digits';
import { compiled } from '../language-data';
import { CONCEPT_TYPES, type ConceptType } from './model-features';
import { openStems } from './stems';

/**
 * A trained model as `npm run train-model` writes it. The weights of a feature are one character a label; features follow
 * each other as the fields below do.
 */
export interface ModelData {
  readonly labels: readonly string[];
  /** As `openStems` reads them. */
  readonly stems: string;
  /** The concepts that the model speaks of by number. */
  readonly concepts: string;
  /** Concepts by type, two digits each. */
  readonly named: Readonly<Record<string, string>>;
  readonly weights: string;
  /** What a step of the weights is worth. */
  readonly unit: number;
  /** By label: log-odds of a story without any feature. */
  readonly bias: readonly number[];
  /** By label: rules that say no are overruled from `lift` on, rules that say yes below `drop`. */
  readonly lift: readonly number[];
  readonly drop: readonly number[];
}

export const model = compiled<ModelData>('model');

/** Weights are written as the printable characters around this one. */
export const ZERO_WEIGHT = 80;
export const MOST_WEIGHT = 16;

/** The features of a concept, by type. */
export type ConceptFeatures = Readonly<Record<ConceptType, number | undefined>>;

/** The model's features by name, and their weights. */
export interface Features {
  /** In order; the place of a stem is its feature. */
  readonly stems: readonly string[];
  readonly concepts: ReadonlyMap<string, ConceptFeatures>;
  readonly count: number;
  /** `ZERO_WEIGHT` more than the weights: for each feature one for every label. */
  readonly weights: Uint8Array;
}

/** Takes the packed model apart. */
export function unpackModel({ stems, concepts, named, weights }: ModelData): Features {
  const inOrder = openStems(stems);
  const ids = concepts.split(' ');
  const byId = new Map<string, Record<ConceptType, number | undefined>>();
  let count = inOrder.length;
  for (const type of CONCEPT_TYPES) {
    const list = named[type] ?? '';
    for (let at = 0; at < list.length; at += 2) {
      const id = ids[numberAt(list, at, 2)] as string;
      let features = byId.get(id);
      if (features === undefined)
        byId.set(id, (features = { S: undefined, t: undefined, l: undefined, b: undefined }));
      features[type] = count++;
    }
  }
  return { stems: inOrder, concepts: byId, count, weights: Buffer.from(weights, 'latin1') };
}
