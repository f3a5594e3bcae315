/** Mails about the subscription itself, as opposed to alerts. */
export const REQUESTED_MAILS = [
  'confirmation',
  'welcome',
  'goodbye',
  'already-subscribed',
  'suspension',
] as const;
export type RequestedMail = (typeof REQUESTED_MAILS)[number];

export interface MailRequest {
  /** Equal keys are one mail, however often it is requested. */
  readonly key: string;
  readonly personId: string;
  readonly kind: RequestedMail;
  /**
   * Facts for the text: `subscriptionIds`, and `query`, cleaned for quoting (see `quotable`). Never a link and
   * never an address: the composer makes links with `Links` at the moment of sending.
   */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A mail to a person, as they may see it. Instants are ISO; `sentAt` and `subject` are there once it was sent. */
export interface MailRecord {
  readonly kind: string;
  readonly state: string;
  readonly queuedAt: string;
  readonly sentAt?: string;
  readonly subject?: string;
}

/** Where mails are asked for; they are composed and sent elsewhere. */
export interface Outbox {
  /** False when a mail of this key had been requested before. */
  requestMail(row: MailRequest): Promise<boolean>;
  /** Mails of the last months, in no order. */
  ofPerson(personId: string): AsyncIterable<MailRecord>;
}
