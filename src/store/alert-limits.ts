import type { Clock } from '../clock';
import { ttlAfter } from './outbox-items';
import type { Table } from './table';

/** How much of one event and of one query is mailed, and how fast. */
export class AlertLimits {
  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
  ) {}

  /** Counts the finding among the query's mails of this hour; false when there were `most` others. */
  withinHour(queryHash: string, finding: string, most: number): Promise<boolean> {
    const now = this.clock.now();
    return this.table.update(
      { pk: `QUERY#${queryHash}`, sk: `HOUR#${now.toISOString().slice(0, 13)}` },
      {
        setOnce: { ttl: ttlAfter(now, 1) },
        add: { findings: new Set([finding]) },
        when: {
          expression: 'attribute_not_exists(pk) OR size(findings) < :most OR contains(findings, :finding)',
          values: { ':most': most, ':finding': finding },
        },
      },
    );
  }

  /** The instant at which an update may be mailed: updates of one event keep `hours` between them. */
  async updateDue(eventId: string, update: number, hours: number): Promise<string> {
    const key = { pk: `EVENT#${eventId}`, sk: 'COOL-DOWN' };
    const now = this.clock.now();
    const last = await this.table.get<{ update: number; dueAt: string }>(key);
    if (last && last.update >= update) return last.update === update ? last.dueAt : now.toISOString();
    const free = last ? Date.parse(last.dueAt) + hours * 3_600_000 : 0;
    const dueAt = new Date(Math.max(now.getTime(), free)).toISOString();
    const mine = await this.table.update(key, {
      set: { update, dueAt, ttl: ttlAfter(now, 60) },
      when: {
        expression: 'attribute_not_exists(pk) OR #update < :update',
        names: { '#update': 'update' },
        values: { ':update': update },
      },
    });
    return mine ? dueAt : this.updateDue(eventId, update, hours);
  }
}
