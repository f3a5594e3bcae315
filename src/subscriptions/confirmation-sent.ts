import { WORDING_VERSION } from './consent';
import type { Desk } from './desk';

/** Notes in the evidence that the mail with the confirm link has left. */
export async function recordConfirmationSent(
  { subscribers, consents, clock }: Pick<Desk, 'subscribers' | 'consents' | 'clock'>,
  personId: string,
): Promise<void> {
  const now = clock.now();
  const person = await subscribers.byPerson(personId, now);
  if (!person) return;
  const act = { act: 'confirmation-sent', at: now.toISOString(), wording: WORDING_VERSION } as const;
  await consents.record(personId, act, person.state !== 'pending');
}
