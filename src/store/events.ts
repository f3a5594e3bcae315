import type { ClusteredEvent } from '../events/cluster';
import type { NewsEvent } from '../events/event';
import { omit } from '../omit';
import { ABSENT, type Table } from './table';

const key = (id: string) => ({ pk: `EVENT#${id}`, sk: 'EVENT' });
const DAY_MS = 86_400_000;
/** Events older than this take no new stories. */
export const ACTIVE_DAYS = 30;
/** Partition of events that name no country. */
const NOWHERE = '-';

interface EventItem extends ClusteredEvent {
  readonly aliasOf?: string;
}

export interface LedgerFilter {
  readonly host?: string;
  readonly visitor?: string;
  readonly year?: string;
  readonly facility?: string;
}

/** The event without the attributes that only the table needs. */
function eventOf(item: EventItem): ClusteredEvent {
  return omit<EventItem, string>(item, 'pk', 'sk', 'listKey', 'listSort') as ClusteredEvent;
}

const blocks = (event: NewsEvent) => (event.countries.length ? event.countries.slice(0, 6) : [NOWHERE]);

/** Events in the news table, with pointers by country (for clustering) and by visit date (the ledger). */
export class EventStore {
  constructor(private readonly table: Table) {}

  /** The event under this id or under the id it was merged into. */
  async get(id: string): Promise<ClusteredEvent | null> {
    for (let hops = 0, at = id; hops < 5; hops++) {
      const item = await this.table.get<EventItem>(key(at));
      if (!item?.aliasOf) return item && eventOf(item);
      at = item.aliasOf;
    }
    return null;
  }

  /** Writes an event over the version it was read at (0: it is new); false when another run was faster. */
  async save(event: ClusteredEvent, version: number): Promise<boolean> {
    const saved = await this.table.put(
      { ...key(event.id), ...event, listKey: 'EVENTS', listSort: `${event.last}#${event.id}` },
      version === 0
        ? ABSENT
        : {
            expression: '#version = :version',
            names: { '#version': 'version' },
            values: { ':version': version },
          },
    );
    if (saved) await this.point(event);
    return saved;
  }

  /** Writes what leads to an event. Repeated after a crash between event and pointers. */
  async point(event: ClusteredEvent): Promise<void> {
    const ttl = Math.floor((Date.parse(event.last) + (ACTIVE_DAYS + 15) * DAY_MS) / 1000);
    for (const block of blocks(event))
      await this.table.put({ pk: `NEAR#${block}`, sk: event.id, last: event.last, ttl });
    if (event.visit && event.kinds.includes('delegation-visit')) {
      const date = event.visit.date ?? event.first.slice(0, 10);
      await this.table.put({
        pk: `VISIT#${event.id}`,
        sk: 'VISIT',
        eventId: event.id,
        listKey: 'LEDGER',
        listSort: `${date}#${event.id}`,
      });
    }
  }

  /** Makes `lost` an alias of `kept`. */
  async alias(lost: string, kept: string): Promise<void> {
    await this.table.put({ ...key(lost), aliasOf: kept });
    await this.table.delete({ pk: `VISIT#${lost}`, sk: 'VISIT' });
  }

  /** Events that name one of the countries (or none, when `countries` is empty) and had a story after `since`. */
  async near(countries: readonly string[], since: Date): Promise<ClusteredEvent[]> {
    const ids = new Set<string>();
    for (const block of new Set([...countries, NOWHERE]))
      for await (const pointer of this.table.query<{ sk: string; last: string }>({
        partition: `NEAR#${block}`,
      }))
        if (pointer.last >= since.toISOString()) ids.add(pointer.sk);
    const items = await this.table.batchGet<EventItem>([...ids].map(key));
    return items.filter((item) => !item.aliasOf).map(eventOf);
  }

  /** Latest events first. */
  async recent(limit: number, before?: string): Promise<NewsEvent[]> {
    const events: NewsEvent[] = [];
    for await (const event of this.table.query<EventItem>({
      index: 'list',
      partition: 'EVENTS',
      descending: true,
      upTo: before,
      pageSize: limit,
    })) {
      events.push(eventOf(event));
      if (events.length === limit) break;
    }
    return events;
  }

  /** Visits, latest first. */
  async *ledger(filter: LedgerFilter = {}): AsyncGenerator<NewsEvent> {
    for await (const page of this.table.pages<{ eventId: string }>({
      index: 'list',
      partition: 'LEDGER',
      prefix: filter.year,
      descending: true,
      pageSize: 100,
    })) {
      const events = new Map(
        (await this.table.batchGet<EventItem>(page.map((row) => key(row.eventId)))).map((event) => [
          event.id,
          event,
        ]),
      );
      for (const { eventId } of page) {
        const event = events.get(eventId);
        const visit = event?.visit;
        if (!event || !visit) continue;
        if (filter.host && visit.host !== filter.host) continue;
        if (filter.visitor && !visit.visitors.includes(filter.visitor)) continue;
        if (filter.facility && visit.facility !== filter.facility) continue;
        yield event;
      }
    }
  }
}
