import type { Query } from '../meaning/query/query';
import { omit } from '../omit';
import { normaliseAddress } from './address';
import type { Choices } from './choices';
import { ConfirmRate } from './confirm-rate';
import { WORDING_VERSION, type Origin } from './consent';
import type { Desk } from './desk';
import { quotable } from './quotable';
import type { Subscriber, Subscription } from './subscription';
import { hashToken, randomId } from './token';

/** Every sign-up is answered after this long, so that the time tells nothing about the address. */
const ANSWER_MS = 600;
/** Subscriptions one person may hold or have asked for. */
export const MOST_SUBSCRIPTIONS = 30;
/** Sign-ups for one mailbox; the rest is dropped in silence. */
const PER_MAILBOX = { capacity: 6, perHour: 2 };

export interface SignUp {
  /** As typed. */
  readonly address: string;
  readonly choices: Choices;
  readonly query: Query;
  readonly origin: Origin;
  /** False when the honeypot was filled: answered like any other, and dropped. */
  readonly meant: boolean;
}

/**
 * Takes a sign-up. It resolves without a result: what a stranger sees must be the same whether the address is
 * new, known, asked for too often, or on the do-not-mail list. Throws `AddressRefused` for an address that cannot
 * be mailed at all.
 */
export async function signUp(desk: Desk, request: SignUp): Promise<void> {
  const address = normaliseAddress(request.address);
  const answer = desk.clock.sleep(ANSWER_MS);
  try {
    if (request.meant) await take(desk, request, address);
    else desk.log.info('sign-up-dropped', { because: 'honeypot' });
  } finally {
    await answer;
  }
}

async function take(desk: Desk, { choices, query, origin }: SignUp, address: string): Promise<void> {
  const now = desk.clock.now();
  const { subscribers, consents, subscriptions, limits, tokens } = desk;
  if (await subscribers.isForbidden(address))
    return desk.log.info('sign-up-dropped', { because: 'do-not-mail' });
  if (!(await limits.take(`mailbox/${subscribers.nameOf(address)}`, PER_MAILBOX, now)))
    return desk.log.info('sign-up-dropped', { because: 'mailbox-limit' });

  const personId = randomId();
  const fresh: Subscriber = {
    personId,
    address,
    state: 'pending',
    language: choices.language,
    timeZone: choices.timeZone,
    tokenHash: hashToken(tokens.make('preferences', personId)),
    createdAt: now.toISOString(),
  };
  const person = await subscribers.admit(fresh, now);
  const held = await subscriptions.byPerson(person.personId, now);
  if (held.length >= MOST_SUBSCRIPTIONS) return desk.log.info('sign-up-dropped', { because: 'too-many' });
  const same = held.find((row) => row.queryHash === query.hash && row.state !== 'unsubscribed');
  if (!same) {
    const row = newSubscription(person.personId, choices, query, now);
    await subscriptions.add(row, query, now);
    const { subscriptionId, frequency } = row;
    const act = { act: 'requested', at: row.createdAt, wording: WORDING_VERSION, ...origin } as const;
    const evidence = { ...act, subscriptionId, query: row.query, frequency };
    await consents.record(person.personId, evidence, person.state !== 'pending');
  }
  await askToConfirm(desk, person, query, origin, now);
}

/** Asks for the mail with the confirm link, at most once a day and three times in thirty days for one mailbox. */
async function askToConfirm(
  desk: Desk,
  person: Subscriber,
  query: Query,
  origin: Origin,
  now: Date,
): Promise<void> {
  const rate = new ConfirmRate(desk.limits);
  if (await rate.stopped(now))
    return desk.log.error('confirmations-stopped', { because: 'hardly any is answered' });
  const slot = await desk.subscribers.confirmationSlot(person, now);
  if (!slot) return desk.log.info('confirmation-limit');
  const known = person.state !== 'pending';
  const requested = await desk.outbox.requestMail({
    key: slot,
    personId: person.personId,
    kind: known ? 'already-subscribed' : 'confirmation',
    data: { query: quotable(query.source), language: origin.locale },
  });
  if (!requested) return desk.log.info('confirmation-not-repeated');
  await rate.sent(now);
  const at = now.toISOString();
  await desk.consents.record(
    person.personId,
    { act: 'confirmation-asked', at, wording: WORDING_VERSION },
    known,
  );
  desk.log.info('confirmation-asked', { known });
}

/** A subscription that waits for its confirmation. */
export function newSubscription(personId: string, choices: Choices, query: Query, now: Date): Subscription {
  return {
    ...omit(choices, 'query'),
    subscriptionId: randomId(),
    personId,
    queryHash: query.hash,
    query: query.source,
    state: 'pending',
    snoozedUntil: null,
    createdAt: now.toISOString(),
    confirmedAt: null,
  };
}
