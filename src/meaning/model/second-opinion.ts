import type { Analysed } from '../analysed';
import type { StoryScores } from '../kinds/decide';
import type { Token } from '../tokens';
import { Remembered } from '../vocabulary';
import { type Features, model, unpackModel, ZERO_WEIGHT } from './model-data';
import {
  emitFeatures,
  type FeatureTaker,
  type NamedType,
  type PairType,
  stemOf,
  type WordType,
} from './model-features';

/** Log-odds by label. */
export type Opinion = ReadonlyMap<string, number>;

const width = model.labels.length;

/** The sums of the weights of a story's features. */
class Weighing implements FeatureTaker {
  sums = new Float64Array(width);
  private readonly features: Features = unpackModel(model);
  private readonly words = new Remembered(({ folded }) => this.features.stems.get(stemOf(folded)));
  /** Story in which a feature was last counted. */
  private readonly seen = new Uint32Array(this.features.count);
  private stories = 0;

  begin(): void {
    this.stories++;
    this.sums = new Float64Array(width);
  }

  word(type: WordType, word: Token, value: number): void {
    const features = this.words.of(word);
    if (features !== null && features[type] >= 0) this.count(features[type], value);
  }

  pair(type: PairType, first: string, second: string, value: number): void {
    const feature = this.features.pairs[type].get(first)?.get(second);
    if (feature !== undefined) this.count(feature, value);
  }

  named(type: NamedType, id: string, value: number): void {
    const feature = this.features.named[type].get(id);
    if (feature !== undefined) this.count(feature, value);
  }

  private count(feature: number, value: number): void {
    if (this.seen[feature] === this.stories) return;
    this.seen[feature] = this.stories;
    const { sums } = this;
    const { weights } = this.features;
    for (let label = 0, at = feature * width; label < width; label++, at++)
      sums[label]! += (weights[at]! - ZERO_WEIGHT) * value;
  }
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
