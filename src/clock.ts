import { setTimeout as wait } from 'node:timers/promises';

/** Time as the pipeline sees it. Injected everywhere, so that tests and the simulator own it. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds of this clock's time. */
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (ms) => void (await wait(ms)),
};
