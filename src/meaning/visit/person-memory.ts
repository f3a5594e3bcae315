import { knownBySurname, knownPerson } from '../gazetteer/persons';
import type { Person } from '../reading';

/** Who a name or bare surname means, and whom that person serves; null when nobody is known by it. */
export type PersonMemory = (name: string, office?: string | null) => Person | null;

/** So many years before his office a politician of that full name is already one of his country. */
const CAREER = 8;

/** Memory of the gazetteer for those who held office around the time of the story. */
export const gazetteerMemory =
  (published: string | null, earlier?: PersonMemory): PersonMemory =>
  (name, office = null) => {
    const own = earlier?.(name.slice(name.lastIndexOf(' ') + 1));
    if (own && (own.name === name || !name.includes(' '))) return own;
    const known = knownPerson(name) ?? knownBySurname(name, office);
    const year = published === null ? null : Number(published.slice(0, 4));
    if (known === undefined) return null;
    if (year === null || year >= known.from - 1)
      return { name: known.name, role: known.role, party: known.party };
    // Before his time in office: of the same country, in another office.
    const near = name.includes(' ') && year >= known.from - CAREER;
    return near ? { name: known.name, role: '', party: known.party } : null;
  };
