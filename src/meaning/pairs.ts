const BITS = 15;
const hashOf = (first: number, second: number): number =>
  Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);

/**
 * Pairs of neighbouring words that phrases hold, by the numbers of their forms. A pair that was not added is mostly told
 * by one look into a small table; maps of all the words that may follow another lie far apart in memory.
 */
export class Pairs {
  private readonly bits = new Int32Array(1 << (BITS - 5));

  add(first: number, second: number): void {
    const at = hashOf(first, second) >>> (32 - BITS);
    this.bits[at >>> 5]! |= 1 << (at & 31);
  }

  /** False for a pair that was not added. */
  mayHold(first: number, second: number): boolean {
    const at = hashOf(first, second) >>> (32 - BITS);
    return ((this.bits[at >>> 5] as number) & (1 << (at & 31))) !== 0;
  }
}

/** Numbers above zero for pairs of words, side by side in one table. */
export class PairNumbers {
  private readonly pairs = new Pairs();
  /** First and second word and number of a pair, at the slot of its hash or the next free one. */
  private table = new Int32Array(3 << 8);
  private size = 0;

  /** The number of a pair, 0 for one that has none. */
  get(first: number, second: number): number {
    return this.pairs.mayHold(first, second) ? (this.table[this.placeOf(first, second) + 2] as number) : 0;
  }

  set(first: number, second: number, number: number): void {
    const at = this.placeOf(first, second);
    const isNew = this.table[at + 2] === 0;
    this.table[at] = first;
    this.table[at + 1] = second;
    this.table[at + 2] = number;
    this.pairs.add(first, second);
    if (isNew && 6 * ++this.size > this.table.length) this.makeRoom();
  }

  /** Where the pair stands, or belongs. */
  private placeOf(first: number, second: number): number {
    const { table } = this;
    const slots = table.length / 3;
    let slot = (hashOf(first, second) >>> 7) & (slots - 1);
    for (;;) {
      const at = 3 * slot;
      if (table[at + 2] === 0 || (table[at] === first && table[at + 1] === second)) return at;
      slot = (slot + 1) & (slots - 1);
    }
  }

  private makeRoom(): void {
    const old = this.table;
    this.table = new Int32Array(2 * old.length);
    this.size = 0;
    for (let at = 0; at < old.length; at += 3)
      if (old[at + 2] !== 0) this.set(old[at] as number, old[at + 1] as number, old[at + 2] as number);
  }
}
