import { MOST_WEIGHT } from '../../src/meaning/model/model-data';
import { type Counts, HashedModel, type HashedWeights } from '../../src/meaning/model/hashed-model';
import { type Logistic, oddsOf, type SparseRow, trainLogistic } from './logistic';
import { written } from './pack-model';
import { eventOf, foldOf, FOLDS, type TrainingStory, weightOf } from './training-stories';

/** One row to learn from: features by bucket and the labels that are true of it. */
export interface Row {
  readonly story: TrainingStory;
  readonly features: Counts;
  readonly truth: ReadonlySet<string>;
}

/** How a model over hashed features is trained. */
export interface Recipe {
  readonly labels: readonly string[];
  /** 2^bits buckets. */
  readonly bits: number;
  /** A feature met in fewer happenings tells of them. */
  readonly leastEvents: number;
  /** What rows weigh against the penalty on large weights, beside the weight of their stories. */
  readonly weight: number;
  /** The largest weight is written as so many steps, `MOST_WEIGHT` unless given: fewer take less room. */
  readonly steps?: number;
}

function sparseRows(rows: readonly Row[], { leastEvents, weight }: Recipe): SparseRow[] {
  const events = new Map<number, Set<string>>();
  for (const { story, features } of rows)
    for (const bucket of features.keys())
      events.set(bucket, (events.get(bucket) ?? new Set()).add(eventOf(story)));
  return rows.map(({ story, features }) => {
    const known = [...features].filter(([bucket]) => events.get(bucket)!.size >= leastEvents);
    return {
      index: Int32Array.from(known, ([bucket]) => bucket),
      value: Float64Array.from(known, ([, value]) => value),
      weight: weightOf(story) * weight,
    };
  });
}

function fit(
  rows: readonly Row[],
  sparse: readonly SparseRow[],
  recipe: Recipe,
  use: (story: TrainingStory) => boolean,
): Logistic[] {
  const mine = rows.flatMap(({ story }, i) => (use(story) ? [i] : []));
  return recipe.labels.map((label) =>
    trainLogistic(
      mine.map((i) => sparse[i]!),
      mine.map((i) => rows[i]!.truth.has(label)),
      2 ** recipe.bits,
    ),
  );
}

/** Log-odds of every row by label, from models that have not seen its event. */
export function oddsUnseen(rows: readonly Row[], recipe: Recipe): number[][] {
  const sparse = sparseRows(rows, recipe);
  const odds: number[][] = rows.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = fit(rows, sparse, recipe, (story) => foldOf(story) !== fold);
    rows.forEach(({ story }, i) => {
      if (foldOf(story) === fold) odds[i] = fitted.map((each) => oddsOf(each, sparse[i]!));
    });
  }
  return odds;
}

/** The weights learnt from all rows. */
export function trainHashed(rows: readonly Row[], recipe: Recipe): HashedWeights {
  const fitted = fit(rows, sparseRows(rows, recipe), recipe, () => true);
  const most = Math.max(...fitted.flatMap(({ weights }) => [...weights].map(Math.abs)));
  const unit = most / (recipe.steps ?? MOST_WEIGHT);
  return {
    labels: recipe.labels,
    weights: fitted.map(({ weights }) => written([...weights], unit)).join(''),
    unit,
    bias: fitted.map(({ bias }) => Number(bias.toFixed(4))),
  };
}

/** The model for a story: one that has learnt from all rows but those of its fold. */
export function modelsUnseen(rows: readonly Row[], recipe: Recipe): (story: TrainingStory) => HashedModel {
  const models = Array.from(
    { length: FOLDS },
    (_, fold) =>
      new HashedModel(
        trainHashed(
          rows.filter(({ story }) => foldOf(story) !== fold),
          recipe,
        ),
      ),
  );
  return (story) => models[foldOf(story)]!;
}
