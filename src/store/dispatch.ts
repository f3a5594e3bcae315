import { COMES_FROM, type OutboxRow, type OutboxState } from '../alerts/outbox-row';
import type { Clock } from '../clock';
import {
  KEEP_SETTLED,
  type MailId,
  all,
  atLeast,
  dueShard,
  equal,
  inState,
  itemKey,
  ttlAfter,
} from './outbox-items';
import type { Condition, Item, Table } from './table';

/** States in which no further step is due. */
export type Settled = Extract<OutboxState, 'SENT' | 'SUPPRESSED' | 'CANCELLED' | 'FAILED'>;

/** Partition of the `list` index under which mails that need an operator's eye are found. */
export const troubleList = (state: 'FAILED' | 'IN_DOUBT'): string => `OUTBOX#${state}`;

/** The steps of a mail on its way out. Each returns false when somebody else was faster, which is never an error. */
export class DispatchStore {
  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a pending mail for one send, if it is still as it was when rendered. The row stays due at the end of the
   * lease, so that a holder that dies is noticed.
   */
  claim(row: OutboxRow, owner: string, leaseSeconds: number, subject: string): Promise<boolean> {
    return this.table.update(itemKey(row), {
      set: { state: 'SENDING', owner, subject, dueAt: this.after(leaseSeconds) },
      add: { attempt: 1 },
      when: all(
        inState(...COMES_FROM.SENDING),
        equal('revision', row.revision),
        equal('attempt', row.attempt),
      ),
    });
  }

  /** Puts a mail back to wait; `failed` counts towards giving up. `row` is as read before the step that failed. */
  postpone(row: OutboxRow, seconds: number, reason: string, { failed = false } = {}): Promise<boolean> {
    return this.table.update(itemKey(row), {
      set: { state: 'PENDING', dueAt: this.after(seconds), reason },
      remove: ['owner', 'listKey', 'listSort'],
      add: { failures: failed ? 1 : 0 },
      when: all(inState('PENDING', 'SENDING', 'IN_DOUBT'), equal('attempt', row.attempt)),
    });
  }

  /** Notes that nobody knows whether SES took the mail; the next step is due after the grace. */
  doubt(row: OutboxRow, graceSeconds: number, reason: string): Promise<boolean> {
    return this.table.update(itemKey(row), {
      set: {
        state: 'IN_DOUBT',
        dueAt: this.after(graceSeconds),
        reason,
        listKey: troubleList('IN_DOUBT'),
        listSort: this.clock.now().toISOString(),
      },
      remove: ['owner'],
      add: { doubts: 1 },
      when: all(inState(...COMES_FROM.IN_DOUBT), equal('attempt', row.attempt)),
    });
  }

  /** Ends a mail in this very attempt. */
  settle(row: OutboxRow, state: Settled, facts: { sesId?: string; reason?: string } = {}): Promise<boolean> {
    return this.end(row, state, facts, all(inState(...COMES_FROM[state]), equal('attempt', row.attempt)));
  }

  /**
   * Ends a mail on the word of SES about one of its attempts, this or an earlier one: also when it is about to be sent
   * again for want of proof.
   */
  prove(
    id: MailId,
    state: 'SENT' | 'SUPPRESSED' | 'FAILED',
    facts: { sesId: string; reason?: string; attempt: number },
  ) {
    const { attempt, ...rest } = facts;
    return this.end(id, state, rest, all(inState(...COMES_FROM[state]), atLeast('attempt', attempt)));
  }

  private end(id: MailId, state: Settled, facts: Item, when: Condition): Promise<boolean> {
    const now = this.clock.now();
    return this.table.update(itemKey(id), {
      set: {
        state,
        ...facts,
        settledAt: now.toISOString(),
        ttl: ttlAfter(now, KEEP_SETTLED),
        ...(state === 'SENT' && { sentAt: now.toISOString() }),
        ...(state === 'FAILED' && { listKey: troubleList('FAILED'), listSort: now.toISOString() }),
      },
      remove: ['dueAt', 'dueShard', 'owner', ...(state === 'FAILED' ? [] : ['listKey', 'listSort'])],
      when,
    });
  }

  /** Lets an operator try a failed mail again. */
  retry(id: MailId, lane: 'post' | 'news'): Promise<boolean> {
    return this.table.update(itemKey(id), {
      set: {
        state: 'PENDING',
        failures: 0,
        doubts: 0,
        dueAt: this.after(0),
        dueShard: dueShard(lane, id.personId),
      },
      remove: ['listKey', 'listSort', 'settledAt', 'ttl', 'reason'],
      when: inState('FAILED'),
    });
  }

  /** Mails that ended in failure or wait in doubt, newest first. */
  async *trouble(state: 'FAILED' | 'IN_DOUBT'): AsyncGenerator<Item> {
    yield* this.table.query({ index: 'list', partition: troubleList(state), descending: true });
  }

  private after(seconds: number): string {
    return new Date(this.clock.now().getTime() + seconds * 1000).toISOString();
  }
}
