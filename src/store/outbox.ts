import {
  type AlertRow,
  type DigestFrequency,
  type NoticeKind,
  type OutboxRow,
  alertRowKey,
  noticeRowKey,
} from '../alerts/outbox-row';
import type { Clock } from '../clock';
import {
  KEEP_COLLECTED,
  type Lane,
  type MailId,
  all,
  duePartition,
  dueShard,
  equal,
  inState,
  itemKey,
  orAbsent,
  toRow,
  ttlAfter,
} from './outbox-items';
import { ABSENT, type Condition, type Item, type Table } from './table';

/** One query of one person found an event, or an update of it. */
export interface Finding {
  readonly personId: string;
  readonly eventId: string;
  readonly update: number;
  readonly queryHash: string;
  readonly subscriptionId: string;
  /** True when the person was told of the event before. */
  readonly follows: boolean;
}

export interface DigestSlot {
  readonly key: string;
  readonly frequency: DigestFrequency;
  readonly dueAt: string;
}

/** A mail somebody asked for by name. `key` makes it unique for the person and kind. */
export interface NoticeRequest {
  readonly key: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  /** What the mail says; never an address. */
  readonly data: Readonly<Record<string, unknown>>;
}

export const idOf = (found: Finding): MailId => ({
  personId: found.personId,
  key: alertRowKey(found.eventId, found.update),
});

/** Mails waiting to be sent. Every step is one conditional write to one item of the alerts table. */
export class OutboxStore {
  constructor(
    private readonly table: Table,
    private readonly clock: Clock,
  ) {}

  /** Queues the event as a mail of its own, or adds the query while that waits; false when it has left. */
  placeAlone(found: Finding, dueAt: string): Promise<boolean> {
    const fresh = { state: 'PENDING', dueAt, dueShard: dueShard('news', found.personId) };
    return this.join(found, fresh, orAbsent(inState('PENDING')));
  }

  /** Notes the event for a digest, or adds the query to the note; false when the person has it elsewhere. */
  collect(found: Finding, { key, dueAt }: DigestSlot): Promise<boolean> {
    const keep = ttlAfter(this.clock.now(), KEEP_COLLECTED);
    const fresh = { state: 'COLLECTED', digest: key, digestDue: dueAt, ttl: keep };
    return this.join(found, fresh, orAbsent(all(inState('COLLECTED'), equal('digest', key))));
  }

  /** Adds the query to a mail or note that waits; false when there is none. */
  joinWaiting(found: Finding): Promise<boolean> {
    return this.join(found, {}, inState('PENDING', 'COLLECTED'));
  }

  private join(found: Finding, fresh: Item, when: Condition): Promise<boolean> {
    const { personId, eventId, update, follows } = found;
    return this.table.update(itemKey(idOf(found)), {
      setOnce: {
        kind: 'alert',
        personId,
        eventId,
        update,
        follows,
        ...fresh,
        queuedAt: this.clock.now().toISOString(),
        attempt: 0,
        failures: 0,
      },
      add: { queries: new Set([`${found.queryHash}|${found.subscriptionId}`]), revision: 1 },
      when,
    });
  }

  /** Lets a collected event wait in another digest, because its own has left. */
  moveTo(id: MailId, from: DigestSlot, to: DigestSlot): Promise<boolean> {
    return this.table.update(itemKey(id), {
      set: { digest: to.key, digestDue: to.dueAt },
      when: all(inState('COLLECTED'), equal('digest', from.key)),
    });
  }

  /** Takes an event out of its digest, to be mailed by itself. */
  promote(id: MailId, dueAt: string): Promise<boolean> {
    return this.table.update(itemKey(id), {
      set: { state: 'PENDING', dueAt, dueShard: dueShard('news', id.personId) },
      remove: ['digest', 'digestDue', 'ttl'],
      add: { revision: 1 },
      when: inState('COLLECTED'),
    });
  }

  /** Adds entries to a digest, making it if need be; false when it has left. */
  gather(personId: string, slot: DigestSlot, entries: readonly string[]): Promise<boolean> {
    return this.table.update(itemKey({ personId, key: slot.key }), {
      setOnce: {
        kind: 'digest',
        personId,
        frequency: slot.frequency,
        state: 'PENDING',
        dueAt: slot.dueAt,
        dueShard: dueShard('news', personId),
        queuedAt: this.clock.now().toISOString(),
        attempt: 0,
        failures: 0,
      },
      add: { entries: new Set(entries), revision: 1 },
      when: orAbsent(inState('PENDING')),
    });
  }

  /** Makes a waiting mail tell a later update as well; false when it has left. */
  async carry(row: AlertRow, update: number): Promise<boolean> {
    const telling = { personId: row.personId, key: row.digest ?? row.key };
    const waits = await this.table.update(itemKey(telling), {
      add: { revision: 1 },
      when: inState('PENDING'),
    });
    if (!waits) return false;
    const when = inState(row.digest === undefined ? 'PENDING' : 'COLLECTED');
    return this.table.update(itemKey(row), { set: { carries: update }, add: { revision: 1 }, when });
  }

  /** Queues a mail asked for by name; false when the same was asked for before. */
  requestMail(request: NoticeRequest): Promise<boolean> {
    const { personId, kind, key, data } = request;
    const now = this.clock.now().toISOString();
    return this.table.put(
      {
        ...itemKey({ personId, key: noticeRowKey(kind, key) }),
        kind: 'notice',
        notice: kind,
        personId,
        data,
        state: 'PENDING',
        dueAt: now,
        queuedAt: now,
        dueShard: dueShard('post', personId),
        attempt: 0,
        failures: 0,
        revision: 1,
      },
      ABSENT,
    );
  }

  async get({ personId, key }: MailId): Promise<OutboxRow | null> {
    const item = await this.table.get(itemKey({ personId, key }));
    return item && toRow(item);
  }

  /** The alert rows that exist among `ids`. */
  async alerts(ids: readonly MailId[]): Promise<AlertRow[]> {
    const rows = (await this.table.batchGet(ids.map(itemKey))).map(toRow);
    return rows.filter((row) => row.kind === 'alert');
  }

  /** All mails of a person, for export and erasure. */
  async *ofPerson(personId: string): AsyncGenerator<OutboxRow> {
    for await (const item of this.table.query({ partition: itemKey({ personId, key: '' }).pk })) {
      if (item['kind'] === 'alert' || item['kind'] === 'digest' || item['kind'] === 'notice')
        yield toRow(item);
    }
  }

  /** Rows whose next step is due, soonest first. Each is read again, since an index may lag behind its table. */
  async *due(lane: Lane, shard: number): AsyncGenerator<OutboxRow> {
    const now = this.clock.now().toISOString();
    const range = { index: 'due', partition: duePartition(lane, shard), upTo: now, pageSize: 50 } as const;
    for await (const { pk, sk } of this.table.query<{ pk: string; sk: string }>(range)) {
      const item = await this.table.get({ pk, sk });
      if (typeof item?.['dueAt'] === 'string' && item['dueAt'] <= now) yield toRow(item);
    }
  }
}
