import type { Query } from '../meaning/query/query';
import { omit } from '../omit';
import type { Subscription } from '../subscriptions/subscription';
import { type ActiveQuery, QuerySet } from './query-set';
import { PENDING_DAYS } from './subscribers';
import { ABSENT, type Item, type Table } from './table';

const DAY = 86_400;
/** Days in which an unsubscription can be undone. */
export const UNDO_DAYS = 30;
/** A move between queries is over after this long; what it left behind may be deleted. */
const MOVE_MS = 600_000;

const rowKey = (row: Pick<Subscription, 'queryHash' | 'subscriptionId'>) => ({
  pk: `QUERY#${row.queryHash}`,
  sk: `SUB#${row.subscriptionId}`,
});
const pointerKey = (subscriptionId: string) => ({ pk: `SUB#${subscriptionId}`, sk: 'SUB' });

/** What may be changed in place; the query moves the row instead (see {@link SubscriptionStore.move}). */
export type SubscriptionChange = Partial<
  Omit<Subscription, 'subscriptionId' | 'personId' | 'queryHash' | 'query'>
>;

/**
 * Subscriptions, in the alerts table, without any address.
 *
 *     QUERY#<hash>  SUB#<id>   the subscription; listed under PERSON#<personId>
 *     SUB#<id>      SUB        which query it holds
 *
 * Order of writes, without transactions: pointer, then row; a row that its pointer does not lead to is a remnant
 * of an interrupted move, ignored by {@link get} and deleted when next seen by {@link byPerson}. Senders check a
 * subscription with `get` before they mail, so a remnant causes no mail.
 */
export class SubscriptionStore {
  private readonly set: QuerySet;

  constructor(private readonly table: Table) {
    this.set = new QuerySet(table);
  }

  /** All distinct queries somebody may hold, with the version of that set. */
  activeQueries(): Promise<{ version: string; queries: readonly ActiveQuery[] }> {
    return this.set.all();
  }

  /** Changes on any change of {@link activeQueries}; one small read. */
  querySetVersion(): Promise<string> {
    return this.set.version();
  }

  /** The active subscriptions of a query in order of id, page by page, after the id `after`. Snoozed ones too. */
  async *subscriptionsOf(queryHash: string, after?: string): AsyncGenerator<readonly Subscription[]> {
    const pk = `QUERY#${queryHash}`;
    const startAfter = after === undefined ? undefined : { pk, sk: `SUB#${after}` };
    for await (const page of this.table.pages<Subscription & Item>({
      partition: pk,
      prefix: 'SUB#',
      startAfter,
    }))
      yield page.filter((row) => row.state === 'active').map(plain);
  }

  async get(subscriptionId: string, now = new Date()): Promise<Subscription | null> {
    const pointer = await this.table.get<{ queryHash: string }>(pointerKey(subscriptionId));
    if (!pointer) return null;
    const row = await this.table.get<Subscription & Item>(
      rowKey({ subscriptionId, queryHash: pointer.queryHash }),
    );
    return row && !expired(row, now) ? plain(row) : null;
  }

  /** All subscriptions of a person, whatever their state, oldest first. */
  async byPerson(personId: string, now = new Date()): Promise<Subscription[]> {
    const found = new Map<string, Subscription>();
    const listed = { index: 'list', partition: `PERSON#${personId}`, prefix: 'SUBSCRIPTION#' } as const;
    const settled = new Date(now.getTime() - MOVE_MS).toISOString();
    for await (const row of this.table.query<Subscription & { writtenAt: string }>(listed)) {
      const current = await this.get(row.subscriptionId, now);
      if (current) found.set(current.subscriptionId, current);
      const remnant = current?.queryHash !== row.queryHash && row.writtenAt < settled;
      if (remnant) await this.table.delete(rowKey(row));
    }
    return [...found.values()];
  }

  /** Writes a new subscription. An active one joins its query to the set first. */
  async add(row: Subscription, query: Query, now: Date): Promise<void> {
    const ttl = expiry(row, now);
    if (row.state === 'active') await this.set.join(query, now);
    await this.table.put({ ...pointerKey(row.subscriptionId), queryHash: row.queryHash, ttl }, ABSENT);
    await this.write(row, now);
    if (row.state === 'active') await this.set.count(row.queryHash, 1);
  }

