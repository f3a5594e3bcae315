/** What a sentence may speak of, the same object for the same id. */
export interface Concept {
  /** `ACT.visit`, `PRISON.generic`, `STATUS.cancelled`. */
  readonly id: string;
  /** Given as concepts are first met: what is known of one stands in arrays at its number. */
  readonly number: number;
  /** What it is an instance of: `OFFICE` of `OFFICE.justice`. */
  readonly kind: Concept | null;
  /** Tells who or where it is: a person, a country by its code (`IN.SV`). */
  readonly isName: boolean;
}

const known = new Map<string, Concept>();

export function conceptOf(id: string): Concept {
  const there = known.get(id);
  if (there !== undefined) return there;
  const kind = id.startsWith('OFFICE.') ? conceptOf('OFFICE') : null;
  const concept = { id, number: known.size, kind, isName: id === 'PERSON' || id.startsWith('IN.') };
  known.set(id, concept);
  return concept;
}

/** The concepts of a sentence, of which there are few, in the order in which they were added. */
export class ConceptSet implements Iterable<string> {
  readonly members: Concept[] = [];

  add(concept: Concept): void {
    if (!this.holds(concept)) this.members.push(concept);
  }

  holds(concept: Concept): boolean {
    for (const member of this.members) if (member === concept) return true;
    return false;
  }

  holdsAny(concepts: readonly Concept[]): boolean {
    for (const concept of concepts) if (this.holds(concept)) return true;
    return false;
  }

  has(id: string): boolean {
    return this.holds(conceptOf(id));
  }

  [Symbol.iterator](): Iterator<string> {
    return this.members.map(({ id }) => id).values();
  }
}
