import compiled from '../compiled/gazetteer.json';
import type { Party } from '../reading';

/** An official of recent years, as known without any story. */
export interface KnownPerson {
  readonly name: string;
  readonly party: Party;
  readonly role: string;
  /** First year in office. */
  readonly from: number;
}

let persons: readonly KnownPerson[] | undefined;
let byName: Map<string, KnownPerson> | undefined;

const allPersons = (): readonly KnownPerson[] =>
  (persons ??= compiled.persons.split('\n').map((line) => {
    const [name = '', party = '', role = '', from] = line.split('|');
    return { name, party, role, from: Number(from) };
  }));

/** The person of this number, as names refer to them. */
export const personAt = (number: number): KnownPerson => allPersons()[number] as KnownPerson;

export const knownPerson = (name: string): KnownPerson | undefined =>
  (byName ??= new Map(allPersons().map((person) => [person.name, person]))).get(name);
