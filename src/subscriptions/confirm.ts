import type { Query } from '../meaning/query/query';
import { ConfirmRate } from './confirm-rate';
import { WORDING_VERSION, type Origin } from './consent';
import type { Desk } from './desk';
import { quotable } from './quotable';
import type { Frequency, Subscriber, Subscription } from './subscription';

/** What a query would have sent in the last 30 days, for the welcome mail. */
export interface Sample {
  readonly events: number;
  readonly perWeek: number;
  readonly latest: readonly {
    readonly title: string;
    readonly link: string;
    readonly outlet: string;
    readonly lang: string;
  }[];
}
export type SampleOf = (query: Query, frequency: Frequency) => Promise<Sample>;

/** What a person who opens the confirm link may confirm, and what they hold already. */
export interface Pending {
  readonly person: Subscriber;
  readonly waiting: readonly Subscription[];
  readonly held: readonly Subscription[];
}

/** Reads only: mail scanners open links too. Null when the token is wrong or the sign-up has expired. */
export async function pendingOf(desk: Desk, personId: string, token: string): Promise<Pending | null> {
  if (!desk.tokens.check(token, 'confirm', personId)) return null;
  const now = desk.clock.now();
  const person = await desk.subscribers.byPerson(personId, now);
  if (!person) return null;
  const rows = await desk.subscriptions.byPerson(personId, now);
  return {
    person,
    waiting: rows.filter((row) => row.state === 'pending'),
    held: rows.filter((row) => row.state === 'active' || row.state === 'paused'),
  };
}

/**
 * Confirms the chosen pending subscriptions. Person first, then each query, then each subscription, then the
 * welcome: every step may be repeated, so pressing the button again completes what a crash cut short.
 */
export async function confirm(
  desk: Desk,
  { person, waiting }: Pending,
  chosen: readonly string[],
  origin: Origin,
  sampleOf: SampleOf,
): Promise<readonly Subscription[]> {
  const now = desk.clock.now();
  const at = now.toISOString();
  const rows = waiting.filter((row) => chosen.includes(row.subscriptionId));
  if (rows.length === 0) return [];
  const first = person.state === 'pending';
  if (!(await desk.subscribers.activate(person, now))) return [];
  await desk.consents.setExpiry(person.personId, null);
  const confirmed: Subscription[] = [];
  for (const row of rows) {
    const { subscriptionId, query, frequency } = row;
    const act = { act: 'confirmed', at, wording: WORDING_VERSION, subscriptionId, query, frequency } as const;
    await desk.consents.record(person.personId, { ...act, ...origin });
    const read = desk.queries.parseQuery(query);
    if (await desk.subscriptions.activate(row, read, { confirmedAt: at }, now))
      confirmed.push({ ...row, state: 'active', confirmedAt: at });
  }
  for (const row of confirmed)
    await desk.outbox.requestMail({
      key: row.subscriptionId,
      personId: person.personId,
      kind: 'welcome',
      data: {
        subscriptionIds: [row.subscriptionId],
        query: quotable(row.query),
        preview: await sampleOf(desk.queries.parseQuery(row.query), row.frequency),
      },
    });
  if (first) await new ConfirmRate(desk.limits).confirmed(now);
  desk.log.info('confirmed', { subscriptions: confirmed.length });
  return confirmed;
}
