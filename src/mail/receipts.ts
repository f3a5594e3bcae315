import { fromMailKey, isConfirmation } from '../alerts/outbox-row';
import type { Log } from '../log';
import type { DispatchStore } from '../store/dispatch';
import type { OutboxStore } from '../store/outbox';
import type { SoftBounces } from '../store/soft-bounces';
import type { Subscriber } from '../subscriptions/subscription';
import { OPERATOR } from './newsroom';
import { type SesEvent, mailOf, readSesEvent } from './ses-event';

export interface ReceiptDeps {
  readonly dispatch: Pick<DispatchStore, 'prove'>;
  readonly people: {
    suspend(personId: string, because: NonNullable<Subscriber['suspendedBecause']>): Promise<unknown>;
  };
  readonly softBounces: Pick<SoftBounces, 'note' | 'clear'>;
  readonly outbox: Pick<OutboxStore, 'requestMail'>;
  /** Told when the proof came that a confirmation was sent, before its sender could write it down. */
  readonly onConfirmationSent?: (personId: string) => Promise<void>;
  readonly log: Log;
}

export interface ReceiptSummary {
  /** Mails whose acceptance or refusal became known through these events. */
  proved: number;
  suspended: number;
  bounces: number;
  complaints: number;
  /** Events that are none of ours or cannot be read. */
  foreign: number;
}

/** Passing failures in a row after which we stop trying. */
const MOST_SOFT_BOUNCES = 5;
const SUPPRESSED = new Set(['OnAccountSuppressionList', 'Suppressed']);

/**
 * Writes down what SES reports about mails. Events may come twice, late and in any order: each is a conditional write
 * that only moves a mail forward. What cannot be read is logged and passed over, so that it blocks nothing.
 */
export async function recordReceipts(
  deps: ReceiptDeps,
  notifications: readonly unknown[],
): Promise<ReceiptSummary> {
  const summary = { proved: 0, suspended: 0, bounces: 0, complaints: 0, foreign: 0 };
  for (const notification of notifications) {
    const event = readSesEvent(notification);
    const about = event && mailOf(event);
    const id = about && fromMailKey(about.mailKey);
    if (event && id) await record(deps, event, id, about.attempt, summary);
    else {
      summary.foreign++;
      deps.log.warn('receipt.foreign', { sample: JSON.stringify(notification)?.slice(0, 120) });
    }
  }
  return summary;
}

async function record(
  deps: ReceiptDeps,
  event: SesEvent,
  id: { personId: string; key: string },
  attempt: number,
  summary: ReceiptSummary,
): Promise<void> {
  const sesId = event.mail.messageId;
  const proof = { sesId, attempt };
  const prove = async (...[state, reason]: ['SENT' | 'SUPPRESSED' | 'FAILED', string?]) => {
    if (!(await deps.dispatch.prove(id, state, { ...proof, ...(reason && { reason }) }))) return;
    summary.proved++;
    if (state === 'SENT' && isConfirmation(id)) await deps.onConfirmationSent?.(id.personId);
  };
  const suspend = async (because: 'bounce' | 'complaint' | 'suppressed') => {
    deps.log.warn('person.suspended', { because, operator: id.personId === OPERATOR });
    if (id.personId === OPERATOR) return;
    await deps.people.suspend(id.personId, because);
    summary.suspended++;
  };
  switch (event.eventType) {
    case 'Send':
      return prove('SENT');
    case 'Delivery':
      await prove('SENT');
      return deps.softBounces.clear(id.personId);
    case 'DeliveryDelay':
      deps.log.info('mail.delayed', { sesId });
      return prove('SENT');
    case 'Reject':
      return prove('FAILED', `SES rejected it: ${event.reject?.reason ?? ''}`);
    case 'Complaint':
      summary.complaints++;
      await prove('SENT');
      if (event.complaint.complaintSubType === 'OnAccountSuppressionList') return suspend('suppressed');
      return event.complaint.complaintFeedbackType === 'not-spam' ? undefined : suspend('complaint');
    case 'Bounce': {
      summary.bounces++;
      const { bounceType, bounceSubType } = event.bounce;
      if (SUPPRESSED.has(bounceSubType)) {
        await prove('SUPPRESSED', `the address is on a suppression list (${bounceSubType})`);
        return suspend('suppressed');
      }
      await prove('SENT');
      if (bounceType === 'Permanent') return suspend('bounce');
      if ((await deps.softBounces.note(id.personId, sesId)) < MOST_SOFT_BOUNCES) return;
      await suspend('bounce');
      // Only here can a notice arrive: a dead or complaining mailbox is never written to again.
      await deps.outbox.requestMail({
        key: sesId,
        personId: id.personId,
        kind: 'suspension',
        data: { because: 'bounce' },
      });
    }
  }
}
