import type { AlertRow, NoticeKind, OutboxRow } from '../alerts/outbox-row';
import { listens } from '../alerts/tell';
import type { Subscriber, SubscriberState, Subscription } from '../subscriptions/subscription';
import { type Newsroom, OPERATOR } from './newsroom';

/** Who gets a mail, and for which of their subscriptions, as things stand now. */
export interface Audience {
  readonly person: Subscriber;
  /** Those for whose query the event was found and that still hold it, by id. */
  readonly subscriptions: ReadonlyMap<string, Subscription>;
}

/** States of a person in which a notice may be sent. */
const WRITES_TO: Readonly<Record<NoticeKind, readonly SubscriberState[]>> = {
  confirmation: ['pending', 'active'],
  welcome: ['active'],
  'already-subscribed': ['active'],
  goodbye: ['active', 'pending'],
  suspension: ['suspended'],
  'still-watching': ['active'],
  'operator-report': ['active'],
};

export const findings = (row: AlertRow): { queryHash: string; subscriptionId: string }[] =>
  row.queries.map((query) => {
    const [queryHash = '', subscriptionId = ''] = query.split('|');
    return { queryHash, subscriptionId };
  });

/** The audience of a mail, or why it has none any more. `alerts` are the events it tells. */
export async function audienceOf(
  newsroom: Newsroom,
  row: OutboxRow,
  alerts: readonly AlertRow[],
): Promise<Audience | string> {
  const now = newsroom.clock.now();
  const person =
    row.personId === OPERATOR ? operator(newsroom) : await newsroom.people.byPerson(row.personId, now);
  if (!person) return 'the person is gone';
  const allowed = row.kind === 'notice' ? WRITES_TO[row.notice] : (['active'] as const);
  if (!allowed.some((state) => state === person.state)) return `the person is ${person.state}`;
  const subscriptions = new Map<string, Subscription>();
  const looked = new Set<string>();
  for (const { queryHash, subscriptionId } of alerts.flatMap(findings)) {
    if (looked.has(subscriptionId)) continue;
    looked.add(subscriptionId);
    const subscription = await newsroom.subscriptions.get(subscriptionId, now);
    if (subscription && listens(subscription, now) && subscription.queryHash === queryHash)
      subscriptions.set(subscriptionId, subscription);
  }
  if (row.kind !== 'notice' && subscriptions.size === 0) return 'no subscription wants it any more';
  if (row.kind === 'notice')
    for (const id of namedSubscriptions(row.data)) {
      const subscription = await newsroom.subscriptions.get(id, now);
      if (subscription) subscriptions.set(id, subscription);
    }
  return { person, subscriptions };
}

/** Equal for audiences for which a mail reads and goes the same. */
export const fingerprint = ({ person, subscriptions }: Audience): string =>
  [person.address, person.language, ...[...subscriptions.keys()].sort()].join(' ');

const namedSubscriptions = (data: Readonly<Record<string, unknown>>): string[] =>
  Array.isArray(data['subscriptionIds'])
    ? data['subscriptionIds'].filter((id) => typeof id === 'string')
    : [];

const operator = ({ operator, clock }: Newsroom): Subscriber => ({
  personId: OPERATOR,
  address: operator.address,
  state: 'active',
  language: operator.language,
  timeZone: operator.timeZone,
  tokenHash: '',
  linkGeneration: 0,
  createdAt: clock.now().toISOString(),
});
