import type { Analysed } from '../analysed';
import type { StoryScores } from '../kinds/decide';
import type { Token } from '../tokens';
import { Remembered } from '../vocabulary';
import {
  emitFeatures,
  FEATURE_TYPES,
  type FeatureTaker,
  type FeatureType,
  type NamedType,
  type PairType,
  stemOf,
  type WordType,
} from './model-features';
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

/** The features of a word by type; -1 where the model knows none. */
type WordFeatures = Readonly<Record<WordType, number>>;

/** The model's features by name, and the sums of their weights over the story at hand. */
class Weighing implements FeatureTaker {
  sums = new Float64Array(width);
  private readonly index: Readonly<Record<FeatureType, ReadonlyMap<string, number>>>;
  private readonly pairs: Readonly<Record<PairType, ReadonlyMap<string, ReadonlyMap<string, number>>>>;
  private readonly words = new Remembered(({ folded }) => this.featuresOf(stemOf(folded)));
  private readonly weights = new Int8Array(Buffer.from(model.weights, 'base64'));
  /** Story in which a feature was last counted. */
  private readonly seen: Uint32Array;
  private stories = 0;

  constructor() {
    let next = 0;
    const numbered = FEATURE_TYPES.map((type) => {
      const ids = model.features[type]?.split(' ') ?? [];
      return [type, new Map(ids.map((id) => [id, next++]))] as const;
    });
    this.index = Object.fromEntries(numbered) as unknown as Weighing['index'];
    this.pairs = { P: nested(this.index.P), p: nested(this.index.p) };
    this.seen = new Uint32Array(next);
  }

  private featuresOf(stem: string): WordFeatures | undefined {
    const { W, T, L } = this.index;
    if (!W.has(stem) && !T.has(stem) && !L.has(stem)) return undefined;
    return { W: W.get(stem) ?? -1, T: T.get(stem) ?? -1, L: L.get(stem) ?? -1 };
  }

  begin(): void {
    this.stories++;
    this.sums = new Float64Array(width);
  }

  word(type: WordType, word: Token, value: number): void {
    const features = this.words.of(word);
    if (features !== null && features[type] >= 0) this.count(features[type], value);
  }

  pair(type: PairType, first: string, second: string, value: number): void {
    const feature = this.pairs[type].get(first)?.get(second);
    if (feature !== undefined) this.count(feature, value);
  }

  named(type: NamedType, id: string, value: number): void {
    const feature = this.index[type].get(id);
    if (feature !== undefined) this.count(feature, value);
  }

  private count(feature: number, value: number): void {
    if (this.seen[feature] === this.stories) return;
    this.seen[feature] = this.stories;
    const { sums, weights } = this;
    for (let label = 0, at = feature * width; label < width; label++, at++)
      sums[label]! += weights[at]! * value;
  }
}

/** Pairs "A+B" by A, then by B: looking one up writes no new string. */
function nested(pairs: ReadonlyMap<string, number>): Map<string, Map<string, number>> {
  const byFirst = new Map<string, Map<string, number>>();
  for (const [pair, feature] of pairs) {
    const [first = '', second = ''] = pair.split('+');
    const seconds = byFirst.get(first) ?? new Map<string, number>();
    byFirst.set(first, seconds.set(second, feature));
  }
  return byFirst;
}

let weighing: Weighing | undefined;

/** What the trained model says of a story, beside the rules. Deterministic: always added in the same order. */
export function secondOpinion(
  analysed: Analysed,
  scores: StoryScores<string>,
  decided: ReadonlySet<string>,
): Opinion {
  weighing ??= new Weighing();
  weighing.begin();
  emitFeatures(analysed, scores, decided, weighing);
  const { sums } = weighing;
  return new Map(model.labels.map((label, i) => [label, sums[i]! * model.unit]));
}

/** The verdict on a label: the rules', unless the model is sure of the opposite. */
export function settle(label: string, byRules: boolean, opinion: Opinion): boolean {
  const at = model.labels.indexOf(label);
  const odds = opinion.get(label);
  if (at < 0 || odds === undefined) return byRules;
  return byRules ? odds > model.drop[at]! : odds > model.lift[at]!;
}
