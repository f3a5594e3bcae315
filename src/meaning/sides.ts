import type { ConceptHit } from './analysed';
import { facilityById } from './gazetteer/facilities';
import { knownPerson } from './gazetteer/persons';

/** The country a name speaks of: its own, that of the prison, or that of the state a person serves; or null. */
export function countryOf(hit: ConceptHit): string | null {
  if (hit.value === undefined) return null;
  if (hit.id === 'COUNTRY' || hit.id === 'DEMONYM' || hit.id === 'LEADER') return hit.value;
  if (hit.id === 'FACILITY') return facilityById(hit.value)?.country ?? null;
  if (hit.id !== 'PERSON') return null;
  const party = knownPerson(hit.value)?.party ?? '';
  return party.length === 2 ? party : null;
}

/** The countries that the names of a sentence speak of. */
export function countriesIn(hits: readonly ConceptHit[]): Set<string> {
  const found = new Set<string>();
  for (const hit of hits) {
    const country = countryOf(hit);
    if (country !== null) found.add(country);
  }
  return found;
}

/** Bodies that belong to no state; a police force or ministry carries the code of its country. */
const isForeignBody = (party: string | undefined): boolean =>
  party === 'EU' || (party !== undefined && party.startsWith('org:'));

const countryIds = new Map<string, string>();

/** `IN.SV`; made once a country, since making and hashing it anew is the dearest part of a sentence's concepts. */
function inCountry(code: string): string {
  const known = countryIds.get(code) ?? `IN.${code}`;
  countryIds.set(code, known);
  return known;
}

/**
 * Ids of the hits, and those that follow from several names: an office, two countries, a body that is no
 * state, and each country by its code (IN.SV).
 */
export function conceptsOf(hits: readonly ConceptHit[], countries: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { id, value } of hits) {
    found.add(id);
    if (id.startsWith('OFFICE.')) found.add('OFFICE');
    else if (id === 'ORG' && isForeignBody(value)) found.add('FOREIGN_BODY');
  }
  if (countries.size > 1) found.add('TWO_COUNTRIES');
  for (const country of countries) found.add(inCountry(country));
  return found;
}
