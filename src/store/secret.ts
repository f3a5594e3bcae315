import { randomBytes } from 'node:crypto';
import { ABSENT, type Table } from './table';

const key = { pk: 'SECRET', sk: 'SECRET' };

/**
 * The installation's secret, from which link tokens and address hashes are made: 256 random bits, hex, made on
 * first use and then the same for ever. It lives in the people table because exactly the doors that may read
 * addresses need it, and because losing it together with that table costs nothing more.
 */
export async function installationSecret(people: Table): Promise<string> {
  const stored = await people.get<{ secret: string }>(key);
  if (stored) return stored.secret;
  const secret = randomBytes(32).toString('hex');
  if (await people.put({ ...key, secret }, ABSENT)) return secret;
  return installationSecret(people);
}
