import type { Analysed } from '../analysed';
import type { StoryScores } from '../kinds/decide';
import { emitFeatures, FEATURE_TYPES, type FeatureType } from './model-features';
import data from './weights.json';

/** A trained model as `scripts/train-model.ts` writes it. */
export interface ModelData {
  readonly labels: readonly string[];
  /** Features by type, parted by blanks; their weights follow in the same order over all types. */
  readonly features: Readonly<Record<string, string>>;
  /** Base64 of signed bytes: for each feature its weight for every label, in units of `unit`. */
  readonly weights: string;
  readonly unit: number;
  /** By label: rules that say no are overruled from `lift` on, rules that say yes below `drop`. */
  readonly lift: readonly number[];
  readonly drop: readonly number[];
}

/** Log-odds by label. */
export type Opinion = ReadonlyMap<string, number>;

const model = data as ModelData;
const width = model.labels.length;

interface Loaded {
  readonly index: Readonly<Record<FeatureType, ReadonlyMap<string, number>>>;
  readonly weights: Int8Array;
  /** Story in which a feature was last counted. */
  readonly seen: Uint32Array;
}

let loaded: Loaded | undefined;
let stories = 0;

function load(): Loaded {
  let next = 0;
  const index = Object.fromEntries(
    FEATURE_TYPES.map((type) => {
      const ids = model.features[type]?.split(' ') ?? [];
      return [type, new Map(ids.map((id) => [id, next++]))];
    }),
  ) as unknown as Loaded['index'];
  return { index, weights: new Int8Array(Buffer.from(model.weights, 'base64')), seen: new Uint32Array(next) };
}

/** What the trained model says of a story, beside the rules. Deterministic: whole numbers are added. */
export function secondOpinion(
  analysed: Analysed,
  scores: StoryScores<string>,
  decided: ReadonlySet<string>,
): Opinion {
  const { index, weights, seen } = (loaded ??= load());
  const sums = new Float64Array(width);
  stories++;
  emitFeatures(analysed, scores, decided, (type, id, value) => {
    const feature = index[type].get(id);
    if (feature === undefined || seen[feature] === stories) return;
    seen[feature] = stories;
    for (let label = 0, at = feature * width; label < width; label++, at++)
      sums[label]! += weights[at]! * value;
  });
  return new Map(model.labels.map((label, i) => [label, sums[i]! * model.unit]));
}

/** The verdict on a label: the rules', unless the model is sure of the opposite. */
export function settle(label: string, byRules: boolean, opinion: Opinion): boolean {
  const at = model.labels.indexOf(label);
  const odds = opinion.get(label);
  if (at < 0 || odds === undefined) return byRules;
  return byRules ? odds > model.drop[at]! : odds > model.lift[at]!;
}
