import { sameText, type Tokens } from './token';

/** A moment vouched for by us: when a form was shown, or before when a request is too early. */
export class Stamps {
  constructor(private readonly tokens: Tokens) {}

  /** @param purpose what the stamp is good for, e.g. `form`, or `wait/<mailbox hash>` */
  make(purpose: string, at: Date): string {
    const ms = at.getTime().toString(36);
    return `${ms}.${this.seal(purpose, ms)}`;
  }

  /** The moment of a stamp of ours; null for any other text. */
  read(purpose: string, stamp: string): Date | null {
    const [ms = '', seal = ''] = stamp.split('.');
    return /^[0-9a-z]{6,10}$/.test(ms) && sameText(seal, this.seal(purpose, ms))
      ? new Date(parseInt(ms, 36))
      : null;
  }

  private seal(purpose: string, ms: string): string {
    return this.tokens.sign(`stamp/${purpose}/${ms}`).subarray(0, 16).toString('base64url');
  }
}
