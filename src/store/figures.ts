import type { Clock } from '../clock';
import { omit } from '../omit';
import { ttlAfter } from './outbox-items';
import type { Table } from './table';

const KEEP_DAYS = 60;
const DAY_MS = 86_400_000;

const key = (day: string) => ({ pk: `FIGURES#${day}`, sk: 'FIGURES' });

/** What was done in a day (UTC), counted by the doors of the table it is kept in. A repetition counts again. */
export class FigureStore<N extends string> {
  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
  ) {}

  /** Adds to today's counts; costs nothing when all are 0. */
  async add(counts: Readonly<Record<N, number>>): Promise<void> {
    const some = Object.entries<number>(counts).filter(([, count]) => count > 0);
    if (!some.length) return;
    const now = this.clock.now();
    await this.table.update(key(now.toISOString().slice(0, 10)), {
      add: Object.fromEntries(some),
      set: { ttl: ttlAfter(now, KEEP_DAYS) },
    });
  }

  /** Sums of the `days` days that end with `last` (`YYYY-MM-DD`); what was never counted is absent. */
  async sums(last: string, days: number): Promise<Readonly<Partial<Record<N, number>>>> {
    const end = Date.parse(`${last}T00:00:00Z`);
    const names = Array.from({ length: days }, (_, n) =>
      new Date(end - n * DAY_MS).toISOString().slice(0, 10),
    );
    const sums: Partial<Record<string, number>> = {};
    for (const item of await this.table.batchGet<Record<string, unknown>>(names.map(key)))
      for (const [name, count] of Object.entries(omit(item, 'pk', 'sk', 'ttl')))
        sums[name] = (sums[name] ?? 0) + Number(count);
    return sums as Partial<Record<N, number>>;
  }
}

/** Counted by the poll door, in the news table. */
export type WatchFigures = FigureStore<'checks' | 'entries' | 'overlapsLost'>;
/** Counted by the doors of mail, in the alerts table. */
export type MailFigures = FigureStore<'mails' | 'bounces' | 'complaints'>;
