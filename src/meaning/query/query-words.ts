import type { ConceptHit } from '../analysed';
import type { Token } from '../tokens';

/** Plain words of a query with all that the lexicon and the gazetteers know of them. */
export interface QueryWords {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly hits: readonly ConceptHit[];
}
