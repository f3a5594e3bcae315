import type { AnalysedSentence, ConceptHit } from '../analysed';
import { facilityById } from '../gazetteer/facilities';
import { knownPerson } from '../gazetteer/persons';

/** The country a name speaks of: its own, that of the prison, or that of the state a person serves; or null. */
export function countryOf(hit: ConceptHit): string | null {
  if (hit.value === undefined) return null;
  if (hit.id === 'COUNTRY' || hit.id === 'DEMONYM' || hit.id === 'LEADER') return hit.value;
  if (hit.id === 'FACILITY') return facilityById(hit.value)?.country ?? null;
  if (hit.id !== 'PERSON') return null;
  const party = knownPerson(hit.value)?.party ?? '';
  return party.length === 2 ? party : null;
}

export const countriesIn = (sentence: AnalysedSentence): Set<string> =>
  new Set(sentence.hits.map(countryOf).filter((country) => country !== null));

/** Concepts that follow from a sentence's names: one of its offices, two countries, a body that is no state. */
export function nameConcepts(sentence: AnalysedSentence): string[] {
  const found: string[] = [];
  if (sentence.hits.some(({ id }) => id.startsWith('OFFICE.'))) found.push('OFFICE');
  if (countriesIn(sentence).size > 1) found.push('TWO_COUNTRIES');
  if (sentence.hits.some(({ id, value }) => id === 'ORG' && value !== undefined && !/^[A-Z]{2}$/.test(value)))
    found.push('FOREIGN_BODY');
  return found;
}
