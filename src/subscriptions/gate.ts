import type { Clock } from '../clock';
import type { Bucket, LimitStore } from '../store/limits';
import { networkOf } from './network';
import { type ProofOfWork, readProof } from './proof-of-work';
import type { Stamps } from './stamp';

export interface GateLimits {
  /** Sign-ups from one network (IPv4 /24, IPv6 /48). */
  readonly network: Bucket;
  /** Sign-ups from everywhere. */
  readonly everywhere: Bucket;
  /** Share of a bucket above which a proof of work, or a wait, is asked for. */
  readonly pressure: number;
}

export const GATE_LIMITS: GateLimits = {
  network: { capacity: 20, perHour: 20 },
  everywhere: { capacity: 600, perHour: 600 },
  pressure: 0.25,
};

/** A form sent back sooner than this was not filled in by a person. */
const FILL_SECONDS = 3;
const FORM_HOURS = 24;
const WAIT_SECONDS = 20;
const WAIT_LIFE_SECONDS = 3600;

/** What a request carries to show that it is meant. All of it may be absent or forged. */
export interface Knock {
  readonly ip: string;
  /** Hash of the mailbox that is signed up, so that a waiting stamp serves for it only. */
  readonly mailbox: string;
  /** Stamp of the form (see {@link Gate.formStamp}). */
  readonly form?: string;
  /** Stamp of the waiting page. */
  readonly wait?: string;
  /** Proof of work. */
  readonly proof?: unknown;
  /** True for the API: it has no form, and always brings a proof. */
  readonly machine: boolean;
}

export type Verdict =
  | { readonly verdict: 'open' }
  /** Work or wait: come back with a proof, or with this stamp after `seconds`. */
  | { readonly verdict: 'prove'; readonly wait: string; readonly seconds: number }
  | { readonly verdict: 'closed'; readonly retryAfter: number };

/** Decides whether a sign-up may go on, from where it comes and what it carries; never from whether we know the address. */
export class Gate {
  constructor(
    private readonly limits: LimitStore,
    private readonly stamps: Stamps,
    private readonly work: ProofOfWork,
    private readonly clock: Clock,
    private readonly set: GateLimits = GATE_LIMITS,
  ) {}

  /** To be put into every form; tells when the form was shown. */
  formStamp(): string {
    return this.stamps.make('form', this.clock.now());
  }

  challenge() {
    return this.work.challenge(this.clock.now());
  }

  async knock(knock: Knock): Promise<Verdict> {
    const now = this.clock.now();
    const buckets = [
      { name: `signup/${networkOf(knock.ip)}`, bucket: this.set.network },
      { name: 'signup/everywhere', bucket: this.set.everywhere },
    ];
    const levels = await Promise.all(buckets.map(({ name, bucket }) => this.limits.level(name, bucket, now)));
    const retryAfter = Math.max(...levels.map((level) => level.retryAfter));
    if (retryAfter > 0) return { verdict: 'closed', retryAfter };
    const pressed = levels.some((level) => level.used >= this.set.pressure);
    const needsProof = knock.machine || pressed || !this.filledByHand(knock.form, now);
    if (needsProof && !(await this.proved(knock, now))) return this.ask(knock, now);
    for (const { name, bucket } of buckets)
      if (!(await this.limits.take(name, bucket, now))) return { verdict: 'closed', retryAfter: 60 };
    return { verdict: 'open' };
  }

  private filledByHand(stamp: string | undefined, now: Date): boolean {
    const shown = this.stamps.read('form', stamp ?? '');
    const seconds = shown ? (now.getTime() - shown.getTime()) / 1000 : 0;
    return seconds >= FILL_SECONDS && seconds <= FORM_HOURS * 3600;
  }

  private async proved(knock: Knock, now: Date): Promise<boolean> {
    const proof = readProof(knock.proof);
    const expires = proof && this.work.check(proof, now);
    if (expires && (await this.limits.spend(`work/${proof.challenge}`, expires))) return true;
    const ready = knock.machine ? null : this.stamps.read(waitFor(knock), knock.wait ?? '');
    if (!ready || ready > now || now.getTime() - ready.getTime() > WAIT_LIFE_SECONDS * 1000) return false;
    return this.limits.spend(`wait/${knock.wait}`, new Date(ready.getTime() + WAIT_LIFE_SECONDS * 1000));
  }

  private ask(knock: Knock, now: Date): Verdict {
    const waiting = this.stamps.read(waitFor(knock), knock.wait ?? '');
    if (waiting && waiting > now)
      return {
        verdict: 'prove',
        wait: knock.wait!,
        seconds: Math.ceil((waiting.getTime() - now.getTime()) / 1000),
      };
    const ready = new Date(now.getTime() + WAIT_SECONDS * 1000);
    return { verdict: 'prove', wait: this.stamps.make(waitFor(knock), ready), seconds: WAIT_SECONDS };
  }
}

const waitFor = (knock: Knock) => `wait/${networkOf(knock.ip)}/${knock.mailbox}`;
