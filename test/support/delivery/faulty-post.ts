import { fromMailKey } from '../../../src/alerts/outbox-row';
import type { Post, Quota, SendRequest } from '../../../src/mail/ses';
import type { SteeredClock } from '../../../src/local/steered-clock';
import { Crash } from './crashes';

/** What happens to one send. */
export type SendFault =
  'drop-before' | 'drop-after' | '500-after' | 'throttle' | 'crash-before' | 'crash-after';

export interface PostPlan {
  fault(): SendFault | undefined;
  /** Seconds after which an event arrives; null when it is lost. */
  eventDelay(): number | null;
  /** True when an event is delivered twice. */
  twice(): boolean;
}

interface Arrival {
  readonly at: number;
  readonly notification: unknown;
}

const sdkError = (name: string, message: string, httpStatusCode?: number) =>
  Object.assign(new Error(message), { name, ...(httpStatusCode && { $metadata: { httpStatusCode } }) });

/** SES as the sender sees it, in memory: takes mails, loses answers, and reports late, twice or not at all. */
export class FaultyPost implements Post {
  /** Copies SES accepted, by mail key. */
  readonly accepted = new Map<string, number>();
  readonly faults: Record<string, number> = {};
  private arrivals: Arrival[] = [];
  private n = 0;

  constructor(
    private readonly clock: SteeredClock,
    private readonly plan: PostPlan,
    private readonly onAccept: (mailKey: string) => void = () => {},
  ) {}

  async quota(): Promise<Quota> {
    return { rate: 1000, left: Infinity, perDay: -1 };
  }

  async send(request: SendRequest): Promise<string> {
    const fault = this.plan.fault();
    if (fault) this.faults[fault] = (this.faults[fault] ?? 0) + 1;
    if (fault === 'crash-before') throw new Crash();
    if (fault === 'drop-before') throw sdkError('Error', 'socket hang up');
    if (fault === 'throttle') throw sdkError('Throttling', 'Maximum sending rate exceeded.', 400);
    const id = `ses-${this.n++}`;
    const key = request.tags['mail']!;
    if (!fromMailKey(key)) throw new Error(`${key} names no mail`);
    this.accepted.set(key, (this.accepted.get(key) ?? 0) + 1);
    this.onAccept(key);
    this.publish(request, id);
    if (fault === 'drop-after') throw sdkError('TimeoutError', 'socket hang up');
    if (fault === '500-after') throw sdkError('InternalFailure', 'try again', 500);
    if (fault === 'crash-after') throw new Crash();
    return id;
  }

  /** Events that have arrived by now, in the order of arrival. */
  take(): unknown[] {
    const now = this.clock.now().getTime();
    const due = this.arrivals.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.arrivals = this.arrivals.filter(({ at }) => at > now);
    return due.map(({ notification }) => notification);
  }

  /** SES reports twice on a mail, that it took it and that it delivered it; either may be late or lost. */
  private publish(request: SendRequest, messageId: string): void {
    const tags = Object.fromEntries(Object.entries(request.tags).map(([name, value]) => [name, [value]]));
    for (const eventType of ['Send', 'Delivery']) {
      const delay = this.plan.eventDelay();
      if (delay === null) continue;
      const message = JSON.stringify({ eventType, mail: { messageId, tags } });
      const arrival = {
        at: this.clock.now().getTime() + delay * 1000,
        notification: { Sns: { Message: message } },
      };
      this.arrivals.push(arrival);
      if (this.plan.twice()) this.arrivals.push({ ...arrival, at: arrival.at + 30_000 });
    }
  }
}
