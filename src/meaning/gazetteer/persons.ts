import compiled from '../compiled/gazetteer.json';
import { fold } from '../fold';
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

/** Surnames that many bear, or that are also words or places: alone they say nothing of whom is meant. */
const COMMON = new Set(
  (
    'aguilar alexander ali alvarado alvarez arana benitez browne cabal cabello campos carter castro chang chicas chuck ' +
    'cordero cornejo cubas davila davis dexter dino drew duncan duque edwards fernandez ferreira freitas frost gallardo ' +
    'garcia gaspar heber henry hernandez hill hinds jimenez kaiser landau luna lyons machado martinez medina mello ' +
    'merino meza mitchell monroy montalvo montenegro montoya moore moro munoz muñoz murillo negro ordoñez ortega osuna ' +
    'paredes paz peña pierre pineda pinto pou quiroga riera rodriguez roca rama sanchez silva slater smith tellez topic ' +
    'torres tinoco valls varela velasquez ventura villanueva villeda wolff zamora zapata'
  ).split(' '),
);

let bySurname: Map<string, KnownPerson | null> | undefined;

/** Files each person under the last word of the name; null where several share it. */
function surnames(): Map<string, KnownPerson | null> {
  const found = new Map<string, KnownPerson | null>();
  for (const person of allPersons()) {
    const last = fold(person.name.slice(person.name.lastIndexOf(' ') + 1));
    if (!COMMON.has(last)) found.set(last, found.has(last) ? null : person);
  }
  return found;
}

/** Whom a bare surname ("Zema", "Van Hollen") means, if hardly anyone else in the news bears it. */
export function knownBySurname(surname: string): KnownPerson | undefined {
  const last = fold(surname.slice(surname.lastIndexOf(' ') + 1));
  const person = (bySurname ??= surnames()).get(last);
  if (!person || fold(person.name) === last) return undefined;
  return fold(person.name).endsWith(` ${fold(surname)}`) ? person : undefined;
}
