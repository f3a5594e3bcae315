import { holds } from './concept-set';

/** What a rule asks of the concepts of a place, as sets. */
export interface Demands {
  /** Of each one concept must be there. */
  readonly groups: readonly Int32Array[];
  readonly none: Int32Array | null;
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

  constructor(rules: readonly Demands[], concepts: number) {
    this.words = (rules.length + 31) >>> 5;
    this.depth = Math.max(0, ...rules.map(({ groups }) => groups.length));
    this.free = new Int32Array(this.words * (this.depth + 1));
    this.met = new Int32Array(this.free.length);
    rules.forEach(({ groups }, rule) => {
      for (let group = groups.length; group < this.depth; group++) this.mark(this.free, group, rule);
    });
    this.rows = Array.from({ length: concepts }, (_, concept) => this.rowOf(concept, rules));
  }

  private mark(bits: Int32Array, group: number, rule: number): void {
    bits[group * this.words + (rule >>> 5)]! |= 1 << (rule & 31);
  }

  private rowOf(concept: number, rules: readonly Demands[]): Int32Array {
    const bits = new Int32Array(this.free.length);
    rules.forEach(({ groups, none }, rule) => {
      groups.forEach((any, group) => holds(any, concept) && this.mark(bits, group, rule));
      if (none !== null && holds(none, concept)) this.mark(bits, this.depth, rule);
    });
    return Int32Array.from([...bits].flatMap((word, at) => (word === 0 ? [] : [at, word])));
  }

  /** The rules that a set of concepts meets, as a set. */
  fitting(concepts: Int32Array): Int32Array {
    const { words, depth, met } = this;
    met.set(this.free);
    for (let at = 0; at < concepts.length; at++)
      for (let bits = concepts[at] as number; bits !== 0; bits &= bits - 1)
        this.include(32 * at + 31 - Math.clz32(bits & -bits));
    const fitting = new Int32Array(words);
    for (let word = 0; word < words; word++) {
      let rules = ~(met[depth * words + word] as number);
      for (let group = 0; group < depth; group++) rules &= met[group * words + word] as number;
      fitting[word] = rules;
    }
    return fitting;
  }

  private include(concept: number): void {
    const { met } = this;
    const row = this.rows[concept] as Int32Array;
    for (let i = 0; i < row.length; i += 2) met[row[i] as number]! |= row[i + 1] as number;
  }
}
