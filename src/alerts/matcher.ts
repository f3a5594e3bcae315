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

/** All standing queries, compiled once for each version of the set; a change makes only the new ones be parsed. */
export class Matcher {
  private compiled: { version: string; queries: CompiledQueries } | undefined;
  private parsed = new Map<string, Query | null>();

  constructor(private readonly deps: MatcherDeps) {}

  async queries(): Promise<CompiledQueries> {
    const { version, queries } = await this.deps.activeQueries();
    if (this.compiled?.version !== version)
      this.compiled = { version, queries: this.deps.compile(this.parseAll(queries)) };
    return this.compiled.queries;
  }

  private parseAll(queries: readonly ActiveQuery[]): Query[] {
    this.parsed = new Map(
      queries.map((query) => [query.hash, this.parsed.get(query.hash) ?? this.parse(query)]),
    );
    return [...this.parsed.values()].filter((query) => query !== null);
  }

  /** A query keeps the hash under which it is held, even when the lexicon now reads it differently. */
  private parse(query: ActiveQuery): Query | null {
    try {
      return { ...this.deps.parseQuery(query.source), hash: query.hash };
    } catch (error) {
      this.deps.onUnreadable(query, (error as Error).message);
      return null;
    }
  }
}
