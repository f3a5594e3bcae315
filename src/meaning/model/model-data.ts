import { numberAt } from '../digits';
import data from './weights.json';
import {
  CONCEPT_TYPES,
  PAIR_TYPES,
  type NamedType,
  type PairType,
  WORD_TYPES,
  type WordType,
} from './model-features';

/**
 * A trained model as `npm run train-model` writes it. The weights of a feature are one character a label; features follow
 * each other as the fields below do.
 */
export interface ModelData {
  readonly labels: readonly string[];
  /** Stems in order: a sign for the types that use it and the letters it shares with the one before, then its rest. */
  readonly stems: string;
  /** The concepts that the model speaks of by number. */
  readonly concepts: string;
  /** Concepts by type, two digits each. */
  readonly named: Readonly<Record<string, string>>;
  /** Pairs of concepts by type, twice two digits each. */
  readonly pairs: Readonly<Record<string, string>>;
  /** What the rules say. */
  readonly rules: string;
  readonly weights: string;
  /** What a step of the weights is worth. */
  readonly unit: number;
  /** By label: rules that say no are overruled from `lift` on, rules that say yes below `drop`. */
  readonly lift: readonly number[];
  readonly drop: readonly number[];
}

export const model: ModelData = data;

/** Signs before a stem, none of which a stem holds: seven sets of types times the number of shared letters. */
export const STEM_SIGNS = `!#%&'()*+-/:;<=>?@[]^_{|}~ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
/** Shared letters are counted up to one less. */
export const MOST_SHARED = 7;
/** Weights are written as the printable characters around this one. */
export const ZERO_WEIGHT = 80;
export const MOST_WEIGHT = 46;

/** The features of a word by type; -1 where the model knows none. */
export type WordFeatures = Readonly<Record<WordType, number>>;

type ByName = ReadonlyMap<string, number>;

/** The model's features by name, and their weights. */
export interface Features {
  readonly stems: ReadonlyMap<string, WordFeatures>;
  readonly named: Readonly<Record<NamedType, ByName>>;
  /** By the first concept, then by the second. */
  readonly pairs: Readonly<Record<PairType, ReadonlyMap<string, ByName>>>;
  readonly count: number;
  /** `ZERO_WEIGHT` more than the weights: for each feature one for every label. */
  readonly weights: Uint8Array;
}

/** Takes the packed model apart. */
export function unpackModel({ stems, concepts, named, pairs, rules, weights }: ModelData): Features {
  let next = 0;
  const byStem = new Map<string, WordFeatures>();
  let stem = '';
  for (let at = 0; at < stems.length;) {
    const sign = STEM_SIGNS.indexOf(stems.charAt(at));
    let end = at + 1;
    while (end < stems.length && !STEM_SIGNS.includes(stems.charAt(end))) end++;
    stem = stem.slice(0, sign % MOST_SHARED) + stems.slice(at + 1, end);
    const types = Math.floor(sign / MOST_SHARED) + 1;
    const features = { W: -1, T: -1, L: -1 };
    WORD_TYPES.forEach((type, bit) => {
      if (types & (1 << bit)) features[type] = next++;
    });
    byStem.set(stem, features);
    at = end;
  }
  const ids = concepts.split(' ');
  const conceptAt = (text: string, at: number): string => ids[numberAt(text, at, 2)] as string;
  const byName = Object.fromEntries(
    CONCEPT_TYPES.map((type) => {
      const found = new Map<string, number>();
      const list = named[type] ?? '';
      for (let at = 0; at < list.length; at += 2) found.set(conceptAt(list, at), next++);
      return [type, found];
    }),
  );
  const byPair = Object.fromEntries(
    PAIR_TYPES.map((type) => {
      const found = new Map<string, Map<string, number>>();
      const list = pairs[type] ?? '';
      for (let at = 0; at < list.length; at += 4) {
        const first = conceptAt(list, at);
        const seconds = found.get(first) ?? new Map<string, number>();
        found.set(first, seconds.set(conceptAt(list, at + 2), next++));
      }
      return [type, found];
    }),
  );
  const byRule = new Map(rules.split(' ').map((rule) => [rule, next++]));
  return {
    stems: byStem,
    named: { ...byName, R: byRule } as unknown as Features['named'],
    pairs: byPair as unknown as Features['pairs'],
    count: next,
    weights: Buffer.from(weights, 'latin1'),
  };
}
