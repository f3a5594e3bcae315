import type { Analysed } from '../analysed';
import type { Concept } from '../concepts';
import { placeIn } from '../sorted';
import type { Token } from '../tokens';
import { WordNumbers } from '../vocabulary';
import { type ConceptFeatures, type Features, model, unpackModel, ZERO_WEIGHT } from './model-data';
import { type ConceptType, emitFeatures, type FeatureTaker, stemOf } from './model-features';

/** Log-odds by label. */
export type Opinion = ReadonlyMap<string, number>;

const width = model.labels.length;

/** A row of so many words: the story in which its feature was last counted, then in bytes a weight for each label. */
const WORDS = 1 + Math.ceil(width / 4);

/** The features' weights, around zero; what is needed of a feature lies together. */
function rowsOf({ count, weights }: Features): ArrayBuffer {
  const rows = new Int8Array(4 * WORDS * count);
  for (let feature = 0; feature < count; feature++)
    for (let label = 0; label < width; label++)
      rows[4 * (feature * WORDS + 1) + label] = (weights[feature * width + label] as number) - ZERO_WEIGHT;
  return rows.buffer;
}

/** A key that changes from call to call is looked up slowly. */
const ofType = ({ S, t, l, b }: ConceptFeatures, type: ConceptType): number | undefined =>
  type === 'S' ? S : type === 't' ? t : type === 'l' ? l : b;

/** The sums of the weights of a story's features. */
class Weighing implements FeatureTaker {
  readonly sums = new Float64Array(width);
  private readonly features: Features = unpackModel(model);
  private readonly words = new WordNumbers(({ folded }) => placeIn(this.features.stems, stemOf(folded)));
  /** By number of the concept; null when the model knows nothing of it. */
  private readonly concepts: (ConceptFeatures | null | undefined)[] = [];
  private readonly rows = rowsOf(this.features);
  private readonly weights = new Int8Array(this.rows);
  private readonly seen = new Uint32Array(this.rows);
  private stories = 0;

  begin(): void {
    this.stories++;
    this.sums.fill(0);
  }

  word(word: Token, value: number): void {
    const feature = this.words.of(word);
    if (feature >= 0) this.count(feature, value);
  }

  concept(type: ConceptType, concept: Concept, value: number): void {
    const features = this.ofConcept(concept);
    const feature = features === null ? undefined : ofType(features, type);
    if (feature !== undefined) this.count(feature, value);
  }

  private ofConcept({ id, number }: Concept): ConceptFeatures | null {
    const known = this.concepts[number];
    return known === undefined ? (this.concepts[number] = this.features.concepts.get(id) ?? null) : known;
  }

  private count(feature: number, value: number): void {
    const { sums, weights, seen, stories } = this;
    const row = feature * WORDS;
    if (seen[row] === stories) return;
    seen[row] = stories;
    for (let label = 0, at = 4 * (row + 1); label < width; label++, at++)
      sums[label]! += weights[at]! * value;
  }
}

let weighing: Weighing | undefined;

/** What the trained model says of a story. Deterministic: always added in the same order. */
export function secondOpinion(analysed: Analysed): Opinion {
  weighing ??= new Weighing();
  weighing.begin();
  emitFeatures(analysed, weighing);
  const { sums } = weighing;
  const opinion = new Map<string, number>();
  for (let at = 0; at < width; at++) opinion.set(model.labels[at]!, sums[at]! * model.unit + model.bias[at]!);
  return opinion;
}

/** The verdict on a label: the rules', unless the model is sure of the opposite. */
export function settle(label: string, byRules: boolean, opinion: Opinion): boolean {
  const at = model.labels.indexOf(label);
  const odds = opinion.get(label);
  if (at < 0 || odds === undefined) return byRules;
  return byRules ? odds > model.drop[at]! : odds > model.lift[at]!;
}
