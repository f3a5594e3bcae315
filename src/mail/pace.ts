import type { Clock } from '../clock';

/** Spaces out sends so that SES has no reason to refuse them. */
export class Pace {
  private next = 0;

  constructor(private readonly clock: Clock) {}

  /** Waits for the next free moment at `rate` turns a second. */
  async turn(rate: number): Promise<void> {
    const now = this.clock.now().getTime();
    const mine = Math.max(now, this.next);
    this.next = mine + 1000 / rate;
    if (mine > now) await this.clock.sleep(mine - now);
  }
}
