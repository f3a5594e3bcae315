import { createHash } from 'node:crypto';
import { dueAt } from '../alerts/due-at';
import { type DigestRow, type OutboxRow, isConfirmation, mailKey } from '../alerts/outbox-row';
import type { Log } from '../log';
import type { DispatchStore } from '../store/dispatch';
import type { OutboxStore } from '../store/outbox';
import { type Audience, audienceOf, findings, fingerprint } from './audience';
import { HeaderInjection } from './header-injection';
import { AddressRefused } from './mime';
import type { Newsroom } from './newsroom';
import type { Pace } from './pace';
import { type Prepared, prepare } from './prepare';
import type { Post } from './ses';
import { type SesVerdict, sesVerdict } from './ses-error';

export interface SendDeps extends Newsroom {
  readonly outbox: Pick<OutboxStore, 'due' | 'alerts' | 'gather'>;
  readonly dispatch: DispatchStore;
  readonly post: Post;
  readonly pace: Pace;
  readonly log: Log;
  /** Names this run. */
  readonly owner: string;
  /** Take up no mail after this instant. */
  readonly until: Date;
  /** Part of the account's sending rate this run may use, 0 to 1; 1 when not given. */
  readonly share?: number;
  /** Mails under way at once. */
  readonly width?: number;
  /** Composes a mail; `prepare` when not given. */
  readonly prepare?: typeof prepare;
  /** Told when SES took a confirmation: that a person was asked is part of the evidence of their consent. */
  readonly onConfirmationSent?: (personId: string) => Promise<void>;
  /** How long a mail in doubt waits for proof. */
  readonly graceSeconds?: number;
}

export type Stop = Extract<SesVerdict, 'quota' | 'paused' | 'sender-unverified' | 'unreached'>;
export interface End {
  readonly count: 'sent' | 'cancelled' | 'failed' | 'postponed' | 'inDoubt' | 'taken';
  readonly stop?: Stop;
}

export const OPERATOR_MUST_ACT: ReadonlySet<string> = new Set(['paused', 'sender-unverified']);

/** Longer than one send can take, so that a lease that is over has no live holder. */
const LEASE_SECONDS = 60;
/** A holder this slow does not send any more: its lease may end while SES thinks. */
const SEND_WITHIN_MS = 40_000;
const GRACE_SECONDS = 900;
const MOST_FAILURES = 5;
const MOST_DOUBTS = 5;

const counted = async (done: Promise<boolean>, count: End['count'], stop?: Stop): Promise<End> => ({
  count: (await done) ? count : 'taken',
  ...(stop && { stop }),
});

/** Seconds to wait after the nth failure, doubling, spread by a tenth so that mails that failed together part. */
export function backOff(row: OutboxRow, n: number, first: number, most: number): number {
  const spread =
    createHash('sha256')
      .update(`${mailKey(row)} ${n}`)
      .digest()[0]! / 2550;
  return Math.round(Math.min(most, first * 2 ** n) * (1 + spread));
}

const reasonOf = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return `${name}: ${message}`.slice(0, 300);
};

/** Sends one pending mail. */
export async function sendOne(deps: SendDeps, row: OutboxRow): Promise<End> {
  const { dispatch, clock } = deps;
  const quota = await deps.post.quota();
  if (quota.left <= 0) return { count: 'postponed', stop: 'quota' };
  let prepared: Prepared | string;
  try {
    prepared = await (deps.prepare ?? prepare)(deps, row);
  } catch (error) {
    return unwritable(deps, row, error);
  }
  if (typeof prepared === 'string')
    return counted(dispatch.settle(row, 'CANCELLED', { reason: prepared }), 'cancelled');

  await deps.pace.turn(quota.rate * (deps.share ?? 1));
  const claimedAt = clock.now().getTime();
  if (!(await dispatch.claim(row, deps.owner, LEASE_SECONDS, prepared.subject))) return { count: 'taken' };
  const claimed: OutboxRow = { ...row, state: 'SENDING', attempt: row.attempt + 1 };

  // Read after the claim: whoever unsubscribed before this instant gets no mail, however long ago the mail was queued
  // or written. Read before it, an unsubscription while the mail waits for its turn would be missed.
  let audience: Audience | string;
  try {
    audience = await audienceOf(deps, row, prepared.alerts);
  } catch (error) {
    return counted(dispatch.postpone(claimed, 30, reasonOf(error)), 'postponed');
  }
  if (typeof audience === 'string')
    return counted(dispatch.settle(claimed, 'CANCELLED', { reason: audience }), 'cancelled');
  if (fingerprint(audience) !== prepared.writtenFor)
    return counted(dispatch.postpone(claimed, 0, 'the subscriptions changed meanwhile'), 'postponed');
  if (clock.now().getTime() - claimedAt > SEND_WITHIN_MS)
    return counted(dispatch.postpone(claimed, 0, 'the sender was too slow'), 'postponed');

  let sesId: string;
  try {
    sesId = await deps.post.send(prepared.request);
  } catch (error) {
    return refused(deps, claimed, error);
  }
  deps.log.info('mail.sent', {
    kind: row.kind === 'notice' ? row.notice : row.kind,
    attempt: claimed.attempt,
    waitedMs: clock.now().getTime() - Date.parse(row.queuedAt),
  });
  if (!(await dispatch.settle(claimed, 'SENT', { sesId }))) return { count: 'taken' };
  if (isConfirmation(row)) await deps.onConfirmationSent?.(row.personId);
  return { count: 'sent' };
}

