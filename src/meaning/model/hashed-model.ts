import type { BucketCounts } from './bucket-counts';
import { ZERO_WEIGHT } from './model-data';

/** The weights of a model over hashed features (see `bucketOf`) as `npm run train-model` writes them. */
export interface HashedWeights {
  readonly labels: readonly string[];
  /** One character a bucket, labels one after the other; see `ZERO_WEIGHT`. */
  readonly weights: string;
  /** What a step of the weights is worth. */
  readonly unit: number;
  /** By label: log-odds without any feature. */
  readonly bias: readonly number[];
}

/** Features by bucket: how much each counts. */
export type Counts = ReadonlyMap<number, number>;

/** Log-odds of labels, each the sum of the weights of the features. */
export class HashedModel {
  readonly labels: readonly string[];
  private readonly steps: Uint8Array;
  private readonly size: number;
  private readonly unit: number;
  /** By label: log-odds without any feature. */
  readonly bias: readonly number[];

  constructor({ labels, weights, unit, bias }: HashedWeights) {
    this.labels = labels;
    this.steps = Buffer.from(weights, 'latin1');
    this.size = weights.length / labels.length;
    this.unit = unit;
    this.bias = bias;
  }

  /** What a feature in this bucket says for the label. */
  weight(label: number, bucket: number): number {
    return ((this.steps[label * this.size + bucket] as number) - ZERO_WEIGHT) * this.unit;
  }

  /** Log-odds of a label. */
  oddsOf(label: number, { buckets, counts }: BucketCounts): number {
    const { steps } = this;
    const start = label * this.size;
    let sum = 0;
    for (let nth = 0; nth < buckets.length; nth++) {
      const bucket = buckets[nth] as number;
      sum += ((steps[start + bucket] as number) - ZERO_WEIGHT) * (counts[bucket] as number);
    }
    return sum * this.unit + (this.bias[label] as number);
  }

  /** Log-odds of every label. */
  odds(features: BucketCounts): number[] {
    return this.labels.map((_, label) => this.oddsOf(label, features));
  }
}
