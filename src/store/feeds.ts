import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import type { DomainLimit } from '../feeds/domain-limits';
import type { FeedListing } from '../feeds/feed';
import { feedId, type FeedState, listedFacts, newFeedState } from '../feeds/state';
import { dueShard, feedItem, feedKey, feedOf, listKey, shardKey, shardOfUrl } from './feed-items';
import { Lease } from './lease';
import { ABSENT, type Item, PRESENT, type Table } from './table';

export interface SyncCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** What the runs of one shard hand on to each other, besides their feeds. */
export interface ShardState {
  readonly limits: Readonly<Record<string, DomainLimit>>;
  /** Runs in a row in which feeds were asked and none answered. */
  readonly barrenRuns: number;
}

const pollLeaseSeconds = 300;

/**
 * Feeds in the news table. A feed in a list is in the due index; one that left the lists keeps its memory outside of
 * it.
 *
 * A poll costs one write: feeds are not claimed one by one, since the run holds a lease on its shard, and the save is
 * conditional on the version read, so that a run that outlived its lease cannot undo the work of the next.
 */
export class FeedStore {
  constructor(
    private readonly table: Table,
    readonly shards: number,
  ) {}

  /** The lock under which a run polls a shard. */
  lease(shard: number, owner: string, clock: Clock): Lease {
    return new Lease(this.table, `poll-${shard}`, owner, clock, pollLeaseSeconds);
  }

  /** Feeds of a shard that are due at `now`, longest overdue first. */
  async *due(shard: number, now: Date): AsyncGenerator<FeedState> {
    const range = { index: 'due', partition: dueShard(shard), upTo: now.toISOString() } as const;
    for await (const item of this.table.query(range)) yield feedOf(item);
  }

  async hasDue(shard: number, now: Date): Promise<boolean> {
    const range = {
      index: 'due',
      partition: dueShard(shard),
      upTo: now.toISOString(),
      only: ['pk'],
    } as const;
    return (await this.table.first(range)) !== null;
  }

  /** All feeds that are watched. */
  async *all(): AsyncGenerator<FeedState> {
    for (let shard = 0; shard < this.shards; shard++)
      for await (const item of this.table.query({ index: 'due', partition: dueShard(shard) }))
        yield feedOf(item);
  }

  async get(id: string): Promise<FeedState | null> {
    const item = await this.table.get(feedKey(id));
    return item && feedOf(item);
  }

  /** Writes the state after a poll; false when the feed was changed since it was read, and nothing is written. */
  async save(state: FeedState): Promise<boolean> {
    const next = { ...state, version: state.version + 1 };
    return this.table.put(feedItem(next, this.shards), {
      expression: '#version = :version',
      names: { '#version': 'version' },
      values: { ':version': state.version },
    });
  }

  /**
   * Makes a shard's feeds those of the lists: new ones are due at once, those that left are not polled any more.
   * One read when nothing changed.
   */
  async sync(listings: readonly FeedListing[], shard: number, now: Date): Promise<SyncCounts> {
    const enabled = listings.filter((listing) => listing.enabled);
    const own = enabled.filter(({ url }) => shardOfUrl(url, this.shards) === shard);
    const hash = createHash('sha256')
      .update(JSON.stringify([this.shards, own.map(listedFacts)]))
      .digest('base64url');
    const before = await this.table.get<{ hash: string; ids: string[] }>(listKey(shard));
    const counts = { added: 0, updated: 0, removed: 0 };
    if (before?.hash === hash) return counts;
    const ids = own.map(({ url }) => feedId(url));
    const known = new Map((await this.table.batchGet(ids.map(feedKey))).map((item) => [item['pk'], item]));
    for (const listing of own) {
      const item = known.get(feedKey(feedId(listing.url)).pk);
      if (!item) counts.added += Number(await this.add(listing, now));
      else counts.updated += Number(await this.refresh(item, listing, now));
    }
    const wanted = new Set(enabled.map(({ url }) => feedId(url)));
    for (const id of before?.ids ?? []) if (!wanted.has(id)) counts.removed += Number(await this.retire(id));
    await this.table.put({ ...listKey(shard), hash, ids });
    return counts;
  }

  async shardState(shard: number): Promise<ShardState> {
    const item = await this.table.get<Partial<ShardState>>(shardKey(shard));
    return { limits: item?.limits ?? {}, barrenRuns: item?.barrenRuns ?? 0 };
  }

  async saveShardState(shard: number, state: ShardState): Promise<void> {
    await this.table.put({ ...shardKey(shard), ...state });
  }

  private add(listing: FeedListing, now: Date): Promise<boolean> {
    return this.table.put(feedItem(newFeedState(listing, now), this.shards), ABSENT);
  }

  private async refresh(item: Item, listing: FeedListing, now: Date): Promise<boolean> {
    const facts = listedFacts(listing);
    const shard = dueShard(shardOfUrl(listing.url, this.shards));
    const state = feedOf(item);
    const same = Object.entries(facts).every(([name, value]) => state[name as keyof FeedState] === value);
    if (same && item['dueShard'] === shard) return false;
    const isDue = item['dueShard'] !== undefined;
    const set = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? undefined]));
    return this.table.update(feedKey(state.id), {
      set: { ...set, dueShard: shard, dueAt: isDue ? state.dueAt : now.toISOString() },
      add: { version: 1 },
      when: PRESENT,
    });
  }

  private retire(id: string): Promise<boolean> {
    return this.table.update(feedKey(id), {
      remove: ['dueShard', 'dueAt'],
      add: { version: 1 },
      when: PRESENT,
    });
  }
}
