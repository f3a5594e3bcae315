import type { Query, QueryDocument, QueryMatch } from '../meaning/query/query';
import type { MailLanguage } from './subscription';

/** The query language, as pages and subscriptions use it. `src/meaning/query` is the real one. */
export interface QueryEngine {
  /** Throws an error with `message` and `at` (offset in `source`) when the query cannot be read. */
  parseQuery(source: string): Query;
  /** The reading in words. */
  describeQuery(query: Query, lang: MailLanguage | 'fr'): string;
  matchQuery(query: Query, document: QueryDocument): QueryMatch | null;
}
