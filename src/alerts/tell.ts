import type { Clock } from '../clock';
import { type DigestSlot, type Finding, type OutboxStore, idOf } from '../store/outbox';
import type { Subscription } from '../subscriptions/subscription';
import { dueAt } from './due-at';
import type { FanOutJob } from './fan-out-job';
import type { AlertRow } from './outbox-row';

type Outbox = Pick<
  OutboxStore,
  'placeAlone' | 'collect' | 'joinWaiting' | 'moveTo' | 'promote' | 'gather' | 'carry' | 'get'
>;

export interface TellDeps {
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** An event is not taken out of a digest that may be sent this soon. */
const DIGEST_MARGIN_MS = 120_000;
/** Digests tried one after the other when each has just left. */
const DIGEST_TRIES = 5;

const waits = (row: AlertRow) => row.state === 'PENDING' || row.state === 'COLLECTED';
const undone = (row: AlertRow) => row.state === 'CANCELLED' || row.state === 'FAILED';

export const listens = (subscription: Subscription, now: Date): boolean =>
  subscription.state === 'active' &&
  (subscription.snoozedUntil === null || subscription.snoozedUntil <= now.toISOString());

/**
 * Queues the job's event for one subscription: by itself or in a digest, once per person whatever the number of
 * queries. `earlier` are the person's rows of earlier updates of the event. May be repeated after a crash anywhere.
 */
export async function tell(
  deps: TellDeps,
  job: FanOutJob,
  subscription: Subscription,
  earlier: readonly AlertRow[],
): Promise<void> {
  const { outbox, clock } = deps;
  if (!listens(subscription, clock.now())) return;
  const known = earlier.filter((row) => !undone(row));
  if (known.some((row) => (row.carries ?? 0) >= job.update && job.update > 0)) return;
  for (const row of known.filter(waits)) if (await outbox.carry(row, job.update)) return;
  if (known.length && !subscription.updates) return;

  const { personId, subscriptionId } = subscription;
  const { eventId, update, queryHash } = job;
  const found = { personId, subscriptionId, eventId, update, queryHash, follows: known.length > 0 };
  const due = dueAt(subscription, clock.now(), { overflow: job.overflow });
  if (due.mail === 'alone') await alone(deps, found, due.dueAt);
  else await inDigest(deps, subscription, found, due);
}

async function alone({ outbox, clock }: TellDeps, found: Finding, dueAt: string): Promise<void> {
  if (await outbox.placeAlone(found, dueAt)) return;
  const row = await outbox.get(idOf(found));
  if (row?.kind !== 'alert' || row.state !== 'COLLECTED') return;
  // A digest that does not hold the event yet may have left before a fan-out that died could add it.
  const digest = await outbox.get({ personId: row.personId, key: row.digest! });
  const held = digest?.kind === 'digest' && digest.entries.includes(row.key);
  const leaves = Date.parse(row.digestDue!) - clock.now().getTime();
  if (!held || leaves > DIGEST_MARGIN_MS) await outbox.promote(row, dueAt);
  await outbox.joinWaiting(found);
}

async function inDigest(
  deps: TellDeps,
  subscription: Subscription,
  found: Finding,
  due: DigestSlot,
): Promise<void> {
  const { outbox, clock } = deps;
  const id = idOf(found);
  let slot = due;
  if (!(await outbox.collect(found, slot))) {
    await outbox.joinWaiting(found);
    const row = await outbox.get(id);
    if (row?.kind !== 'alert' || row.state !== 'COLLECTED') return;
    slot = slotOf(row);
  }
  for (let tries = 0; tries < DIGEST_TRIES; tries++) {
    if (await outbox.gather(id.personId, slot, [id.key])) return;
    const left = await outbox.get({ personId: id.personId, key: slot.key });
    if (left?.kind === 'digest' && left.entries.includes(id.key)) return;
    const later = new Date(Math.max(Date.parse(slot.dueAt), clock.now().getTime()));
    const next = dueAt({ ...subscription, frequency: digestFrequency(slot) }, later, { overflow: true });
    if (next.mail === 'alone' || !(await outbox.moveTo(id, slot, next))) return;
    slot = next;
  }
  throw new Error(`${id.key}: ${DIGEST_TRIES} digests in a row left without it; the fan-out will repeat`);
}

const slotOf = (row: AlertRow): DigestSlot => ({
  key: row.digest!,
  frequency: row.digest!.split('#')[1] as DigestSlot['frequency'],
  dueAt: row.digestDue!,
});

const digestFrequency = ({ frequency }: DigestSlot) => (frequency === 'held' ? 'instant' : frequency);
