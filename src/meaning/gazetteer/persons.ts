import { fold } from '../fold';
import type { Party } from '../reading';
import { gazetteer } from './compiled';
import { nameOn } from './listed-names';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.gazetteer.persons;

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
  (persons ??= gazetteer()
    .persons.split('\n')
    .map((line) => {
      const [, party = '', role = '', from] = line.split('|');
      return { name: nameOn(line), party, role, from: Number(from) };
    }));

/** The person of this number, as names refer to them. */
export const personAt = (number: number): KnownPerson => allPersons()[number] as KnownPerson;

export const knownPerson = (name: string): KnownPerson | undefined =>
  (byName ??= new Map(allPersons().map((person) => [person.name, person]))).get(name);

/** Surnames that many bear, or that are also words or places: alone they say nothing of whom is meant. */
const COMMON = setOf(LISTS.common);

let bySurname: Map<string, readonly KnownPerson[]> | undefined;

const lastWord = (name: string): string => fold(name.slice(name.lastIndexOf(' ') + 1));

/** Files each person under the last word of the name. */
function surnames(): Map<string, readonly KnownPerson[]> {
  const found = new Map<string, KnownPerson[]>();
  for (const person of allPersons()) {
    const last = lastWord(person.name);
    const others = found.get(last);
    if (others) others.push(person);
    else found.set(last, [person]);
  }
  return found;
}

const STEM = 5;

/**
 * Whom a bare surname ("Zema", "Van Hollen") means, if hardly anyone else in the news bears it; one that many bear only
 * after the office of its bearer ("ministro Riera").
 */
export function knownBySurname(surname: string, office: string | null): KnownPerson | undefined {
  const last = lastWord(surname);
  const all = (bySurname ??= surnames()).get(last);
  if (all === undefined) return undefined;
  const bearers = all.filter(
    ({ name, role }) =>
      fold(name).endsWith(` ${fold(surname)}`) &&
      (!COMMON.has(last) || (office !== null && fold(role).startsWith(fold(office).slice(0, STEM)))),
  );
  return bearers.length === 1 ? bearers[0] : undefined;
}
