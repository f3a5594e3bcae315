/** Families of concepts by the beginnings of their ids, as bits: asked for of every hit of a story. */
export const enum Family {
  Act = 1,
  Office = 2,
  Prison = 4,
  Status = 8,
  Facility = 16,
  Country = 32,
  Delegation = 64,
}

/** In the order of the bits. */
const BEGINNINGS = ['ACT.', 'OFFICE.', 'PRISON.', 'STATUS.', 'FACILITY', 'COUNTRY', 'DELEGATION'];

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
  /** Those that it belongs to. */
  readonly families: number;
}

const known = new Map<string, Concept>();

/** The same text as V8 keeps those of the code: comparing these is comparing places in memory. */
const kept = (id: string): string => Object.keys({ [id]: 0 })[0] ?? id;

export function conceptOf(name: string): Concept {
  const there = known.get(name);
  if (there !== undefined) return there;
  const id = kept(name);
  const families = BEGINNINGS.reduce(
    (bits, start, nth) => (id.startsWith(start) ? bits | (1 << nth) : bits),
    0,
  );
  const kind = families === Family.Office ? conceptOf('OFFICE') : null;
  const concept = { id, number: known.size, kind, isName: id === 'PERSON' || id.startsWith('IN.'), families };
  known.set(id, concept);
  return concept;
}

/** A question about concepts that is asked for every hit, and answered once for each. */
export class ConceptTest {
  /** By number of the concept. */
  private readonly known: (boolean | undefined)[] = [];

  constructor(private readonly test: (id: string) => boolean) {}

  has({ id, number }: Concept): boolean {
    return (this.known[number] ??= this.test(id));
  }
}

/** True for these concepts, their ids parted by blanks. */
export const conceptTest = (ids: string): ConceptTest => {
  const known = new Set(ids.split(' '));
  return new ConceptTest((id) => known.has(id));
};

/** The concepts of a sentence, of which there are few, in the order in which they were added. */
export class ConceptSet implements Iterable<string> {
  readonly members: Concept[] = [];
  private families = 0;

  add(concept: Concept): void {
    if (this.holds(concept)) return;
    this.members.push(concept);
    this.families |= concept.families;
  }

  /** True when a member belongs to the family, or to one of several joined by `|`. */
  speaksOf(family: Family): boolean {
    return (this.families & family) !== 0;
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
