/** Sparse rows: feature numbers and their values; `weight` is how much the row counts. */
export interface SparseRow {
  readonly index: Int32Array;
  readonly value: Float64Array;
  readonly weight: number;
}

/** Weights of the features, and of no feature at all. */
export interface Logistic {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Log-odds of a row. */
export function oddsOf({ weights, bias }: Logistic, { index, value }: SparseRow): number {
  let sum = bias;
  for (let k = 0; k < index.length; k++) sum += weights[index[k]!]! * value[k]!;
  return sum;
}

const MOST_STEPS = 200;
const MEMORY = 8;
const SMALL = 1e-4;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** `a + factor * b`. */
const plus = (a: Float64Array, b: Float64Array, factor: number): Float64Array =>
  a.map((value, i) => value + factor * b[i]!);

/**
 * Logistic regression with a quadratic penalty (half the sum of squared weights) on every weight, the bias included,
 * by limited-memory BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5) with halving steps. No random
 * numbers: equal input gives equal weights, bit by bit.
 */
export function trainLogistic(
  rows: readonly SparseRow[],
  truth: readonly boolean[],
  features: number,
): Logistic {
  const signs = truth.map((yes) => (yes ? 1 : -1));
  /** Loss and gradient; the bias is the last weight. */
  const look = (weights: Float64Array) => {
    const gradient = Float64Array.from(weights);
    let loss = dot(weights, weights) / 2;
    for (let at = 0; at < rows.length; at++) {
      const { index, value, weight } = rows[at]!;
      const sign = signs[at]!;
      const margin = sign * oddsOf({ weights, bias: weights[features]! }, rows[at]!);
      loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
      const slope = (-weight * sign) / (1 + Math.exp(margin));
      for (let k = 0; k < index.length; k++) gradient[index[k]!]! += slope * value[k]!;
      gradient[features]! += slope;
    }
    return { loss, gradient };
  };
  let weights: Float64Array = new Float64Array(features + 1);
  let here = look(weights);
  const moves: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (
    let step = 0;
    step < MOST_STEPS && Math.sqrt(dot(here.gradient, here.gradient)) > SMALL * rows.length;
    step++
  ) {
    const direction = downhill(here.gradient, moves);
    const slope = dot(here.gradient, direction);
    let length = moves.length ? 1 : 1 / Math.sqrt(dot(here.gradient, here.gradient));
    let next = plus(weights, direction, length);
    let there = look(next);
    while (there.loss > here.loss + 1e-4 * length * slope && length > 1e-10) {
      length /= 2;
      next = plus(weights, direction, length);
      there = look(next);
    }
    const s = plus(next, weights, -1);
    const y = plus(there.gradient, here.gradient, -1);
    const curve = dot(s, y);
    if (curve > 1e-12) moves.push({ s, y, rho: 1 / curve });
    if (moves.length > MEMORY) moves.shift();
    [weights, here] = [next, there];
  }
  return { weights: weights.slice(0, features), bias: weights[features]! };
}

/** The direction of descent that the last moves suggest. */
function downhill(
  gradient: Float64Array,
  moves: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  let q: Float64Array = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of [...moves].reverse()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    q = plus(q, y, -alpha);
  }
  const last = moves.at(-1);
  if (last) q = q.map((value) => value / (last.rho * dot(last.y, last.y)));
  for (const { s, y, rho } of moves) q = plus(q, s, alphas.pop()! - rho * dot(y, q));
  return q;
}
