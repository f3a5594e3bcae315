import type { ConceptHit } from './analysed';
import { type Concept, conceptOf, ConceptSet } from './concepts';
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
export function countriesIn(hits: readonly ConceptHit[]): string[] {
  const found: string[] = [];
  for (const hit of hits) {
    const country = countryOf(hit);
    if (country !== null && !found.includes(country)) found.push(country);
  }
  return found;
}

/** Bodies that belong to no state; a police force or ministry carries the code of its country. */
const isForeignBody = (party: string | undefined): boolean =>
  party === 'EU' || (party !== undefined && party.startsWith('org:'));

const FOREIGN_BODY = conceptOf('FOREIGN_BODY');
const TWO_COUNTRIES = conceptOf('TWO_COUNTRIES');

const inCountries = new Map<string, Concept>();

/** `IN.SV`; put together once a country. */
function inCountry(code: string): Concept {
  const known = inCountries.get(code) ?? conceptOf(`IN.${code}`);
  inCountries.set(code, known);
  return known;
}

/**
 * Concepts of the hits, and those that follow from several names: an office, two countries, a body that is no
 * state, and each country by its code (IN.SV).
 */
export function conceptsOf(hits: readonly ConceptHit[], countries: readonly string[]): ConceptSet {
  const found = new ConceptSet();
  for (const { id, concept, value } of hits) {
    found.add(concept);
    if (concept.kind !== null) found.add(concept.kind);
    else if (id === 'ORG' && isForeignBody(value)) found.add(FOREIGN_BODY);
  }
  if (countries.length > 1) found.add(TWO_COUNTRIES);
  for (const country of countries) found.add(inCountry(country));
  return found;
}
