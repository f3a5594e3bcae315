import packed from '../compiled/model.json';
import { numberAt } from '../digits';
import { unpack } from '../packed';
import { CONCEPT_TYPES, type ConceptType } from './model-features';

/**
 * A trained model as `npm run train-model` writes it. The weights of a feature are one character a label; features follow
 * each other as the fields below do.
 */
export interface ModelData {
  readonly labels: readonly string[];
  /** Stems in order: a sign for the letters it shares with the one before, then its rest. */
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

export const model = unpack<ModelData>(packed);

/** Signs before a stem, none of which a stem holds, by the number of shared letters. */
export const STEM_SIGNS = `ABCDEFG`;
/** Weights are written as the printable characters around this one. */
export const ZERO_WEIGHT = 80;
export const MOST_WEIGHT = 24;

type ByName = ReadonlyMap<string, number>;

/** The model's features by name, and their weights. */
export interface Features {
  readonly stems: ByName;
  readonly concepts: Readonly<Record<ConceptType, ByName>>;
  readonly count: number;
  /** `ZERO_WEIGHT` more than the weights: for each feature one for every label. */
  readonly weights: Uint8Array;
}

/** Takes the packed model apart. */
export function unpackModel({ stems, concepts, named, weights }: ModelData): Features {
  let next = 0;
  const byStem = new Map<string, number>();
  let stem = '';
  for (let at = 0; at < stems.length;) {
    const shared = STEM_SIGNS.indexOf(stems.charAt(at));
    let end = at + 1;
    while (end < stems.length && !STEM_SIGNS.includes(stems.charAt(end))) end++;
    stem = stem.slice(0, shared) + stems.slice(at + 1, end);
    byStem.set(stem, next++);
    at = end;
  }
  const ids = concepts.split(' ');
  const byType = Object.fromEntries(
    CONCEPT_TYPES.map((type) => {
      const found = new Map<string, number>();
      const list = named[type] ?? '';
      for (let at = 0; at < list.length; at += 2) found.set(ids[numberAt(list, at, 2)] as string, next++);
      return [type, found];
    }),
  );
  return {
    stems: byStem,
    concepts: byType as unknown as Features['concepts'],
    count: next,
    weights: Buffer.from(weights, 'latin1'),
  };
}
