import type { MailLanguage } from './subscription';

/** Version of the wording a person agrees to on the sign-up and confirm pages; raise it when the wording changes. */
export const WORDING_VERSION = '2026-11-22';

export const CONSENT_ACTS = [
  'requested',
  'confirmation-asked',
  'confirmation-sent',
  'confirmed',
  'added',
  'changed',
  'paused',
  'snoozed',
  'resumed',
  'unsubscribed',
  'undone',
  'new-links',
  'reinstated',
] as const;
export type ConsentAct = (typeof CONSENT_ACTS)[number];

/** Where a person's request came from. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string;
  /** Address of the page or API that took the request, without any token. */
  readonly form: string;
  readonly locale: MailLanguage;
}

/** One line of the evidence that a person asked for our mail: what was done, when, from where, under which words. */
export interface Consent extends Partial<Origin> {
  readonly act: ConsentAct;
  /** ISO instant. */
  readonly at: string;
  readonly wording: string;
  readonly subscriptionId?: string;
  readonly query?: string;
  readonly frequency?: string;
  /** For changes: the fields that changed, before and after. */
  readonly change?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}
