import { createHash } from 'node:crypto';

/**
 * States of one mail. They only move forward, except that a mail without proof of acceptance is tried again:
 *
 *     PENDING -> SENDING -> SENT | IN_DOUBT | SUPPRESSED | CANCELLED | FAILED
 *        ^__________|___________|
 *
 * COLLECTED is the state of an event that waits in a digest and is no mail of its own.
 */
export const OUTBOX_STATES = [
  'COLLECTED',
  'PENDING',
  'SENDING',
  'IN_DOUBT',
  'SENT',
  'SUPPRESSED',
  'CANCELLED',
  'FAILED',
] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Which states a mail may come from. A write that does not find one of them is refused by the table. */
export const COMES_FROM: Readonly<Record<OutboxState, readonly OutboxState[]>> = {
  COLLECTED: [],
  PENDING: ['COLLECTED', 'SENDING', 'IN_DOUBT'],
  SENDING: ['PENDING'],
  IN_DOUBT: ['SENDING'],
  SENT: ['PENDING', 'SENDING', 'IN_DOUBT'],
  SUPPRESSED: ['PENDING', 'SENDING', 'IN_DOUBT', 'SENT'],
  CANCELLED: ['COLLECTED', 'PENDING', 'SENDING', 'IN_DOUBT'],
  FAILED: ['PENDING', 'SENDING', 'IN_DOUBT', 'SENT'],
};

/** Mails asked for by name, not caused by news. */
export const NOTICES = [
  'confirmation',
  'welcome',
  'already-subscribed',
  'goodbye',
  'suspension',
  'still-watching',
  'operator-report',
] as const;
export type NoticeKind = (typeof NOTICES)[number];

interface Mail {
  readonly personId: string;
  /** Sort key in the person's partition; with `personId` the identity of the mail. */
  readonly key: string;
  readonly state: OutboxState;
  /** ISO instant at which the next step is due: sending, the end of a lease or of a grace. Absent when settled. */
  readonly dueAt?: string;
  /** ISO instant of queueing. */
  readonly queuedAt: string;
  /** Sends begun. */
  readonly attempt: number;
  /** Failures before a send was begun (e.g. rendering). */
  readonly failures: number;
  /** Counts changes of content while pending, so that what was rendered is what is claimed. */
  readonly revision: number;
  /** Times a send ended without an answer. */
  readonly doubts?: number;
  readonly owner?: string;
  /** As it was sent, so that updates of the event keep it. */
  readonly subject?: string;
  readonly sesId?: string;
  readonly sentAt?: string;
  readonly reason?: string;
}

/** One event for one person, mailed by itself, or (COLLECTED) waiting in a digest. */
export interface AlertRow extends Mail {
  readonly kind: 'alert';
  readonly eventId: string;
  readonly update: number;
  /** `queryHash|subscriptionId` of every query of this person that found the event. */
  readonly queries: readonly string[];
  /** The digest it waits in: its key and the instant it goes out. */
  readonly digest?: string;
  readonly digestDue?: string;
  /** True when the person was told of the event before, so that this is news of an update. */
  readonly follows?: boolean;
  /** Later update that this mail, still waiting when the update came, tells as well. */
  readonly carries?: number;
}

/** Several events for one person. */
export interface DigestRow extends Mail {
  readonly kind: 'digest';
  readonly frequency: DigestFrequency;
  /** Keys of the alert rows it gathers; those no longer COLLECTED have been mailed by themselves. */
  readonly entries: readonly string[];
}

/** `held` gathers what quiet hours or the hourly cap kept back. */
export type DigestFrequency = 'hourly' | 'daily' | 'weekly' | 'held';

export interface NoticeRow extends Mail {
  readonly kind: 'notice';
  readonly notice: NoticeKind;
  /** What the mail says; never an address. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type OutboxRow = AlertRow | DigestRow | NoticeRow;

export const alertRowKey = (eventId: string, update: number): string =>
  `MAIL#${eventId}#${String(update).padStart(4, '0')}`;

export const noticeRowKey = (kind: NoticeKind, key: string): string => `POST#${kind}#${key}`;

export const isConfirmation = ({ key }: { readonly key: string }): boolean =>
  key.startsWith(noticeRowKey('confirmation', ''));

/** Name of a mail outside the table: in its SES tag and its X-Alert-Key header. Only `A-Za-z0-9_-`. */
export const mailKey = (row: { personId: string; key: string }): string =>
  Buffer.from(`${row.personId} ${row.key}`).toString('base64url');

/** The row a mail key names; null when it is none of ours. */
export function fromMailKey(key: string): { personId: string; key: string } | null {
  const match = /^(\S+) (\S+)$/.exec(Buffer.from(key, 'base64url').toString());
  return match ? { personId: match[1]!, key: match[2]! } : null;
}

/** Outbox shards: each holds a fair part of all people, so that senders need no coordination. */
export const OUTBOX_SHARDS = 16;

export const shardOf = (personId: string): number =>
  createHash('sha256').update(personId).digest().readUInt16BE(0) % OUTBOX_SHARDS;
