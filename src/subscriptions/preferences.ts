import { UNDO_DAYS } from '../store/subscriptions';
import type { Choices } from './choices';
import { type Consent, type ConsentAct, type Origin, WORDING_VERSION } from './consent';
import type { Desk } from './desk';
import { quotable } from './quotable';
import { MOST_SUBSCRIPTIONS, newSubscription } from './sign-up';
import type { Subscriber, Subscription, Webhook } from './subscription';
import { hashToken, sameText } from './token';
import { removeWebhook, setWebhook } from './webhook';

/** The person whose preference link this is, or null. */
export async function personOf(desk: Desk, personId: string, token: string): Promise<Subscriber | null> {
  const person = await desk.subscribers.byPerson(personId, desk.clock.now());
  // The comparison runs for unknown people too: nobody is told by the time which ids exist.
  const right = sameText(hashToken(token), person?.tokenHash ?? hashToken(''));
  return person && right && person.state !== 'pending' ? person : null;
}

export interface Holdings {
  readonly person: Subscriber;
  readonly rows: readonly Subscription[];
}

/** A person's own subscriptions, those that wait for confirmation among them. */
export async function holdingsOf(desk: Desk, person: Subscriber): Promise<Holdings> {
  const rows = await desk.subscriptions.byPerson(person.personId, desk.clock.now());
  return { person, rows };
}

/** Somebody has as many subscriptions as a person may have. */
export class TooManySubscriptions extends Error {
  override name = 'TooManySubscriptions';
  constructor(readonly most: number) {
    super(`a person may hold ${most} subscriptions`);
  }
}

/** Adds a subscription for a person who has proven their address before; no further mail is needed. */
export async function addSubscription(
  desk: Desk,
  { person, rows }: Holdings,
  choices: Choices,
  origin: Origin,
): Promise<Subscription> {
  const now = desk.clock.now();
  const query = desk.queries.parseQuery(choices.query);
  const same = rows.find(
    (row) => row.queryHash === query.hash && (row.state === 'active' || row.state === 'paused'),
  );
  if (same) return same;
  const waiting = rows.find((row) => row.queryHash === query.hash && row.state === 'pending');
  if (waiting) {
    await expire(desk, person.personId, null);
    await note(desk, waiting, 'added', origin);
    await desk.subscriptions.activate(waiting, query, { confirmedAt: now.toISOString() }, now);
    return { ...waiting, state: 'active' };
  }
  await expire(desk, person.personId, null);
  if (rows.length >= MOST_SUBSCRIPTIONS) throw new TooManySubscriptions(MOST_SUBSCRIPTIONS);
  const row = newSubscription(person.personId, choices, query, now);
  await note(desk, row, 'added', origin);
  const active: Subscription = { ...row, state: 'active', confirmedAt: now.toISOString() };
  await desk.subscriptions.add(active, query, now);
  return active;
}

/** Changes what a subscription looks for or how it tells. */
export async function changeSubscription(
  desk: Desk,
  row: Subscription,
  choices: Choices,
  origin: Origin,
): Promise<Subscription> {
  const now = desk.clock.now();
  const query = desk.queries.parseQuery(choices.query);
  const { query: source, ...rest } = choices;
  const change: Record<string, { from: unknown; to: unknown }> = {};
  for (const [field, to] of Object.entries({ query: source, ...rest })) {
    const from = row[field as keyof Subscription];
    if (JSON.stringify(from) !== JSON.stringify(to)) change[field] = { from, to };
  }
  if (Object.keys(change).length === 0) return row;
  await note(desk, row, 'changed', origin, { change, frequency: rest.frequency });
  if (source !== row.query) return desk.subscriptions.move(row, query, rest, now);
  await desk.subscriptions.change(row, rest, now);
  return { ...row, ...rest };
}

/**
 * Lets a program be told too, under a new key, or with an empty address no more.
 * @throws WebhookRefused
 */
export async function changeWebhook(
  desk: Desk,
  row: Subscription,
  url: string,
  format: Webhook['format'],
  origin: Origin,
): Promise<Webhook | null> {
  const now = desk.clock.now();
  const webhook = url ? await setWebhook(desk.subscriptions, row, url, format, now) : null;
  if (!webhook) await removeWebhook(desk.subscriptions, row, now);
  const change = { webhook: { from: row.webhook?.url ?? null, to: webhook?.url ?? null } };
  await note(desk, row, 'changed', origin, { change });
  return webhook;
}

