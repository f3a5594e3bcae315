import { createHmac } from 'node:crypto';
import { omit } from '../omit';
import { mailboxOf } from '../subscriptions/address';
import type { MailLanguage, Subscriber } from '../subscriptions/subscription';
import { ABSENT, type Item, PRESENT, type Table } from './table';

const DAY = 86_400;
/** Sign-ups that nobody confirms are forgotten after this many days. */
export const PENDING_DAYS = 7;
/** Confirmation mails one mailbox is sent: never two within a day, never more than three in thirty days. */
const RESEND_HOURS = 24;
const MAILS_IN_30_DAYS = 3;

const personKey = (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'PERSON' });
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

interface PersonItem extends Subscriber {
  readonly ttl?: number;
}

/**
 * People and their addresses, in the people table only.
 *
 *     PERSON#<id>    PERSON         the subscriber; expires while pending
 *     ADDRESS#<hmac> ADDRESS        leads from an address to its person
 *     ADDRESS#<hmac> CONFIRMATIONS  when confirmation mails were sent to the mailbox, for 31 days
 *     ADDRESS#<hmac> DO-NOT-MAIL    the mailbox's owner wants nothing from us; holds no address
 *
 * No transactions. The address is claimed before the person is written and released before the person is
 * deleted, and every step may be repeated, so whoever repeats an interrupted request completes it.
 */
export class SubscriberStore {
  /** @param key secret under which addresses are hashed; another key would not find anybody again */
  constructor(
    private readonly table: Table,
    private readonly key: string,
  ) {}

  /** HMAC-SHA-256 of a normalised address, hex: the name of an address where it must not be readable. */
  nameOf(address: string): string {
    return createHmac('sha256', this.key).update(address).digest('hex');
  }

  /** The person, unless erased or expired. */
  async byPerson(personId: string, now?: Date): Promise<Subscriber | null> {
    const item = await this.table.get<PersonItem>(personKey(personId));
    if (!item || item.state === 'erased') return null;
    return item.ttl !== undefined && item.ttl <= seconds(now ?? new Date())
      ? null
      : omit(item, 'pk', 'sk', 'ttl', 'dueShard', 'dueAt');
  }

  async byAddress(address: string, now?: Date): Promise<Subscriber | null> {
    const claim = await this.table.get<{ personId: string }>(this.addressKey(address));
    const person = claim && (await this.byPerson(claim.personId, now));
    return person?.address === address ? person : null;
  }

  /** The person of this address; `fresh` becomes a pending one when there is none. */
  async admit(fresh: Subscriber, now: Date): Promise<Subscriber> {
    const ttl = seconds(now) + PENDING_DAYS * DAY;
    const key = this.addressKey(fresh.address);
    const claimed = await this.table.put(
      { ...key, personId: fresh.personId, ttl },
      this.absentOrExpired(now),
    );
    const personId = claimed
      ? fresh.personId
      : ((await this.table.get<{ personId: string }>(key))?.personId ?? fresh.personId);
    // The claim of an interrupted request may lead to nobody: its person is written now.
    const person = { ...fresh, personId };
    await this.table.put({ ...personKey(personId), ...person, ttl }, this.absentOrExpired(now));
    return (await this.byPerson(personId, now)) ?? person;
  }

  /** Makes a pending person active. False when nobody is there to activate (expired or erased). */
  async activate(person: Subscriber, now: Date): Promise<boolean> {
    await this.table.put({ ...this.addressKey(person.address), personId: person.personId });
    return this.table.update(personKey(person.personId), {
      set: { state: 'active' },
      setOnce: { confirmedAt: now.toISOString() },
      remove: ['ttl', 'suspendedBecause'],
      when: {
        expression: 'attribute_exists(pk) AND #state <> :erased',
        names: { '#state': 'state' },
        values: { ':erased': 'erased' },
      },
    });
  }

  /** Stops all mail to a person, because their mailbox or they themselves refused it. */
  async suspend(personId: string, because: NonNullable<Subscriber['suspendedBecause']>): Promise<boolean> {
    return this.inState(personId, ['active', 'pending'], { state: 'suspended', suspendedBecause: because });
  }

  /** Mails again to a suspended person who asked for it on the preference page. */
  async reinstate(personId: string): Promise<boolean> {
    return this.inState(personId, ['suspended'], { state: 'active', suspendedBecause: undefined });
  }

