import type { Analysed } from './analysed';
import type { Person } from './reading';
import { findPeople } from './visit/people';
import { type PersonMemory } from './visit/person-memory';

/** Persons whom the story names in full beside an office, once each: what a memory of persons may learn from it. */
export function personsIn(analysed: Analysed, memory: PersonMemory): Person[] {
  const found = new Map<string, Person>();
  for (const { name, role, party } of findPeople(analysed, memory)) {
    if (role === '' || !name.includes(' ')) continue;
    const known = found.get(name);
    if (!known || (known.party === null && party !== null)) found.set(name, { name, role, party });
  }
  return [...found.values()];
}
