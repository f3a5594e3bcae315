import type { Query, QueryDocument, QueryMatch } from '../meaning/query/query';
import type { ActiveQuery } from '../store/query-set';

/** Standing queries ready for matching, as `src/meaning/query` compiles them. */
export interface CompiledQueries {
  match(document: QueryDocument): readonly QueryMatch[];
}

export interface MatcherDeps {
  readonly activeQueries: () => Promise<{ version: string; queries: readonly ActiveQuery[] }>;
  readonly parseQuery: (source: string) => Query;
  readonly compile: (queries: readonly Query[]) => CompiledQueries;
  /** Called for a stored query that the present lexicon cannot read any more. */
  readonly onUnreadable: (query: ActiveQuery, reason: string) => void;
}

/** All standing queries, compiled once for each version of the set. */
export class Matcher {
  private compiled: { version: string; queries: CompiledQueries } | undefined;

  constructor(private readonly deps: MatcherDeps) {}

  async queries(): Promise<CompiledQueries> {
    const { version, queries } = await this.deps.activeQueries();
    if (this.compiled?.version !== version)
      this.compiled = { version, queries: this.deps.compile(this.parse(queries)) };
    return this.compiled.queries;
  }

  /** A query keeps the hash under which it is held, even when the lexicon now reads it differently. */
  private parse(queries: readonly ActiveQuery[]): Query[] {
    return queries.flatMap((query) => {
      try {
        return [{ ...this.deps.parseQuery(query.source), hash: query.hash }];
      } catch (error) {
        this.deps.onUnreadable(query, (error as Error).message);
        return [];
      }
    });
  }
}