/** A mail that cannot be composed is tried a few times, since what it needs may still be coming. */
function unwritable(deps: SendDeps, row: OutboxRow, error: unknown): Promise<End> {
  const reason = reasonOf(error);
  const hopeless = error instanceof AddressRefused || error instanceof HeaderInjection;
  if (hopeless || row.failures + 1 >= MOST_FAILURES) {
    deps.log.error('mail.failed', { mail: mailKey(row), reason });
    return counted(deps.dispatch.settle(row, 'FAILED', { reason }), 'failed');
  }
  const wait = backOff(row, row.failures, 60, 1800);
  return counted(deps.dispatch.postpone(row, wait, reason, { failed: true }), 'postponed');
}

/** What to do with a mail that SES did not clearly take. */
function refused(deps: SendDeps, row: OutboxRow, error: unknown): Promise<End> {
  const { dispatch, log } = deps;
  const verdict = sesVerdict(error, deps.sender.address);
  const reason = `${verdict}: ${reasonOf(error)}`;
  log.warn('mail.refused', { verdict, attempt: row.attempt });
  switch (verdict) {
    case 'throttled':
      return counted(
        dispatch.postpone(row, backOff(row, Math.min(row.attempt, 6), 5, 600), reason),
        'postponed',
      );
    case 'quota':
      return counted(dispatch.postpone(row, 3600, reason), 'postponed', 'quota');
    case 'paused':
    case 'sender-unverified':
      return counted(dispatch.postpone(row, 900, reason), 'postponed', verdict);
    case 'unreached':
      return counted(dispatch.postpone(row, 60, reason), 'postponed', 'unreached');
    case 'sandbox':
    case 'rejected':
      log.error('mail.failed', { mail: mailKey(row), reason });
      return counted(dispatch.settle(row, 'FAILED', { reason }), 'failed');
    case 'ambiguous':
      return counted(dispatch.doubt(row, deps.graceSeconds ?? GRACE_SECONDS, reason), 'inDoubt');
  }
}

/**
 * No proof came that SES took the mail. It is sent once more: a rare second copy is better than a loss. An hourly or
 * daily digest goes into the next one instead; a week would be too long to wait for news.
 */
export async function resolveDoubt(deps: SendDeps, row: OutboxRow): Promise<End> {
  const { dispatch } = deps;
  if ((row.doubts ?? 0) >= MOST_DOUBTS) {
    const reason = `no proof of sending after ${MOST_DOUBTS} attempts; the last: ${row.reason ?? ''}`;
    deps.log.error('mail.failed', { mail: mailKey(row), reason });
    return counted(dispatch.settle(row, 'FAILED', { reason }), 'failed');
  }
  if (row.kind === 'digest' && (row.frequency === 'hourly' || row.frequency === 'daily')) {
    const next = await foldInto(deps, row);
    if (next) return counted(dispatch.settle(row, 'CANCELLED', { reason: next }), 'cancelled');
  }
  return counted(dispatch.postpone(row, 0, 'no proof of sending'), 'postponed');
}

async function foldInto(deps: SendDeps, row: DigestRow): Promise<string | null> {
  const alerts = await deps.outbox.alerts(row.entries.map((key) => ({ personId: row.personId, key })));
  const audience = await audienceOf(deps, row, alerts);
  if (typeof audience === 'string') return audience;
  const wants = alerts
    .flatMap(findings)
    .map(({ subscriptionId }) => audience.subscriptions.get(subscriptionId));
  const wish = wants.find((subscription) => subscription?.frequency === row.frequency);
  if (!wish) return null;
  const next = dueAt(wish, deps.clock.now());
  if (next.mail === 'alone' || !(await deps.outbox.gather(row.personId, next, row.entries))) return null;
  return `its events went into ${next.key}`;
}
