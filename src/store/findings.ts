import type { Why } from '../alerts/why';
import type { Table } from './table';

interface Finding {
  readonly sk: string;
  readonly why: Why;
}

const KEEP_DAYS = 60;

/** Which queries found an event so far, and why: an update goes to the readers of all of them. In the alerts table. */
export class FindingStore {
  constructor(private readonly table: Table) {}

  async add(eventId: string, queryHash: string, why: Why, now: Date): Promise<void> {
    const ttl = Math.floor(now.getTime() / 1000) + KEEP_DAYS * 86_400;
    await this.table.put({ pk: `FOUND#${eventId}`, sk: queryHash, why, ttl });
  }

  async of(eventId: string): Promise<Map<string, Why>> {
    const found = new Map<string, Why>();
    for await (const { sk, why } of this.table.query<Finding>({ partition: `FOUND#${eventId}` }))
      found.set(sk, why);
    return found;
  }
}
