/**
 * The three tables, as data: the stack creates them in AWS, the local engine in its embedded DynamoDB.
 *
 * `news` is public: feeds, stories, events, persons in the news.
 * `alerts` is pseudonymous: queries, subscriptions, outbox; people are random ids.
 * `people` is personal: addresses, consents, rate limits. Poll and alert have no access to it.
 *
 * All have the same shape. `due` is a sparse index: an item is in it while it has `dueShard`, sorted by `dueAt`
 * (ISO instant). `list` serves listings: `listKey` + `listSort`. `ttl` is in epoch seconds.
 */
export const TABLES = ['news', 'alerts', 'people'] as const;
export type TableName = (typeof TABLES)[number];

export const KEY = { partition: 'pk', sort: 'sk' } as const;

export const INDEXES = {
  due: { partition: 'dueShard', sort: 'dueAt' },
  list: { partition: 'listKey', sort: 'listSort' },
} as const;
export type IndexName = keyof typeof INDEXES;

export const TTL_ATTRIBUTE = 'ttl';

/** Tables whose inserts ring the doorbell of the next stage. */
export const STREAMED: readonly TableName[] = ['news', 'alerts'];
