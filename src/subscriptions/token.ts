import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const TOKEN_PURPOSES = [
  'confirm',
  'not-me',
  'preferences',
  'unsubscribe',
  'unsubscribe-all',
  'feed',
] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** A new random 128-bit id, hex. */
export const randomId = (): string => randomBytes(16).toString('hex');

/** What is kept of a token: its sha-256, hex. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares in constant time; texts of other length are unequal. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Makes and checks the secret tokens of links: 128 bits, 22 characters base64url.
 *
 * Every mail needs the links of its person again, so a token cannot be forgotten once its hash is stored. It is
 * derived from a random id with the installation's secret instead: the tables hold no token, only hashes, and
 * whoever copies the tables can open no page.
 */
export class Tokens {
  constructor(private readonly secret: string) {
    if (secret.length < 32)
      throw new RangeError(`The secret has ${secret.length} characters; give at least 32 random ones.`);
  }

  make(purpose: TokenPurpose, id: string, generation = 0): string {
    return this.sign(`token/${purpose}/${id}/${generation}`).subarray(0, 16).toString('base64url');
  }

  check(token: string, purpose: TokenPurpose, id: string, generation = 0): boolean {
    return sameText(token, this.make(purpose, id, generation));
  }

  /** HMAC-SHA-256 of `text` with the installation's secret. */
  sign(text: string): Buffer {
    return createHmac('sha256', this.secret).update(text).digest();
  }
}
