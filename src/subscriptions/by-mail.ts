import { normaliseAddress } from './address';
import type { Origin } from './consent';
import type { Desk } from './desk';
import { unsubscribe } from './preferences';
import type { Subscription } from './subscription';

/** A mail asked to end something that is not there, or without the right to. */
export class UnsubscribeRefused extends Error {
  override name = 'UnsubscribeRefused';
  constructor(
    readonly request: string,
    reason: string,
  ) {
    super(
      `${request}: ${reason}; give the two words after “unsubscribe” in the subject, or the address the mail came from`,
    );
  }
}

/**
 * Carries out an unsubscription that came by mail, as those mail programs send it that cannot use the one-click link.
 * @param request id and token from the subject, with or without the word before them; or an address, which ends all
 * @returns what has ended, also when it had before
 * @throws UnsubscribeRefused, AddressRefused
 */
export async function unsubscribeByMail(
  desk: Desk,
  request: string,
  origin: Origin,
): Promise<readonly Subscription[]> {
  const rows = (await rowsOf(desk, request)).filter(({ state }) => state !== 'pending');
  if (!rows.length) throw new UnsubscribeRefused(request, 'nothing is subscribed under it');
  await unsubscribe(desk, rows, origin);
  return rows;
}

async function rowsOf(desk: Desk, request: string): Promise<readonly Subscription[]> {
  const now = desk.clock.now();
  if (request.includes('@')) {
    const person = await desk.subscribers.byAddress(normaliseAddress(request), now);
    return person ? desk.subscriptions.byPerson(person.personId, now) : [];
  }
  const [id = '', token = ''] = request
    .trim()
    .replace(/^unsubscribe\s+/i, '')
    .split(/\s+/);
  if (desk.tokens.check(token, 'unsubscribe-all', id)) return desk.subscriptions.byPerson(id, now);
  if (!desk.tokens.check(token, 'unsubscribe', id))
    throw new UnsubscribeRefused(request, 'id and token do not belong together');
  const row = await desk.subscriptions.get(id, now);
  return row ? [row] : [];
}
