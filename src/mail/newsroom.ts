import type { Clock } from '../clock';
import type { NewsEvent } from '../events/event';
import type { FanOutStore } from '../store/fan-outs';
import type { OutboxStore } from '../store/outbox';
import type { MailLanguage, Subscriber, Subscription } from '../subscriptions/subscription';
import type { MailLinks } from './compose/reader';
import type { Sender } from './headers';

/** Where mails get what they say and to whom. Readings of people and subscriptions are strongly consistent. */
export interface Newsroom {
  readonly people: { byPerson(personId: string, now?: Date): Promise<Subscriber | null> };
  readonly subscriptions: { get(subscriptionId: string, now?: Date): Promise<Subscription | null> };
  readonly events: { get(id: string): Promise<NewsEvent | null> };
  readonly fanOuts: Pick<FanOutStore, 'why'>;
  readonly outbox: Pick<OutboxStore, 'alerts'>;
  readonly links: MailLinks;
  /** A query's reading in words, e.g. "official visits to CECOT". */
  describe(query: string, language: MailLanguage): string;
  readonly sender: Sender;
  /** Where reports to the operator go. */
  readonly operator: { readonly address: string; readonly language: MailLanguage; readonly timeZone: string };
  readonly clock: Clock;
}

/** Person to whom mails for the operator are queued. */
export const OPERATOR = 'operator';
