import type { Party } from '../reading';
import data from './persons.json';
import type { NameBook } from './names';

/** An official of recent years, as known without any story. */
export interface KnownPerson {
  readonly name: string;
  readonly party: Party;
  readonly role: string;
  /** Years in office; `to` is null while in office. */
  readonly from: number;
  readonly to: number | null;
  /** A head of state or government, known by surname. */
  readonly leader: boolean;
}

type Row = readonly (string | number | null)[];

export const PERSONS: readonly KnownPerson[] = (data as readonly Row[]).map(
  ([name, party, role, from, to, leader]) => ({
    name: String(name),
    party: String(party),
    role: String(role),
    from: Number(from),
    to: to === null ? null : Number(to),
    leader: leader !== undefined,
  }),
);

const byName = new Map(PERSONS.map((person) => [person.name, person]));

export const knownPerson = (name: string): KnownPerson | undefined => byName.get(name);

/** Surnames by which a head of state is known and that hardly anyone else in the news bears. */
const LEADER_SURNAMES =
  'Bukele Trump Biden Milei Noboa Lasso Boluarte Boric Kast Arévalo Giammattei Petro Abinader Mulino Orsi Bolsonaro ' +
  'Lula Maduro Sheinbaum Macron Holness Mottley Orbán Starmer Meloni Erdogan Putin Chaves Asfura Jerí Cortizo';

export function addPersons(book: NameBook): void {
  for (const { name } of PERSONS) book.add(name, { id: 'PERSON', value: name, weak: false });
  for (const surname of LEADER_SURNAMES.split(' ')) {
    const leader = PERSONS.find((person) => person.leader && person.name.includes(surname));
    if (leader) book.add(surname, { id: 'LEADER', value: leader.party, weak: false });
  }
}
