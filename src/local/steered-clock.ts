import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock';

/**
 * A clock for saved feeds: it stands where it is put, and sleeping moves it on at once. `run` lets it go on at the
 * pace of real time from where it stands.
 */
export class SteeredClock implements Clock {
  private at: number;
  private since: number | null = null;

  constructor(start: Date) {
    this.at = start.getTime();
  }

  now(): Date {
    return new Date(this.at + (this.since === null ? 0 : Date.now() - this.since));
  }

  /** Sleepers that wait at the same time wait together: the clock moves to the end of the longest. */
  async sleep(ms: number): Promise<void> {
    const until = this.now().getTime() + ms;
    await setImmediate();
    this.advanceTo(new Date(until));
  }

  /** Puts the clock forward; never back. */
  advanceTo(time: Date): void {
    const now = this.now().getTime();
    if (time.getTime() <= now) return;
    this.at += time.getTime() - now;
  }

  run(): void {
    this.since ??= Date.now();
  }
}
