import { createHash } from 'node:crypto';
import { domainOf, type FeedState, newFeedState } from '../feeds/state';
import { omit } from '../omit';
import type { Item, Key } from './table';

export const feedKey = (id: string): Key => ({ pk: `FEED#${id}`, sk: 'FEED' });
export const shardKey = (shard: number): Key => ({ pk: `FEEDSHARD#${shard}`, sk: 'FEEDSHARD' });
export const listKey = (shard: number): Key => ({ pk: `FEEDLIST#${shard}`, sk: 'FEEDLIST' });
export const dueShard = (shard: number): string => `FEED#${shard}`;

/** All feeds of a registrable domain are in one shard, so that politeness needs no word between two runs. */
export const shardOf = (domain: string, shards: number): number =>
  createHash('sha256').update(domain).digest().readUInt32BE() % shards;

const isEmpty = (value: unknown): boolean =>
  value === null || ((Array.isArray(value) || value instanceof Uint8Array) && value.length === 0);

/** Empty fields are left out: a write costs by the kilobyte. */
export const feedItem = (state: FeedState, shards: number): Key & Item => ({
  ...feedKey(state.id),
  ...Object.fromEntries(Object.entries(state).filter(([, value]) => !isEmpty(value))),
  dueShard: dueShard(shardOf(state.domain, shards)),
});

/** The state of an item, whichever version of the code wrote it. */
export function feedOf(item: Item): FeedState {
  const stored = omit(item, 'pk', 'sk', 'dueShard') as Partial<FeedState> & { url: string; added: string };
  const listing = {
    title: '',
    outlet: '',
    country: null,
    lang: null,
    kind: '',
    siteUrl: null,
    enabled: true,
    note: null,
  };
  return { ...newFeedState({ ...listing, url: stored.url }, new Date(stored.added)), ...stored };
}

export const shardOfUrl = (url: string, shards: number): number => shardOf(domainOf(url), shards);
