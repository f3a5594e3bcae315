const BITS = 16;

/**
 * Pairs of neighbouring words that phrases hold, by the numbers of their forms. A pair that was not added is mostly told
 * by one look into a small table; maps of all the words that may follow another lie far apart in memory.
 */
export class Pairs {
  private readonly bits = new Int32Array(1 << (BITS - 5));

  add(first: number, second: number): void {
    const at = placeOf(first, second);
    this.bits[at >>> 5]! |= 1 << (at & 31);
  }

  /** False for a pair that was not added. */
  mayHold(first: number, second: number): boolean {
    const at = placeOf(first, second);
    return ((this.bits[at >>> 5] as number) & (1 << (at & 31))) !== 0;
  }
}

const placeOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77)) >>> (32 - BITS);