export async function pause(desk: Desk, row: Subscription, origin: Origin): Promise<void> {
  await note(desk, row, 'paused', origin);
  await desk.subscriptions.change(row, { state: 'paused', snoozedUntil: null }, desk.clock.now());
}

/** Holds a subscription's mail for some days; it then goes on by itself. */
export async function snooze(desk: Desk, row: Subscription, days: number, origin: Origin): Promise<void> {
  const now = desk.clock.now();
  const until = new Date(now.getTime() + Math.min(Math.max(1, Math.round(days)), 365) * 86_400_000);
  await note(desk, row, 'snoozed', origin);
  await resumeRow(desk, row, until.toISOString());
}

export async function resume(desk: Desk, row: Subscription, origin: Origin): Promise<void> {
  await note(desk, row, 'resumed', origin);
  await resumeRow(desk, row, null);
}

/** Takes back an unsubscription. */
export async function undo(desk: Desk, row: Subscription, origin: Origin): Promise<void> {
  await note(desk, row, 'undone', origin);
  await resumeRow(desk, row, null);
}

/**
 * Ends subscriptions. Repeated calls change nothing. When the person holds none any more, one last mail says so
 * and how to undo it.
 */
export async function unsubscribe(desk: Desk, rows: readonly Subscription[], origin: Origin): Promise<void> {
  const now = desk.clock.now();
  const at = now.toISOString();
  const live = rows.filter((row) => row.state === 'active' || row.state === 'paused');
  for (const row of live) {
    const change = { state: 'unsubscribed', snoozedUntil: null, unsubscribedAt: at } as const;
    await desk.subscriptions.change(row, change, now);
    await note(desk, row, 'unsubscribed', origin);
  }
  const personId = rows[0]?.personId;
  if (!personId) return;
  const left = await desk.subscriptions.byPerson(personId, now);
  if (left.some((row) => row.state === 'active' || row.state === 'paused')) return;
  await expire(desk, personId, new Date(now.getTime() + UNDO_DAYS * 86_400_000));
  const [one] = live;
  if (!one) return;
  await desk.outbox.requestMail({
    key: `${one.subscriptionId}#${at}`,
    personId,
    kind: 'goodbye',
    data: { subscriptionIds: live.map((row) => row.subscriptionId), query: quotable(one.query) },
  });
}

/** Mails again to a person whom we stopped writing to and who asks for it. */
export async function reinstate(desk: Desk, { personId }: Subscriber, origin: Origin): Promise<void> {
  const at = desk.clock.now().toISOString();
  await desk.consents.record(personId, { act: 'reinstated', at, wording: WORDING_VERSION, ...origin });
  await desk.subscribers.reinstate(personId);
}

/** Makes new links for a person whose mail went astray; the preference links of older mails stop working. */
export async function renewLinks(desk: Desk, person: Subscriber, origin: Origin): Promise<Subscriber> {
  const linkGeneration = (person.linkGeneration ?? 0) + 1;
  const tokenHash = hashToken(desk.tokens.make('preferences', person.personId, linkGeneration));
  await desk.subscribers.change(person.personId, { linkGeneration, tokenHash });
  const at = desk.clock.now().toISOString();
  await desk.consents.record(person.personId, { act: 'new-links', at, wording: WORDING_VERSION, ...origin });
  return { ...person, linkGeneration, tokenHash };
}

/** Address and consents of a person without subscriptions go when nothing can be undone any more. */
async function expire(desk: Desk, personId: string, at: Date | null): Promise<void> {
  const person = await desk.subscribers.byPerson(personId, desk.clock.now());
  if (!person) return;
  await desk.subscribers.setExpiry(person, at);
  await desk.consents.setExpiry(personId, at);
}

async function resumeRow(desk: Desk, row: Subscription, snoozedUntil: string | null): Promise<void> {
  const query = desk.queries.parseQuery(row.query);
  const change = { snoozedUntil, unsubscribedAt: undefined };
  await expire(desk, row.personId, null);
  await desk.subscriptions.activate(row, query, change, desk.clock.now());
}

/** Evidence is written before a change that gives us more rights, and after one that takes rights away. */
async function note(
  desk: Desk,
  row: Subscription,
  act: ConsentAct,
  origin: Origin,
  more: Partial<Consent> = {},
): Promise<void> {
  const { subscriptionId, query, frequency } = row;
  const at = desk.clock.now().toISOString();
  const consent = { act, at, wording: WORDING_VERSION, ...origin, subscriptionId, query, frequency, ...more };
  await desk.consents.record(row.personId, consent);
}
