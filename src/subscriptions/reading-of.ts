import type { QueryEngine } from './query-engine';
import type { MailLanguage } from './subscription';

/** A stored query in words; as typed when the query language has moved on and cannot read it any more. */
export function readingOf(queries: QueryEngine, source: string, lang: MailLanguage): string {
  try {
    return queries.describeQuery(queries.parseQuery(source), lang);
  } catch {
    return source;
  }
}
