import type { Analysed } from '../analysed';
import { placeIn } from '../sorted';
import type { Token } from '../tokens';
import { WordNumbers } from '../vocabulary';
import { type ConceptFeatures, type Features, model, unpackModel, ZERO_WEIGHT } from './model-data';
import { type ConceptType, emitFeatures, type FeatureTaker, stemOf } from './model-features';

/** Log-odds by label. */
export type Opinion = ReadonlyMap<string, number>;

const width = model.labels.length;

/** The sums of the weights of a story's features. */
class Weighing implements FeatureTaker {
  readonly sums = new Float64Array(width);
  private readonly features: Features = unpackModel(model);
  private readonly words = new WordNumbers(({ folded }) => placeIn(this.features.stems, stemOf(folded)));
  /** The concept asked for last: it is asked for by one type after the other. */
  private id = '';
  private ofId: ConceptFeatures | undefined;
  private readonly weights = this.features.weights;
  /** Story in which a feature was last counted. */
  private readonly seen = new Uint32Array(this.features.count);
  private stories = 0;

  begin(): void {
    this.stories++;
    this.sums.fill(0);
  }

  word(word: Token, value: number): void {
    const feature = this.words.of(word);
    if (feature >= 0) this.count(feature, value);
  }

  concept(type: ConceptType, id: string, value: number): void {
    if (id !== this.id) {
      this.id = id;
      this.ofId = this.features.concepts.get(id);
    }
    const feature = this.ofId?.[type];
    if (feature !== undefined) this.count(feature, value);
  }

  private count(feature: number, value: number): void {
    if (this.seen[feature] === this.stories) return;
    this.seen[feature] = this.stories;
    const { sums, weights } = this;
    for (let label = 0, at = feature * width; label < width; label++, at++)
      sums[label]! += (weights[at]! - ZERO_WEIGHT) * value;
  }
}

let weighing: Weighing | undefined;

/** What the trained model says of a story. Deterministic: always added in the same order. */
export function secondOpinion(analysed: Analysed): Opinion {
  weighing ??= new Weighing();
  weighing.begin();
  emitFeatures(analysed, weighing);
  const { sums } = weighing;
  return new Map(model.labels.map((label, i) => [label, sums[i]! * model.unit + model.bias[i]!]));
}

/** The verdict on a label: the rules', unless the model is sure of the opposite. */
export function settle(label: string, byRules: boolean, opinion: Opinion): boolean {
  const at = model.labels.indexOf(label);
  const odds = opinion.get(label);
  if (at < 0 || odds === undefined) return byRules;
  return byRules ? odds > model.drop[at]! : odds > model.lift[at]!;
}
