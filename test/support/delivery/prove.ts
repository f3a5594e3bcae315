import { DeliveryBed } from './bed';
import type { SendFault } from './faulty-post';
import { random } from './random';
import { BROAD, makeWorld, queryHash } from './world';

export interface ProofOptions {
  /** Pairs of reader and event, at least. */
  readonly alerts: number;
  readonly seed: number;
  /** Share of the events of SES that are lost. */
  readonly eventsLost: number;
  readonly compose?: boolean;
  readonly progress?: (line: string) => void;
}

export interface Proof {
  readonly alerts: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly mails: number;
  readonly crashes: number;
  readonly faults: Readonly<Record<string, number>>;
  /** 1 when a mail was still open after two weeks. */
  readonly unsettled: number;
  readonly states: Readonly<Record<string, number>>;
}

/** Share of sends with each fault, and of writes around which the process dies. */
const FAULTS: readonly (readonly [SendFault, number])[] = [
  ['drop-before', 0.02],
  ['drop-after', 0.04],
  ['500-after', 0.06],
  ['throttle', 0.08],
  ['crash-before', 0.09],
  ['crash-after', 0.1],
];
const CRASH_AROUND_WRITE = 0.001;
const DAY = 86_400_000;

/** Runs the delivery chain with everything going wrong and counts what every reader got of every event. */
export async function prove(options: ProofOptions): Promise<Proof> {
  const chance = random(options.seed);
  const people = Math.max(60, Math.round(Math.sqrt(options.alerts) * 6));
  const world = makeWorld(people, options.seed);
  const bed = new DeliveryBed({
    world,
    compose: options.compose,
    crash: () => {
      const roll = chance();
      return roll < CRASH_AROUND_WRITE ? 'before' : roll < 2 * CRASH_AROUND_WRITE ? 'after' : undefined;
    },
    post: {
      fault: () => {
        const roll = chance();
        return FAULTS.find(([, below]) => roll < below)?.[0];
      },
      eventDelay: () => (chance() < options.eventsLost ? null : Math.round(chance() * 600)),
      twice: () => chance() < 0.1,
    },
  });

  const expected = new Set<string>();
  const report = (what: string) =>
    options.progress?.(`${bed.clock.now().toISOString().slice(0, 16)} ${what}`);
  for (let n = 0; expected.size < options.alerts; n++) {
    const [id, query] = [`event${n}`, n % 3];
    await bed.happen(id, query);
    for (const q of [query, BROAD])
      for (const { personId } of world.byQuery.get(queryHash(q)) ?? []) expected.add(`${personId} ${id} 0`);
    for (let minutes = 0; minutes < 3; minutes++) await bed.minute();
    if (n % 10 === 9) report(`${expected.size} alerts due, ${bed.told.size} told`);
    // Nights and weekends come and go, so that digests and quiet hours of all zones are met.
    if (n % 7 === 6) bed.skipTo(new Date(bed.clock.now().getTime() + 5 * 3_600_000));
  }
  const end = bed.clock.now().getTime() + 15 * DAY;
  let next = await bed.nextDue();
  for (let n = 0; next && bed.clock.now().getTime() < end; next = await bed.nextDue()) {
    if (n++ % 50 === 0) report(`next step due ${next.toISOString()}`);
    bed.skipTo(next);
    await bed.minute();
  }
  const missing = [...expected].filter((name) => !bed.told.has(name));
  for (const name of missing.slice(0, 5)) report(`LOST ${name}: ${await bed.describe(name.split(' ')[0]!)}`);
  return {
    alerts: expected.size,
    lost: missing.length,
    duplicated: [...bed.told.values()].filter((copies) => copies > 1).length,
    mails: [...bed.post.accepted.values()].reduce((a, b) => a + b, 0),
    crashes: bed.crashes,
    faults: bed.post.faults,
    unsettled: next ? 1 : 0,
    states: await bed.states(),
  };
}
