import type { Clock } from '../clock';
import { ttlAfter } from './outbox-items';
import type { Table } from './table';

const KEEP_DAYS = 30;

/** Mails to a person that came back for a passing reason (mailbox full, server away). */
export class SoftBounces {
  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
  ) {}

  /** Notes one and returns how many there were; forgets them after 30 days without any. */
  async note(personId: string, sesId: string): Promise<number> {
    const key = { pk: `PERSON#${personId}`, sk: 'SOFT-BOUNCES' };
    await this.table.update(key, {
      set: { ttl: ttlAfter(this.clock.now(), KEEP_DAYS) },
      add: { mails: new Set([sesId]) },
    });
    return (await this.table.get<{ mails: Set<string> }>(key))?.mails.size ?? 0;
  }

  /** Forgets them, since a mail arrived. */
  async clear(personId: string): Promise<void> {
    await this.table.delete({ pk: `PERSON#${personId}`, sk: 'SOFT-BOUNCES' });
  }
}
