import { membersOf } from './concept-set';

/** What a rule asks of the concepts of a place, as sets. */
export interface Demands {
  /** Of each one concept must be there. */
  readonly groups: readonly Int32Array[];
  readonly none: Int32Array | null;
}

/** The words of a row that are filled: the place of each, then its bits. */
function filledIn(row: Int32Array): Int32Array {
  const filled: number[] = [];
  for (let at = 0; at < row.length; at++) if (row[at] !== 0) filled.push(at, row[at] as number);
  return Int32Array.from(filled);
}

/**
 * Which rules the concepts of a place meet: a rule is a bit, so that all are tested together, at the cost of a few integer
 * operations a concept.
 */
export class RuleTable {
  /** Bits of all rules take so many words. */
  private readonly words: number;
  /** The most groups of a rule. */
  private readonly depth: number;
  /** Rules without a first group, a second one and so on: nothing is asked of these. */
  private readonly free: Int32Array;
  /**
   * By concept: the rules whose first group, second group and so on it is in, then those that it forbids, as places of
   * `met` and the bits to be set there.
   */
  private readonly rows: readonly Int32Array[];
  private readonly met: Int32Array;
  private readonly fits: Int32Array;

  constructor(rules: readonly Demands[], concepts: number) {
    this.words = (rules.length + 31) >>> 5;
    this.depth = Math.max(0, ...rules.map(({ groups }) => groups.length));
    this.free = new Int32Array(this.words * (this.depth + 1));
    this.met = new Int32Array(this.free.length);
    this.fits = new Int32Array(this.words);
    rules.forEach(({ groups }, rule) => {
      for (let group = groups.length; group < this.depth; group++) this.mark(this.free, group, rule);
    });
    const rows = Array.from({ length: concepts }, () => new Int32Array(this.free.length));
    rules.forEach(({ groups, none }, rule) => {
      groups.forEach((any, group) => {
        for (const concept of membersOf(any)) this.mark(rows[concept] as Int32Array, group, rule);
      });
      for (const concept of none === null ? [] : membersOf(none))
        this.mark(rows[concept] as Int32Array, this.depth, rule);
    });
    this.rows = rows.map(filledIn);
  }

  private mark(bits: Int32Array, group: number, rule: number): void {
    bits[group * this.words + (rule >>> 5)]! |= 1 << (rule & 31);
  }

  /** The rules that a set of concepts meets, by number. */
  fitting(concepts: Int32Array): number[] {
    const { words, depth, met, fits } = this;
    met.set(this.free);
    for (const concept of membersOf(concepts)) this.include(concept);
    for (let word = 0; word < words; word++) {
      let rules = ~(met[depth * words + word] as number);
      for (let group = 0; group < depth; group++) rules &= met[group * words + word] as number;
      fits[word] = rules;
    }
    return membersOf(fits);
  }

  private include(concept: number): void {
    const { met } = this;
    const row = this.rows[concept] as Int32Array;
    for (let i = 0; i < row.length; i += 2) met[row[i] as number]! |= row[i + 1] as number;
  }
}
