import type { Desk } from './desk';
import type { Subscriber } from './subscription';

/** Erases a person who asked for it on the preference page. @param silence put the mailbox on the do-not-mail list */
export async function erase(desk: Desk, person: Subscriber, silence: boolean): Promise<void> {
  const now = desk.clock.now();
  if (silence) await desk.subscribers.forbid(person.address, 'erased', now);
  await eraseRows(desk, person.personId, now);
  desk.log.info('erased', { silence });
}

/** Whose "this was not me" link it is: a stranger's, to be silenced, or a subscriber's, who keeps what they have. */
export async function notMeScope(
  desk: Desk,
  personId: string,
  token: string,
): Promise<'all' | 'request' | null> {
  if (!desk.tokens.check(token, 'not-me', personId)) return null;
  const person = await desk.subscribers.byPerson(personId, desk.clock.now());
  return person && person.state !== 'pending' ? 'request' : 'all';
}

/**
 * "This was not me". The sign-up is deleted; a mailbox that holds nothing confirmed goes on the do-not-mail list,
 * while subscribers lose only what somebody else asked for in their name.
 */
export async function notMe(desk: Desk, personId: string, token: string): Promise<'all' | 'request' | null> {
  const scope = await notMeScope(desk, personId, token);
  const now = desk.clock.now();
  const person = scope && (await desk.subscribers.byPerson(personId, now));
  if (!person) return scope;
  desk.log.warn('not-me', { scope });
  if (scope === 'all') {
    await desk.subscribers.forbid(person.address, 'not-me', now);
    await eraseRows(desk, personId, now);
    return scope;
  }
  for (const row of await desk.subscriptions.byPerson(personId, now))
    if (row.state === 'pending') await desk.subscriptions.delete(row, now);
  return scope;
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