  /** Lets a person who holds no subscription any more expire, or keeps them (null). */
  async setExpiry({ personId, address }: Subscriber, expires: Date | null): Promise<void> {
    const ttl = expires ? Math.floor(expires.getTime() / 1000) : undefined;
    await this.table.put({ ...this.addressKey(address), personId, ttl });
    await this.table.update(personKey(personId), { set: { ttl }, when: PRESENT });
  }

  async change(
    personId: string,
    set: { language?: MailLanguage; timeZone?: string; tokenHash?: string; linkGeneration?: number },
  ): Promise<boolean> {
    return this.table.update(personKey(personId), {
      set: Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
      when: PRESENT,
    });
  }

  /**
   * The instant that names the confirmation mail a person may have now, or null when the mailbox has had its share.
   * Within a day it is the same instant for the same person, so that an interrupted request is completed and a
   * repeated one sends nothing; another spelling of the mailbox gets none.
   */
  async confirmationSlot({ address, personId }: Subscriber, now: Date): Promise<string | null> {
    const key = { ...this.mailboxKey(address), sk: 'CONFIRMATIONS' };
    const item = await this.table.get<{ sent: string[]; last: string; personId: string }>(key);
    const since = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
    if (item && item.last > since(RESEND_HOURS)) return item.personId === personId ? item.last : null;
    const sent = (item?.sent ?? []).filter((at) => at > since(30 * 24));
    if (sent.length >= MAILS_IN_30_DAYS) return null;
    const last = now.toISOString();
    const taken = await this.table.put(
      { ...key, sent: [...sent, last], last, personId, ttl: seconds(now) + 31 * DAY },
      item
        ? { expression: '#last = :read', names: { '#last': 'last' }, values: { ':read': item.last } }
        : ABSENT,
    );
    return taken ? last : null;
  }

  /** Puts the mailbox on the do-not-mail list. Keeps nothing by which the address could be read. */
  async forbid(address: string, because: 'not-me' | 'erased', now: Date): Promise<void> {
    const key = { ...this.mailboxKey(address), sk: 'DO-NOT-MAIL' };
    await this.table.put({ ...key, because, at: now.toISOString() });
  }

  async isForbidden(address: string): Promise<boolean> {
    return (await this.table.get({ ...this.mailboxKey(address), sk: 'DO-NOT-MAIL' })) !== null;
  }

  /** From here on nobody mails the person; the rest of the erasure is due until {@link forget} ends it. */
  async beginErasure(personId: string, now: Date): Promise<boolean> {
    return this.table.update(personKey(personId), {
      set: { state: 'erased', dueShard: 'ERASURE', dueAt: now.toISOString() },
      remove: ['ttl'],
      when: PRESENT,
    });
  }

  /** Deletes the address, then the person. Consents are deleted before (see `ConsentStore`). */
  async forget(personId: string): Promise<void> {
    const item = await this.table.get<PersonItem>(personKey(personId));
    if (!item) return;
    await this.table.delete(this.addressKey(item.address), {
      expression: 'personId = :id',
      values: { ':id': personId },
    });
    await this.table.delete({ ...this.mailboxKey(item.address), sk: 'CONFIRMATIONS' });
    await this.table.delete(personKey(personId));
  }

  /** People whose erasure was begun and interrupted. */
  async *unfinishedErasures(now: Date): AsyncGenerator<string> {
    const range = { index: 'due', partition: 'ERASURE', upTo: now.toISOString() } as const;
    for await (const { personId } of this.table.query<Subscriber>(range)) yield personId;
  }

  private addressKey(address: string) {
    return { pk: `ADDRESS#${this.nameOf(address)}`, sk: 'ADDRESS' };
  }

  private mailboxKey(address: string) {
    return { pk: `ADDRESS#${this.nameOf(mailboxOf(address))}` };
  }

  private absentOrExpired(now: Date) {
    return {
      expression: 'attribute_not_exists(pk) OR #ttl <= :now',
      names: { '#ttl': 'ttl' },
      values: { ':now': seconds(now) },
    };
  }

  private inState(personId: string, states: readonly string[], set: Item): Promise<boolean> {
    const values = Object.fromEntries(states.map((state, i) => [`:s${i}`, state]));
    return this.table.update(personKey(personId), {
      set,
      when: {
        expression: `#state IN (${Object.keys(values).join(', ')})`,
        names: { '#state': 'state' },
        values,
      },
    });
  }
}
