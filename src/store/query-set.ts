import type { Query } from '../meaning/query/query';
import { PRESENT, type Table } from './table';

/** The set is kept in this many partitions, so that one change makes matchers read a sixteenth of it again. */
const SHARDS = 16;
/** A query touched more recently than this is not retired: an activation may be under way. */
const SETTLE_MS = 3_600_000;

export interface ActiveQuery {
  readonly hash: string;
  readonly source: string;
}

const shardOf = (hash: string) => parseInt(hash.slice(0, 2), 16) % SHARDS;
const queryKey = (hash: string) => ({ pk: `QUERY#${hash}`, sk: 'QUERY' });
const memberKey = (hash: string) => ({ pk: `QUERYSET#${shardOf(hash)}`, sk: hash });

/**
 * The distinct queries that somebody holds, in the alerts table.
 *
 *     QUERY#<hash>       QUERY    the canonical query, its source, how many hold it (a hint, not a promise)
 *     QUERYSET#<shard>   <hash>   the query is to be matched
 *     QUERYSET           <shard>  version of the shard, raised after every change of it
 *
 * A query joins the set, then the version is raised, and only then may a subscription become active: a crash in
 * between leaves a query matched for nobody, never a subscription without its query. Leaving is lazy for the same
 * reason: see {@link retire}.
 */
export class QuerySet {
  private readonly cached = new Map<number, { version: number; queries: readonly ActiveQuery[] }>();

  constructor(private readonly table: Table) {}

  /** Puts the query into the set. To be called before a subscription to it becomes active; may be repeated. */
  async join(query: Query, now: Date): Promise<void> {
    const { hash, source, canonical } = query;
    await this.table.update(queryKey(hash), { setOnce: { hash, source, canonical } });
    await this.table.update(memberKey(hash), {
      setOnce: { hash, source },
      set: { touched: now.toISOString() },
    });
    await this.raise(hash);
  }

  async count(hash: string, difference: 1 | -1): Promise<void> {
    await this.table.update(queryKey(hash), { add: { subscribers: difference }, when: PRESENT });
  }

  async get(hash: string): Promise<(ActiveQuery & { canonical: string; subscribers?: number }) | null> {
    return this.table.get(queryKey(hash));
  }

  /**
   * Takes a query out of the set when `held` finds nobody. Does nothing within an hour of the last join: an
   * activation that has joined the query but not yet written its subscription would lose its alerts otherwise.
   */
  async retire(hash: string, held: () => Promise<boolean>, now: Date): Promise<boolean> {
    const member = await this.table.get<{ touched: string }>(memberKey(hash));
    const settled = new Date(now.getTime() - SETTLE_MS).toISOString();
    if (!member || member.touched > settled || (await held())) return false;
    const unchanged = { expression: 'touched = :touched', values: { ':touched': member.touched } };
    if (!(await this.table.delete(memberKey(hash), unchanged))) return false;
    await this.raise(hash);
    return true;
  }

  /** Changes whenever the set does. */
  async version(): Promise<string> {
    return [...(await this.versions())].map(([shard, version]) => `${shard}.${version}`).join(' ');
  }

  /** The whole set. Shards unchanged since this object last read them are not read again. */
  async all(): Promise<{ version: string; queries: readonly ActiveQuery[] }> {
    // Versions are read first: a change during the reading makes the next call read again.
    const versions = await this.versions();
    for (const [shard, version] of versions) {
      if (this.cached.get(shard)?.version === version) continue;
      const queries: ActiveQuery[] = [];
      for await (const { hash, source } of this.table.query<ActiveQuery>({ partition: `QUERYSET#${shard}` }))
        queries.push({ hash, source });
      this.cached.set(shard, { version, queries });
    }
    const version = [...versions].map(([shard, v]) => `${shard}.${v}`).join(' ');
    return { version, queries: [...versions.keys()].flatMap((shard) => this.cached.get(shard)!.queries) };
  }

  private async versions(): Promise<Map<number, number>> {
    const versions = new Map<number, number>();
    for await (const { sk, version } of this.table.query<{ sk: string; version: number }>({
      partition: 'QUERYSET',
    }))
      versions.set(Number(sk), version);
    return versions;
  }

  private async raise(hash: string): Promise<void> {
    await this.table.update({ pk: 'QUERYSET', sk: String(shardOf(hash)) }, { add: { version: 1 } });
  }
}
