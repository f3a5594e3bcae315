import { randomBytes } from 'node:crypto';
import { omit } from '../omit';
import { CONSENT_ACTS, type Consent } from '../subscriptions/consent';
import { PENDING_DAYS } from './subscribers';
import { PRESENT, type Table } from './table';

interface ConsentItem extends Consent {
  readonly pk: string;
  readonly sk: string;
  readonly ttl?: number;
}

const DAY = 86_400;

/**
 * The evidence of consent, one item an act, in the people table under its person. Items are only added; those of
 * a sign-up that is never confirmed expire with it.
 */
export class ConsentStore {
  constructor(private readonly table: Table) {}

  /** @param lasting false while the person is pending */
  async record(personId: string, consent: Consent, lasting = true): Promise<void> {
    const expires = Math.floor(Date.parse(consent.at) / 1000) + PENDING_DAYS * DAY;
    // Acts of one instant are listed in the order in which they can happen.
    const order = String(CONSENT_ACTS.indexOf(consent.act)).padStart(2, '0');
    await this.table.put({
      pk: `PERSON#${personId}`,
      sk: `CONSENT#${consent.at}#${order}#${randomBytes(4).toString('hex')}`,
      ...consent,
      ttl: lasting ? undefined : expires,
    });
  }

  /** Lets all acts of a person expire, or keeps them (null). */
  async setExpiry(personId: string, expires: Date | null): Promise<void> {
    const ttl = expires ? Math.floor(expires.getTime() / 1000) : undefined;
    for await (const item of this.items(personId))
      if (item.ttl !== ttl)
        await this.table.update({ pk: item.pk, sk: item.sk }, { set: { ttl }, when: PRESENT });
  }

  /** All acts of a person, oldest first. */
  async of(personId: string): Promise<Consent[]> {
    const acts: Consent[] = [];
    for await (const item of this.items(personId)) acts.push(omit(item, 'pk', 'sk', 'ttl'));
    return acts;
  }

  async forget(personId: string): Promise<void> {
    for await (const { pk, sk } of this.items(personId)) await this.table.delete({ pk, sk });
  }

  private items(personId: string): AsyncGenerator<ConsentItem> {
    return this.table.query<ConsentItem>({ partition: `PERSON#${personId}`, prefix: 'CONSENT#' });
  }
}