  /** Makes a subscription active: confirmed, resumed or its end undone. May be repeated. */
  async activate(row: Subscription, query: Query, change: SubscriptionChange, now: Date): Promise<boolean> {
    await this.set.join({ ...query, hash: row.queryHash }, now);
    await this.table.put({ ...pointerKey(row.subscriptionId), queryHash: row.queryHash });
    const done = await this.change(row, { ...change, state: 'active' }, now);
    if (done && row.state !== 'active') await this.set.count(row.queryHash, 1);
    return done;
  }

  /** Changes a subscription in place; false when it is not there. */
  async change(row: Subscription, change: SubscriptionChange, now: Date): Promise<boolean> {
    const next = { ...row, ...change };
    const ttl = expiry(next, now);
    const done = await this.table.update(rowKey(row), {
      set: { ...change, ttl },
      when: { expression: 'attribute_exists(pk)' },
    });
    if (done && ttl !== undefined)
      await this.table.update(pointerKey(row.subscriptionId), {
        set: { ttl },
        when: { expression: 'attribute_exists(pk)' },
      });
    if (done && row.state === 'active' && next.state !== 'active') await this.release(row.queryHash, now);
    return done;
  }

  /** Gives a subscription another query. It keeps its id, so links in old mails keep working. */
  async move(row: Subscription, query: Query, change: SubscriptionChange, now: Date): Promise<Subscription> {
    const next: Subscription = { ...row, ...change, query: query.source, queryHash: query.hash };
    if (next.queryHash === row.queryHash) {
      await this.table.update(rowKey(row), { set: { ...change, query: next.query } });
      return next;
    }
    if (next.state === 'active') await this.set.join(query, now);
    await this.write(next, now);
    const ttl = expiry(next, now);
    await this.table.put({ ...pointerKey(row.subscriptionId), queryHash: query.hash, ttl });
    await this.table.delete(rowKey(row));
    if (next.state === 'active') await this.set.count(next.queryHash, 1);
    if (row.state === 'active') await this.release(row.queryHash, now);
    return next;
  }

  /** Deletes a subscription, the row first: a pointer left behind by a crash leads nowhere and names nobody. */
  async delete(row: Subscription, now: Date): Promise<void> {
    await this.table.delete(rowKey(row));
    await this.table.delete(pointerKey(row.subscriptionId));
    if (row.state === 'active') await this.release(row.queryHash, now);
  }

  /** Takes queries that nobody holds any more out of the set; for a daily run. Returns how many. */
  async retireUnheld(now: Date): Promise<number> {
    let retired = 0;
    for (const { hash } of (await this.set.all()).queries)
      if (await this.set.retire(hash, () => this.isHeld(hash), now)) retired++;
    return retired;
  }

  private async release(queryHash: string, now: Date): Promise<void> {
    await this.set.count(queryHash, -1);
    await this.set.retire(queryHash, () => this.isHeld(queryHash), now);
  }

  private async isHeld(queryHash: string): Promise<boolean> {
    for await (const page of this.subscriptionsOf(queryHash)) if (page.length) return true;
    return false;
  }

  private async write(row: Subscription, now: Date): Promise<void> {
    await this.table.put({
      ...rowKey(row),
      ...row,
      writtenAt: now.toISOString(),
      listKey: `PERSON#${row.personId}`,
      listSort: `SUBSCRIPTION#${row.createdAt}#${row.subscriptionId}`,
      ttl: expiry(row, now),
    });
  }
}

/** Epoch seconds after which a subscription that is not confirmed, or ended, is forgotten. */
function expiry(row: Subscription, now: Date): number | undefined {
  const seconds = Math.floor(now.getTime() / 1000);
  if (row.state === 'pending') return seconds + PENDING_DAYS * DAY;
  return row.state === 'unsubscribed' ? seconds + UNDO_DAYS * DAY : undefined;
}

const expired = (row: Item, now: Date) =>
  typeof row['ttl'] === 'number' && row['ttl'] * 1000 <= now.getTime();

/** The record without what only the table needs. */
const plain = (row: Subscription & Item): Subscription =>
  omit<Subscription, string>(row, 'pk', 'sk', 'listKey', 'listSort', 'ttl', 'writtenAt') as Subscription;
