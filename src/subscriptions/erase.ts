import type { Desk } from './desk';
import type { Subscriber } from './subscription';

/** Erases a person who asked for it on the preference page. @param silence put the mailbox on the do-not-mail list */
export async function erase(desk: Desk, person: Subscriber, silence: boolean): Promise<void> {
  const now = desk.clock.now();
  if (silence) await desk.subscribers.forbid(person.address, 'erased', now);
  await eraseRows(desk, person.personId, now);
  desk.log.info('erased', { silence });
}

/** "This was not me": the mailbox goes on the do-not-mail list and the sign-up is deleted. */
export async function notMe(desk: Desk, personId: string, token: string): Promise<boolean> {
  if (!desk.tokens.check(token, 'not-me', personId)) return false;
  const now = desk.clock.now();
  const person = await desk.subscribers.byPerson(personId, now);
  if (!person) return true;
  await desk.subscribers.forbid(person.address, 'not-me', now);
  await eraseRows(desk, personId, now);
  desk.log.warn('not-me');
  return true;
}

/**
 * Deletes a person. The record is marked first, which stops all mail and makes the erasure due, and deleted last;
 * a crash in between is completed by {@link finishErasures}.
 */
async function eraseRows(desk: Desk, personId: string, now: Date): Promise<void> {
  if (!(await desk.subscribers.beginErasure(personId, now))) return;
  for (const row of await desk.subscriptions.byPerson(personId, now))
    await desk.subscriptions.delete(row, now);
  await desk.consents.forget(personId);
  await desk.subscribers.forget(personId);
}

/** Completes interrupted erasures; for a daily run. Returns how many. */
export async function finishErasures(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  let finished = 0;
  for await (const personId of desk.subscribers.unfinishedErasures(now)) {
    await eraseRows(desk, personId, now);
    finished++;
  }
  return finished;
}
