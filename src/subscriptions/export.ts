import { omit } from '../omit';
import type { Consent } from './consent';
import type { Desk } from './desk';
import type { MailRecord } from './mail-requests';
import type { Subscriber, Subscription } from './subscription';

/** Everything kept about a person, as they may take it with them. */
export interface PersonalData {
  readonly exportedAt: string;
  readonly person: Omit<Subscriber, 'tokenHash' | 'linkGeneration'>;
  readonly subscriptions: readonly ReturnType<typeof withoutSecrets>[];
  readonly consents: readonly Consent[];
  /** Oldest first. */
  readonly mails: readonly MailRecord[];
}

/** Collects {@link PersonalData}; secrets and their hashes are left out. */
export async function exportData(desk: Desk, person: Subscriber): Promise<PersonalData> {
  const now = desk.clock.now();
  const mails: MailRecord[] = [];
  for await (const { kind, state, queuedAt, sentAt, subject } of desk.outbox.ofPerson(person.personId))
    mails.push({ kind, state, queuedAt, sentAt, subject });
  const rows = await desk.subscriptions.byPerson(person.personId, now);
  return {
    exportedAt: now.toISOString(),
    person: omit(person, 'tokenHash', 'linkGeneration'),
    subscriptions: rows.map(withoutSecrets),
    consents: await desk.consents.of(person.personId),
    mails: mails.sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1)),
  };
}

const withoutSecrets = (row: Subscription) => ({
  ...omit(row, 'personId', 'webhook'),
  webhook: row.webhook ? omit(row.webhook, 'secret') : null,
});
