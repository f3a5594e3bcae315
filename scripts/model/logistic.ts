/** Sparse rows: feature numbers and their values. */
export interface SparseRow {
  readonly index: Int32Array;
  readonly value: Float64Array;
}

export interface TrainOptions {
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Trainings in different orders whose weights are averaged: what only an order taught cancels out. */
  readonly runs: number;
}

/** Log-odds of a row. */
export function oddsOf(weights: Float64Array, { index, value }: SparseRow): number {
  let sum = 0;
  for (let k = 0; k < index.length; k++) sum += weights[index[k]!]! * value[k]!;
  return sum;
}

/** Logistic regression by Adagrad over rows shuffled by fixed seeds: equal input gives equal weights, bit by bit. */
export function trainLogistic(
  rows: readonly SparseRow[],
  truth: readonly boolean[],
  options: TrainOptions,
): Float64Array {
  const mean = new Float64Array(options.features);
  for (let run = 1; run <= options.runs; run++)
    trainOnce(rows, truth, options, run).forEach((weight, at) => (mean[at]! += weight / options.runs));
  return mean;
}

function trainOnce(
  rows: readonly SparseRow[],
  truth: readonly boolean[],
  { features, epochs, rate, l2 }: TrainOptions,
  seed: number,
): Float64Array {
  const weights = new Float64Array(features);
  const squares = new Float64Array(features).fill(1e-8);
  let state = Math.imul(seed, 2654435761) >>> 0;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const order = rows.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const at of order) {
      const row = rows[at]!;
      const slope = 1 / (1 + Math.exp(-oddsOf(weights, row))) - Number(truth[at]);
      for (let k = 0; k < row.index.length; k++) {
        const feature = row.index[k]!;
        const gradient = slope * row.value[k]! + l2 * weights[feature]!;
        squares[feature]! += gradient * gradient;
        weights[feature]! -= (rate * gradient) / Math.sqrt(squares[feature]!);
      }
    }
  }
  return weights;
}
