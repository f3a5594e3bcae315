import type { Clock } from '../clock';

export interface PolitenessOptions {
  readonly clock: Clock;
  /** Requests to one registrable domain at the same time. */
  readonly atOnce?: number;
  /** Milliseconds between the starts of two of them. */
  readonly apartMs?: number;
}

interface Lane {
  running: number;
  notBefore: number;
  /** Resolves when the last one in the queue has started. */
  tail: Promise<void>;
  freed: (() => void) | null;
}

/** Spaces out requests by registrable domain, within one run; first come, first served. */
export class Politeness {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly options: PolitenessOptions) {}

  /** Runs `request` when it is its turn for `domain`. */
  async turn<T>(domain: string, request: () => Promise<T>): Promise<T> {
    const lane = this.lane(domain);
    const admitted = lane.tail.then(() => this.admit(lane));
    lane.tail = admitted.catch(() => {});
    await admitted;
    try {
      return await request();
    } finally {
      lane.running--;
      lane.freed?.();
    }
  }

  private async admit(lane: Lane): Promise<void> {
    const { clock, atOnce = 2, apartMs = 2_000 } = this.options;
    while (lane.running >= atOnce) await new Promise<void>((resolve) => (lane.freed = resolve));
    lane.freed = null;
    const wait = lane.notBefore - clock.now().getTime();
    if (wait > 0) await clock.sleep(wait);
    lane.running++;
    lane.notBefore = clock.now().getTime() + apartMs;
  }

  private lane(domain: string): Lane {
    let lane = this.lanes.get(domain);
    if (!lane)
      this.lanes.set(domain, (lane = { running: 0, notBefore: 0, tail: Promise.resolve(), freed: null }));
    return lane;
  }
}
