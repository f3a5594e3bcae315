import type { LimitStore } from '../store/limits';

/** Below this many confirmation mails in the last one to two hours the rate says nothing. */
const ENOUGH = 40;
/** People who asked confirm far more often than this; victims of a flooded form do not. */
const LEAST_SHARE = 0.1;

/** Watches how many of the confirmation mails are answered, and stops them when hardly any is: a form under attack. */
export class ConfirmRate {
  constructor(private readonly limits: LimitStore) {}

  sent(now: Date): Promise<void> {
    return this.limits.count('confirmations', 'sent', now);
  }

  confirmed(now: Date): Promise<void> {
    return this.limits.count('confirmations', 'confirmed', now);
  }

  /** True while no confirmation mail may be sent. Ends by itself as the hours pass. */
  async stopped(now: Date): Promise<boolean> {
    const { sent = 0, confirmed = 0 } = await this.limits.lastHours('confirmations', now);
    return sent >= ENOUGH && confirmed < sent * LEAST_SHARE;
  }
}
