import { OUTBOX_SHARDS, type OutboxRow, type OutboxState, shardOf } from '../alerts/outbox-row';
import type { Condition, Item, Key } from './table';

/** What names one mail. */
export interface MailId {
  readonly personId: string;
  readonly key: string;
}

/** Lanes of a shard: notices (somebody is waiting for them) go before news. */
export const LANES = ['post', 'news'] as const;
export type Lane = (typeof LANES)[number];

const DAY = 86_400_000;
/** Days a settled mail is kept, as proof of what was sent. */
export const KEEP_SETTLED = 90;
/** Days a collected event is kept: longer than any digest waits plus the life of its mail. */
export const KEEP_COLLECTED = 120;

export const itemKey = ({ personId, key }: MailId): Key => ({ pk: `PERSON#${personId}`, sk: key });

export const ttlAfter = (now: Date, days: number): number => Math.floor((now.getTime() + days * DAY) / 1000);

export const duePartition = (lane: Lane, shard: number): string =>
  `${lane}#${String(shard % OUTBOX_SHARDS).padStart(2, '0')}`;

export const dueShard = (lane: Lane, personId: string): string => duePartition(lane, shardOf(personId));

export const inState = (...states: readonly OutboxState[]): Condition => {
  const values = Object.fromEntries(states.map((state, i) => [`:state${i}`, state]));
  return {
    expression: `#state IN (${Object.keys(values).join(', ')})`,
    names: { '#state': 'state' },
    values,
  };
};

export const equal = (attribute: string, value: string | number): Condition => ({
  expression: `#${attribute} = :${attribute}`,
  names: { [`#${attribute}`]: attribute },
  values: { [`:${attribute}`]: value },
});

export const atLeast = (attribute: string, value: number): Condition => ({
  ...equal(attribute, value),
  expression: `#${attribute} >= :${attribute}`,
});

export const all = (...conditions: readonly Condition[]): Condition => ({
  expression: conditions.map(({ expression }) => `(${expression})`).join(' AND '),
  names: Object.assign({}, ...conditions.map(({ names }) => names)) as Record<string, string>,
  values: Object.assign({}, ...conditions.map(({ values }) => values)) as Item,
});

export const orAbsent = (condition: Condition): Condition => ({
  ...condition,
  expression: `attribute_not_exists(pk) OR (${condition.expression})`,
});

const sorted = (value: unknown): string[] => (value instanceof Set ? [...(value as Set<string>)].sort() : []);

export const toRow = (item: Item): OutboxRow => {
  const row = { ...item, key: item['sk'] } as unknown as OutboxRow;
  if (row.kind === 'alert') return { ...row, queries: sorted(item['queries']) };
  if (row.kind === 'digest') return { ...row, entries: sorted(item['entries']) };
  return row;
};
