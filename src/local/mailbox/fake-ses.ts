import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { headersOf, sesEvents } from './ses-events';

export interface FakeSesOptions {
  readonly clock: Clock;
  /** Verified addresses and domains. */
  readonly identities: readonly string[];
  readonly configurationSets: readonly string[];
  /** Mails a second and in 24 hours; 14 and 50,000 when not given. */
  readonly rate?: number;
  readonly perDay?: number;
  /** True: only verified addresses may receive. */
  readonly sandbox?: boolean;
  /** Called with each accepted mail. */
  readonly keep: (mail: AcceptedMail) => void;
  /** Called with SNS-shaped notifications of the configuration set. */
  readonly onEvent?: (notification: SnsNotification) => void | Promise<void>;
}

export interface AcceptedMail {
  /** Id SES gave, also the name of its file. */
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly raw: Buffer;
  readonly at: Date;
}

export interface SnsNotification {
  readonly Type: 'Notification';
  readonly MessageId: string;
  readonly Message: string;
  readonly Timestamp: string;
}

export interface Submission {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** A refusal as SES words it. */
export class SesRefusal extends Error {
  override name = 'SesRefusal';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const DAY = 86_400_000;
const MOST_BYTES = 10 * 1024 * 1024;
const REGION = 'US-EAST-1';

const bare = (address: string) => (/<([^>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();

/** SES on one machine: accepts, refuses and reports as the real one does, and keeps every mail. */
export class FakeSes {
  readonly identities: Set<string>;
  readonly configurationSets: Set<string>;
  sendingEnabled = true;
  private readonly sentAt: number[] = [];

  constructor(private readonly options: FakeSesOptions) {
    this.identities = new Set(options.identities.map((identity) => identity.toLowerCase()));
    this.configurationSets = new Set(options.configurationSets);
  }

  quota(): { perDay: number; rate: number; sent: number } {
    this.forgetOld();
    const { perDay = 50_000, rate = 14 } = this.options;
    return { perDay, rate, sent: this.sentAt.length };
  }

  /** Takes a mail and returns its id; throws {@link SesRefusal}. */
  accept(mail: Submission): string {
    this.check(mail);
    const at = this.options.clock.now();
    this.sentAt.push(...mail.to.map(() => at.getTime()));
    const id = `0100${randomUUID().replaceAll('-', '')}-000000`;
    this.options.keep({ id, from: mail.from, to: mail.to, tags: mail.tags, raw: mail.raw, at });
    return id;
  }

  /** Publishes what becomes of an accepted mail; resolves when all were delivered to the listener. */
  async report(id: string, mail: Submission): Promise<void> {
    const { onEvent, clock } = this.options;
    if (!onEvent || !mail.configurationSet) return;
    for (const event of sesEvents(id, mail, clock.now()))
      await onEvent({
        Type: 'Notification',
        MessageId: randomUUID(),
        Message: JSON.stringify(event),
        Timestamp: clock.now().toISOString(),
      });
  }

  private check({ from, to, raw, configurationSet, tags }: Submission): void {
    const refuse = (code: string, message: string): never => {
      throw new SesRefusal(code, message);
    };
    const headers = headersOf(raw);
    const header = (name: string) => headers.find((h) => h.name.toLowerCase() === name)?.value ?? '';
    if (!this.sendingEnabled)
      refuse('AccountSendingPausedException', 'Email sending is disabled for your account');
    if (raw.length > MOST_BYTES)
      refuse('InvalidParameterValue', `Message length is more than ${MOST_BYTES} bytes long`);
    if (!to.length || to.length > 50)
      refuse('InvalidParameterValue', 'Recipient count must be between 1 and 50');
    for (const address of to)
      if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(bare(address)))
        refuse('InvalidParameterValue', 'Local address contains control or whitespace');
    if (!header('from')) refuse('InvalidParameterValue', "Missing required header 'From'");
    if (configurationSet && !this.configurationSets.has(configurationSet))
      refuse('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
    for (const part of Object.entries(tags).flat())
      if (!/^[A-Za-z0-9_-]{1,256}$/.test(part))
        refuse('InvalidParameterValue', `Invalid tag <${part.slice(0, 60)}>`);
    const unverified = [from || header('from'), header('from'), ...(this.options.sandbox ? to : [])]
      .map(bare)
      .filter((address) => !this.isVerified(address));
    if (unverified.length)
      refuse(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${REGION}: ${[...new Set(unverified)].join(', ')}`,
      );
    this.checkQuota(to.length, refuse);
  }

  private checkQuota(recipients: number, refuse: (code: string, message: string) => never): void {
    const { perDay, rate, sent } = this.quota();
    if (sent + recipients > perDay) refuse('Throttling', 'Daily message quota exceeded.');
    const lastSecond = this.options.clock.now().getTime() - 1000;
    let recent = 0;
    for (let i = this.sentAt.length - 1; i >= 0 && this.sentAt[i]! > lastSecond; i--) recent++;
    if (recent + recipients > Math.max(1, Math.ceil(rate)))
      refuse('Throttling', 'Maximum sending rate exceeded.');
  }

  private isVerified(address: string): boolean {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    const parents = domain.split('.').map((_, i, labels) => labels.slice(i).join('.'));
    return (
      this.identities.has(address) ||
      parents.some((parent) => this.identities.has(parent)) ||
      domain === 'simulator.amazonses.com'
    );
  }

  private forgetOld(): void {
    const since = this.options.clock.now().getTime() - DAY;
    let old = 0;
    while (old < this.sentAt.length && this.sentAt[old]! <= since) old++;
    this.sentAt.splice(0, old);
  }
}
