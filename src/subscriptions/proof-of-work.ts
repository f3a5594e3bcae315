import { createHash, randomInt } from 'node:crypto';
import { randomId, sameText, type Tokens } from './token';

/** A small sum for the visitor's machine: which number below `max`, put after `salt`, has this sha-256? */
export interface Challenge {
  /** Random, ends with `.<expiry>` in epoch seconds. */
  readonly salt: string;
  /** sha-256 (hex) of salt + number. */
  readonly challenge: string;
  readonly max: number;
  /** Ours: HMAC of the other three. */
  readonly signature: string;
}

export interface Proof extends Challenge {
  readonly number: number;
}

/** About half a second of a phone; a thousand sign-ups cost an attacker minutes of a core. */
const MAX = 60_000;
const LIFE_SECONDS = 600;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Self-hosted proof of work in the manner of ALTCHA: nothing to see, hear or solve, no third party. */
export class ProofOfWork {
  constructor(
    private readonly tokens: Tokens,
    private readonly max = MAX,
  ) {}

  challenge(now: Date): Challenge {
    const salt = `${randomId()}.${Math.floor(now.getTime() / 1000) + LIFE_SECONDS}`;
    const challenge = digest(salt + randomInt(this.max));
    return { salt, challenge, max: this.max, signature: this.sign(salt, challenge) };
  }

  /** When the proof's challenge expires, if it is ours, solved and unexpired; else null. It may be a replay. */
  check(proof: Proof, now: Date): Date | null {
    const expires = new Date(Number(proof.salt.split('.')[1]) * 1000);
    const ours = sameText(proof.signature, this.sign(proof.salt, proof.challenge));
    const solved = sameText(proof.challenge, digest(proof.salt + proof.number));
    return ours && solved && expires > now ? expires : null;
  }

  private sign(salt: string, challenge: string): string {
    return this.tokens.sign(`work/${salt}/${challenge}/${this.max}`).toString('hex');
  }
}

/** Reads a proof as forms and JSON carry it (base64 JSON or an object); null when it has not that shape. */
export function readProof(raw: unknown): Proof | null {
  let value = raw;
  if (typeof raw === 'string')
    try {
      value = JSON.parse(Buffer.from(raw.slice(0, 2000), 'base64').toString());
    } catch {
      return null;
    }
  if (typeof value !== 'object' || value === null) return null;
  const { salt, challenge, max, signature, number } = value as Record<string, unknown>;
  const texts = [salt, challenge, signature].every((text) => typeof text === 'string' && text.length < 200);
  return texts && Number.isSafeInteger(number) && Number.isSafeInteger(max) ? (value as Proof) : null;
}
