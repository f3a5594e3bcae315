import { retryAfter } from './retry-after';

/** A domain that asked for fewer visits: until when, and how often in a row. */
export interface DomainLimit {
  readonly until: string;
  readonly strikes: number;
}

const minute = 60_000;
const firstWait = 10 * minute;
const longestWait = 6 * 60 * minute;
/** Strikes are forgotten this long after the last one ran out. */
const memory = 24 * 60 * minute;

/** The limits of a shard's domains: a 429 anywhere in a domain holds all its feeds. */
export class DomainLimits {
  private readonly limits: Map<string, DomainLimit>;
  private touched = false;

  constructor(stored: Readonly<Record<string, DomainLimit>> = {}) {
    this.limits = new Map(Object.entries(stored));
  }

  /** The instant before which the domain must be left alone, or null. */
  heldUntil(domain: string, now: Date): Date | null {
    const until = this.limits.get(domain)?.until;
    return until !== undefined && until > now.toISOString() ? new Date(until) : null;
  }

  /** Notes a 429, or what amounts to it: Retry-After is obeyed, else the wait doubles from ten minutes to six hours. */
  strike(domain: string, retryHeader: string | undefined, now: Date): Date {
    const strikes = (this.limits.get(domain)?.strikes ?? 0) + 1;
    const wait = Math.min(firstWait * 2 ** (strikes - 1), longestWait);
    const until = retryAfter(retryHeader, now) ?? new Date(now.getTime() + wait);
    this.limits.set(domain, { until: until.toISOString(), strikes });
    this.touched = true;
    return until;
  }

  /** The domain answered again. */
  clear(domain: string): void {
    if (this.limits.delete(domain)) this.touched = true;
  }

  get changed(): boolean {
    return this.touched;
  }

  toJSON(now: Date): Record<string, DomainLimit> {
    const oldest = new Date(now.getTime() - memory).toISOString();
    return Object.fromEntries([...this.limits].filter(([, { until }]) => until > oldest));
  }
}
