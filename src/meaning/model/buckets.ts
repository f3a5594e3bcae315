import { hashOf } from '../hash';

/**
 * Numbers for features that are put together of parts ("title, visit, future"): a model keeps one weight for each bucket
 * instead of a list of names (feature hashing: Weinberger et al., 2009). Equal on every machine.
 */
const known = new Map<string, number>();

/** The number of a part of which there are few: it is remembered. */
export function partOf(name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  const hash = hashOf(name);
  known.set(name, hash);
  return hash;
}

const mix = (hash: number, part: number): number => {
  const mixed = Math.imul(hash ^ part, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/** The bucket, of 2^`bits`, of the feature that these parts make in this order. */
export const bucketOf = (bits: number, a: number, b: number, c = 0, d = 0): number =>
  mix(mix(mix(mix(0, a), b), c), d) >>> (32 - bits);
