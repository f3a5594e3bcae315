import {
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import type { Clock } from '../clock';

export interface SendRequest {
  readonly raw: Uint8Array;
  readonly from: string;
  readonly to: string;
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Quota {
  /** Mails a second. */
  readonly rate: number;
  /** Mails left in the running 24 hours. */
  readonly left: number;
  readonly perDay: number;
}

/** Where mails leave. */
export interface Post {
  /** One attempt; resolves to the id SES gave. What an error means is told by `sesVerdict`. */
  send(request: SendRequest): Promise<string>;
  quota(): Promise<Quota>;
}

const QUOTA_KEPT_MS = 60_000;

/**
 * A client that tries once. By default the SDK repeats a call whose answer was lost, and each repetition is one more
 * copy in the reader's mailbox; without `throwOnRequestTimeout` a slow answer is waited for without end.
 */
export const sesClient = (
  config: Pick<SESClientConfig, 'endpoint' | 'region' | 'credentials'> = {},
): SESClient =>
  new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 10_000, connectionTimeout: 5_000, throwOnRequestTimeout: true },
  });

export class Ses implements Post {
  private known: { quota: Quota; until: number } | undefined;

  constructor(
    private readonly client: SESClient,
    private readonly clock: Clock,
  ) {}

  async send({ raw, from, to, configurationSet, tags }: SendRequest): Promise<string> {
    const { MessageId } = await this.client.send(
      new SendRawEmailCommand({
        RawMessage: { Data: raw },
        Source: from,
        Destinations: [to],
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
    if (!MessageId) throw new Error('SES answered a send without a message id');
    return MessageId;
  }

  /** Asked once a minute: SES allows one such call a second for the whole account. */
  async quota(): Promise<Quota> {
    const now = this.clock.now().getTime();
    if (this.known && now < this.known.until) return this.known.quota;
    const { MaxSendRate, Max24HourSend, SentLast24Hours } = await this.client.send(
      new GetSendQuotaCommand({}),
    );
    const perDay = Max24HourSend ?? 200;
    const unlimited = perDay < 0;
    const quota = {
      rate: MaxSendRate && MaxSendRate > 0 ? MaxSendRate : 1,
      perDay,
      left: unlimited ? Infinity : Math.max(0, perDay - (SentLast24Hours ?? 0)),
    };
    this.known = { quota, until: now + QUOTA_KEPT_MS };
    return quota;
  }
}
