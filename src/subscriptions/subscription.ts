/** Records of people and of what they asked for. Addresses live only in `Subscriber`, in the people table. */

export const MAIL_LANGUAGES = ['es', 'en', 'pt'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

export const FREQUENCIES = ['instant', 'hourly', 'daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Subscriber states; `suspended` after a hard bounce or complaint. */
export type SubscriberState = 'pending' | 'active' | 'suspended' | 'erased';

export interface Subscriber {
  /** Random 128-bit id, hex. The only name by which alerts and the outbox know a person. */
  readonly personId: string;
  /** Normalised address. */
  readonly address: string;
  readonly state: SubscriberState;
  readonly suspendedBecause?: 'bounce' | 'complaint' | 'suppressed' | 'operator';
  readonly language: MailLanguage;
  /** IANA time zone, e.g. `America/Lima`. */
  readonly timeZone: string;
  /** sha-256 (hex) of the preference-page token; the token itself is only in mails. */
  readonly tokenHash: string;
  /** Raised when the person asks for new links, which voids the preference links of older mails; absent means 0. */
  readonly linkGeneration?: number;
  readonly createdAt: string;
  readonly confirmedAt?: string | null;
}

export interface QuietHours {
  /** Local hours 0-23; mail is held from `from` (inclusive) to `to` (exclusive), across midnight when from > to. */
  readonly from: number;
  readonly to: number;
}

export type SubscriptionState = 'pending' | 'active' | 'paused' | 'unsubscribed';

/** A program of the person's that is told of events by HTTP POST, besides the mail. */
export interface Webhook {
  /** https address. */
  readonly url: string;
  /** Key of the signature, at least 32 characters; the person has a copy. */
  readonly secret: string;
  readonly format: 'json' | 'slack';
}

/** One person's standing query and how to tell them. Holds no address. */
export interface Subscription {
  readonly subscriptionId: string;
  readonly personId: string;
  readonly queryHash: string;
  /** The query as typed. */
  readonly query: string;
  readonly frequency: Frequency;
  readonly timeZone: string;
  /** Local hour of digests, 0-23. */
  readonly hour: number;
  /** ISO weekday of weekly digests, 1 = Monday. */
  readonly weekday: number;
  readonly quietHours: QuietHours | null;
  /** Mail again when an event moves on (announced, completed, cancelled). */
  readonly updates: boolean;
  readonly language: MailLanguage;
  readonly webhook?: Webhook | null;
  readonly state: SubscriptionState;
  /** ISO instant until which it is snoozed, or null. */
  readonly snoozedUntil: string | null;
  readonly createdAt: string;
  readonly confirmedAt: string | null;
  /** ISO instant of the last unsubscription; undone for 30 days, then the row expires. */
  readonly unsubscribedAt?: string | null;
}
