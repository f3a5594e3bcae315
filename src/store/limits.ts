import { omit } from '../omit';
import { ABSENT, type Table } from './table';

/** A bucket that holds `capacity` tokens and gains `perHour` of them an hour. */
export interface Bucket {
  readonly capacity: number;
  readonly perHour: number;
}

export interface Level {
  /** 0 = untouched, 1 = empty. */
  readonly used: number;
  /** Seconds until a token is there again; 0 when one is there now. */
  readonly retryAfter: number;
}

const HOUR = 3_600_000;
const TRIES = 6;

/**
 * Rate limits and what may be used only once, in the people table. A bucket is one number, the time at which it
 * will be full again (`full`, epoch ms); items expire by themselves when they no longer matter.
 */
export class LimitStore {
  constructor(private readonly table: Table) {}

  /** How full a bucket is, without taking from it. */
  async level(name: string, bucket: Bucket, now: Date): Promise<Level> {
    const item = await this.table.get<{ full: number }>(limitKey(name));
    return levelAt(item?.full, bucket, now);
  }

  /** Takes one token; false when there is none, or when too many takers compete for it. */
  async take(name: string, bucket: Bucket, now: Date): Promise<boolean> {
    const step = HOUR / bucket.perHour;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const item = await this.table.get<{ full: number }>(limitKey(name));
      if (levelAt(item?.full, bucket, now).retryAfter > 0) return false;
      const full = Math.max(item?.full ?? 0, now.getTime()) + step;
      const ttl = Math.ceil(full / 1000) + 60;
      const unchanged = item
        ? { expression: '#f = :f', names: { '#f': 'full' }, values: { ':f': item.full } }
        : ABSENT;
      if (await this.table.put({ ...limitKey(name), full, ttl }, unchanged)) return true;
    }
    return false;
  }

  /** Marks something as used up, until `expires`; false when it had been used before. */
  async spend(name: string, expires: Date): Promise<boolean> {
    const ttl = Math.ceil(expires.getTime() / 1000) + 60;
    return this.table.put({ pk: `SPENT#${name}`, sk: 'SPENT', ttl }, ABSENT);
  }

  /** Whether something was used up. */
  async isSpent(name: string, now: Date): Promise<boolean> {
    const item = await this.table.get<{ ttl: number }>({ pk: `SPENT#${name}`, sk: 'SPENT' });
    return item !== null && item.ttl * 1000 > now.getTime();
  }

  /** Counts something that happened in this hour. */
  async count(name: string, what: string, now: Date): Promise<void> {
    const ttl = Math.ceil(now.getTime() / 1000) + 3 * 86_400;
    await this.table.update(hourKey(name, now), { add: { [what]: 1 }, set: { ttl } });
  }

  /** Counts of this hour and the one before, summed by what was counted. */
  async lastHours(name: string, now: Date): Promise<Readonly<Record<string, number>>> {
    const before = new Date(now.getTime() - HOUR);
    const hours = await this.table.batchGet<Record<string, unknown>>([
      hourKey(name, now),
      hourKey(name, before),
    ]);
    const sums: Record<string, number> = {};
    for (const hour of hours)
      for (const [what, n] of Object.entries(omit(hour, 'pk', 'sk', 'ttl')))
        sums[what] = (sums[what] ?? 0) + Number(n);
    return sums;
  }
}

const limitKey = (name: string) => ({ pk: `LIMIT#${name}`, sk: 'LIMIT' });
const hourKey = (name: string, at: Date) => ({ pk: `COUNT#${name}`, sk: at.toISOString().slice(0, 13) });

function levelAt(full: number | undefined, { capacity, perHour }: Bucket, now: Date): Level {
  const step = HOUR / perHour;
  const debt = Math.max(0, (full ?? 0) - now.getTime());
  return {
    used: Math.min(1, debt / (capacity * step)),
    retryAfter: Math.max(0, Math.ceil((debt - (capacity - 1) * step) / 1000)),
  };
}
