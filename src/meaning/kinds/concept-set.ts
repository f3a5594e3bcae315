import { type Concept, conceptOf } from '../concepts';

/** Stands for all offices, and for those that no rule names. */
const ANY_OFFICE = 'OFFICE';
const OTHER_OFFICE = 'OFFICE.*';
const OFFICE = conceptOf(ANY_OFFICE);

/** Numbers for concept ids, and sets of them as bits: rules are tested by a few integer operations a sentence. */
export class ConceptIndex {
  private readonly numbers = new Map<string, number>();
  /** By number of a concept, what its hits show and what it is itself, -1 for nothing. */
  private readonly shown: number[] = [];
  private readonly own: number[] = [];

  readonly size: number;
  /** Of a set. */
  readonly words: number;

  constructor(ids: Iterable<string>) {
    for (const id of [...ids, OTHER_OFFICE])
      if (!this.numbers.has(id)) this.numbers.set(id, this.numbers.size);
    this.size = this.numbers.size;
    this.words = (this.size + 31) >>> 5;
  }

  /** Number of what a hit shows; -1 when no rule speaks of it. */
  numberOf(concept: Concept): number {
    return (this.shown[concept.number] ??=
      this.numbers.get(concept.id) ?? this.numbers.get(concept.kind === OFFICE ? OTHER_OFFICE : '') ?? -1);
  }

  /** Adds those concepts of a sentence that rules speak of to a set. */
  add(concepts: readonly Concept[], bits: Int32Array): void {
    for (const { id, number } of concepts) {
      const at = (this.own[number] ??= this.numbers.get(id) ?? -1);
      if (at >= 0) bits[at >>> 5]! |= 1 << (at & 31);
    }
  }

  /** The set of those ids that are known, in which OFFICE stands for every office. */
  withOffices(ids: ReadonlySet<string>): Int32Array {
    const offices = ids.has(ANY_OFFICE)
      ? [...this.numbers.keys()].filter((id) => id.startsWith('OFFICE.'))
      : [];
    return this.set([...ids, ...offices]);
  }

  /** The set of those ids that are known. */
  set(ids: Iterable<string>): Int32Array {
    const bits = new Int32Array(this.words);
    for (const id of ids) {
      const at = this.numbers.get(id);
      if (at !== undefined) bits[at >>> 5]! |= 1 << (at & 31);
    }
    return bits;
  }
}

/** True when the sets share a member. */
export function meets(a: Int32Array, b: Int32Array): boolean {
  for (let at = 0; at < a.length; at++) if (((a[at] as number) & (b[at] as number)) !== 0) return true;
  return false;
}

/** True for a member of the set; no set holds -1. */
export const holds = (bits: Int32Array, number: number): boolean =>
  number >= 0 && ((bits[number >>> 5] as number) & (1 << (number & 31))) !== 0;

/** The numbers that a set holds. */
export function membersOf(set: Int32Array): number[] {
  const members: number[] = [];
  for (let at = 0; at < set.length; at++)
    for (let bits = set[at] as number; bits !== 0; bits &= bits - 1)
      members.push(32 * at + 31 - Math.clz32(bits & -bits));
  return members;
}
