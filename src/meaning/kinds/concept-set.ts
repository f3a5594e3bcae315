/** Numbers for concept ids, and sets of them as bits: rules are tested by a few integer operations a sentence. */
export class ConceptIndex {
  private readonly numbers = new Map<string, number>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) if (!this.numbers.has(id)) this.numbers.set(id, this.numbers.size);
  }

  get words(): number {
    return (this.numbers.size + 31) >>> 5;
  }

  get ids(): readonly string[] {
    return [...this.numbers.keys()];
  }

  /** The set of those ids that are known. */
  set(ids: Iterable<string>): Int32Array {
    const bits = new Int32Array(this.words);
    for (const id of ids) {
      const at = this.numbers.get(id);
      if (at !== undefined) bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
    }
    return bits;
  }
}

/** True when the sets share a member. */
export function meets(a: Int32Array, b: Int32Array): boolean {
  for (let at = 0; at < a.length; at++) if (((a[at] ?? 0) & (b[at] ?? 0)) !== 0) return true;
  return false;
}

/** Adds the members of `more` to `bits`. */
export function include(bits: Int32Array, more: Int32Array): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (more[at] ?? 0);
}
