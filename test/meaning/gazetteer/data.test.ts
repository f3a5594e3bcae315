import { aliases } from '../../../scripts/language-data/alias';
import { COUNTRIES, FACILITIES, ORGANISATIONS, PERSONS } from '../../../scripts/language-data/sources';
import { fold } from '../../../src/meaning/fold';
import { countryName } from '../../../src/meaning/gazetteer/countries';
import { facilityById } from '../../../src/meaning/gazetteer/facilities';

const duplicates = (items: readonly string[]): string[] => {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(item).size);
};

/** Bare names that several prisons share on purpose: the host country decides between them. */
const SHARED = new Set([
  'la esperanza',
  'el buen pastor',
  'santa ana',
  'el rodeo',
  'miraflores',
  'la modelo',
  'bellavista',
  'libertad',
  'buen pastor',
  'el progreso',
  'rodeo',
]);

describe('gazetteer data', () => {
  it('names every country in the four languages, dependencies in at least one', () => {
    for (const [code, { names }] of Object.entries(COUNTRIES)) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(Object.keys(names).length).toBeGreaterThan(0);
    }
    expect(Object.keys(COUNTRIES).length).toBeGreaterThan(200);
    expect(['es', 'en', 'pt', 'fr'].map((lang) => countryName('SV', lang as 'es'))).toEqual([
      'El Salvador',
      'El Salvador',
      'El Salvador',
      'Salvador',
    ]);
  });

  it('places every facility in a known country, once, with its parent known', () => {
    expect(duplicates(FACILITIES.map(({ id }) => id))).toEqual([]);
    expect(FACILITIES.filter(({ country }) => COUNTRIES[country] === undefined)).toEqual([]);
    expect(FACILITIES.filter(({ parent }) => parent !== undefined && !facilityById(parent))).toEqual([]);
    expect(FACILITIES.length).toBeGreaterThanOrEqual(350);
  });

  it('gives no name that stands alone to two facilities', () => {
    const alone = FACILITIES.flatMap(({ aliases: list }) => [
      ...new Set(aliases(list).flatMap(({ name, weak }) => (weak ? [] : [fold(name)]))),
    ]);
    expect(duplicates(alone)).toEqual([]);
  });

  it('shares ambiguous names only where that is declared', () => {
    const weak = FACILITIES.flatMap(({ aliases: list }) => [
      ...new Set(aliases(list).flatMap((alias) => (alias.weak ? [fold(alias.name)] : []))),
    ]);
    expect(duplicates(weak).filter((name) => !SHARED.has(name))).toEqual([]);
  });

  it('has no one-word alias that is an ordinary word without asking for a prison word beside it', () => {
    const ordinary = [
      'reforma',
      'modelo',
      'encuentro',
      'litoral',
      'libertad',
      'victoria',
      'esperanza',
      'horizon',
      'canada',
      'opera',
    ];
    const alone = new Set(
      FACILITIES.flatMap(({ aliases: list }) =>
        aliases(list).flatMap(({ name, weak }) => (weak ? [] : [fold(name)])),
      ),
    );
    expect(ordinary.filter((word) => alone.has(word))).toEqual([]);
  });

  it('knows the party of every organisation and person', () => {
    const party = /^(?:[A-Z]{2}|org:(?:UN|OAS|IACHR|NGO|press|parliament|domestic))$/;
    expect(ORGANISATIONS.filter((organisation) => !party.test(organisation.party))).toEqual([]);
    expect(PERSONS.filter((person) => !party.test(person.party))).toEqual([]);
    expect(duplicates(PERSONS.map(({ name }) => name))).toEqual([]);
    expect(PERSONS.filter(({ from, to }) => to !== null && to < from)).toEqual([]);
  });
});
