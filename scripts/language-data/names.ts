import type { Writing } from '../../src/meaning/gazetteer/name-trie';
import type { NameKind } from '../../src/meaning/gazetteer/name-kinds';
import type { Language } from '../../src/meaning/reading';
import { aliases, writingOf } from './alias';
import { demonymForms } from './inflect';
import { COUNTRIES, FACILITIES, ORGANISATIONS, PERSONS } from './sources';

/** A name of the gazetteers: what kind of thing bears it, which one of them, how it must be written. */
export interface Name {
  readonly name: string;
  readonly kind: NameKind;
  /** Code of a country, id of a facility, party of an organisation, name of a person. */
  readonly value: string;
  readonly writing: Writing;
}

/** Names and demonyms of all countries in one language. */
export function* countryNames(lang: Language): Generator<Name> {
  for (const [value, { names, demonyms }] of Object.entries(COUNTRIES)) {
    for (const { name, weak } of aliases(names[lang]))
      yield { name, kind: weak ? 'weak country' : 'country', value, writing: writingOf(name) };
    for (const { name: demonym, weak } of aliases(demonyms?.[lang]))
      for (const name of demonymForms(demonym, lang))
        yield {
          name,
          kind: weak ? 'weak demonym' : 'demonym',
          value,
          writing: lang === 'en' ? 'name' : 'free',
        };
  }
}

/** Cities and regions, which are called much the same in all languages. */
function* placeNames(): Generator<Name> {
  for (const [value, { cities, regions }] of Object.entries(COUNTRIES))
    for (const list of [cities, regions])
      for (const { name, weak } of aliases(list))
        yield { name, kind: weak ? 'weak place' : 'place', value, writing: writingOf(name) };
}

function* facilityNames(): Generator<Name> {
  for (const { id, aliases: list } of FACILITIES)
    for (const { name, weak } of aliases(list))
      yield {
        name,
        kind: weak ? 'weak facility' : 'facility',
        value: id,
        writing: weak ? 'name' : writingOf(name),
      };
}

function* organisationNames(): Generator<Name> {
  for (const { party, name: usual, aliases: others, wire, agency } of ORGANISATIONS)
    for (const name of [usual, ...others])
      yield {
        name,
        kind: wire ? 'outlet' : agency ? 'agency' : 'organisation',
        value: party,
        writing: /^\p{Ll}/u.test(name) && !/\p{Lu}/u.test(name) ? 'free' : writingOf(name),
      };
}

/** Surnames by which a head of state is known and that hardly anyone else in the news bears. */
const LEADER_SURNAMES =
  'Bukele Trump Biden Milei Noboa Lasso Boluarte Boric Kast Arévalo Giammattei Petro Abinader Mulino Orsi Bolsonaro ' +
  'Lula Maduro Sheinbaum Macron Holness Mottley Orbán Starmer Meloni Erdogan Putin Chaves Asfura Jerí Cortizo';

function* personNames(): Generator<Name> {
  for (const { name } of PERSONS) yield { name, kind: 'person', value: name, writing: 'name' };
  for (const surname of LEADER_SURNAMES.split(' ')) {
    const leader = PERSONS.find((person) => person.leader && person.name.includes(surname));
    if (leader) yield { name: surname, kind: 'leader', value: leader.party, writing: 'name' };
  }
}

/** Names that all languages share. */
export const sharedNames = (): Name[] => [
  ...placeNames(),
  ...facilityNames(),
  ...organisationNames(),
  ...personNames(),
];
