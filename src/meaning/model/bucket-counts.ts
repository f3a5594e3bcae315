import { bucketOf } from './buckets';

/**
 * How much features count, by bucket: those of one story or of one that it names, and then those of the next. Much faster
 * than a map.
 */
export class BucketCounts {
  /** 0 for features that did not come. */
  readonly counts: Float64Array;
  /** Buckets of those that came, in the order in which they first did. */
  readonly buckets: number[] = [];

  constructor(bits: number) {
    this.counts = new Float64Array(1 << bits);
  }

  /** Adds to what a feature counts, up to `most`. */
  count(bucket: number, count: number, most: number): void {
    if (count === 0) return;
    const before = this.counts[bucket] as number;
    if (before === 0) this.buckets.push(bucket);
    this.counts[bucket] = before + count > most ? most : before + count;
  }

  /** Lets a feature count at least so much; true when it counted less before. */
  raise(bucket: number, count: number): boolean {
    const before = this.counts[bucket] as number;
    if (count <= before) return false;
    if (before === 0) this.buckets.push(bucket);
    this.counts[bucket] = count;
    return true;
  }

  clear(): void {
    const { buckets, counts } = this;
    for (let at = 0; at < buckets.length; at++) counts[buckets[at] as number] = 0;
    buckets.length = 0;
  }

  /** A copy that outlives what comes next. */
  toMap(): Map<number, number> {
    return new Map(this.buckets.map((bucket) => [bucket, this.counts[bucket] as number]));
  }
}

/** Sums up features that are put together of parts: those of one who is named, and then those of the next. */
export class FeatureCounts extends BucketCounts {
  /** What a feature counts. */
  worth = 1;

  /** For a model of 2^`bits` buckets, in which many namings say no more than `most`. */
  constructor(
    protected readonly bits: number,
    protected readonly most: number,
  ) {
    super(bits);
  }

  add(a: number, b = 0, c = 0, d = 0): void {
    this.count(bucketOf(this.bits, a, b, c, d), this.worth, this.most);
  }
}
