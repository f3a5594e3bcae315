import type { ConceptHit } from '../analysed';
import type { QueryWords } from './query-words';
import { setOf } from '../set-of';

const FROM = setOf('from by of de del da do dos das du des d desde por par');
const TO = setOf('to in into at within inside a al en para ao aos em no na nos nas au aux hacia vers dans');
/** "de" after these names what belongs to the host; after the others, who comes. */
const HOST_SIDE = ['PRISON', 'FACILITY', 'REFORM'];
const VISITOR_SIDE = ['DELEGATION', 'ACTOR', 'OFFICE', 'ACT', 'FOREIGN'];

const of = (families: readonly string[]) => (hit: ConceptHit) =>
  families.some((family) => hit.id.startsWith(family));

/**
 * The role of a country in the words of a query about visits: "delegation from Costa Rica" comes from there, "visita a
 * cárceles de El Salvador" goes there, "visits Ecuador" may be either.
 */
export function roleOf({ tokens, hits }: QueryWords, country: ConceptHit): 'from' | 'host' | 'country' {
  const touching = (gap: number, wanted: (hit: ConceptHit) => boolean) => ({
    before: hits.some((hit) => wanted(hit) && hit.to + gap === country.from),
    after: hits.some((hit) => wanted(hit) && hit.from === country.to + gap),
  });
  // "El Salvador prisons", "cárceles salvadoreñas".
  const prison = touching(0, of(HOST_SIDE));
  if (prison.before || prison.after) return 'host';
  const visitor = touching(0, of(VISITOR_SIDE));
  if (country.id.startsWith('DEMONYM') && (visitor.before || visitor.after)) return 'from';
  if (
    visitor.after &&
    hits.some((hit) => of(['DELEGATION', 'OFFICE', 'ACTOR'])(hit) && hit.from === country.to)
  )
    return 'from';
  // "Costa Rica's delegation": the possessive s is a word of its own.
  if (tokens[country.to]?.folded === 's') return 'from';
  const at =
    tokens[country.from - 1]?.folded === 'the' || tokens[country.from - 1]?.folded === 'la'
      ? country.from - 2
      : country.from - 1;
  const preposition = tokens[at]?.folded;
  if (preposition === undefined) return 'country';
  if (TO.has(preposition)) return 'host';
  if (!FROM.has(preposition)) return 'country';
  return hits.some((hit) => of(HOST_SIDE)(hit) && hit.to === at) ? 'host' : 'from';
}
