import type { Subscriber } from './subscription';
import type { Tokens } from './token';

/** The secret addresses that mails carry. Mails are the only place where they are written down. */
export class Links {
  /** @param site public address of the site, without a trailing slash */
  constructor(
    private readonly site: string,
    private readonly tokens: Tokens,
  ) {}

  /** Page whose button confirms the person's pending subscriptions. */
  confirm(personId: string): string {
    return `${this.site}/confirm/${personId}/${this.tokens.make('confirm', personId)}`;
  }

  /** Page whose button says "I did not ask for this; never write to me". */
  notMe(personId: string): string {
    return `${this.site}/not-me/${personId}/${this.tokens.make('not-me', personId)}`;
  }

  preferences(person: Pick<Subscriber, 'personId' | 'linkGeneration'>): string {
    const token = this.tokens.make('preferences', person.personId, person.linkGeneration);
    return `${this.site}/preferences/${person.personId}/${token}`;
  }

  /** For `List-Unsubscribe` and the foot of the mail: a POST with `List-Unsubscribe=One-Click` ends it at once. */
  unsubscribe(subscriptionId: string): string {
    return `${this.site}/unsubscribe/${subscriptionId}/${this.tokens.make('unsubscribe', subscriptionId)}`;
  }

  /** The same for all subscriptions of a person, for mails that stand for several of them. */
  unsubscribeAll(personId: string): string {
    return `${this.site}/unsubscribe-all/${personId}/${this.tokens.make('unsubscribe-all', personId)}`;
  }

  /** Private feed of one subscription. */
  feed(subscriptionId: string, format: 'atom' | 'json'): string {
    return `${this.site}/feed/${subscriptionId}/${this.tokens.make('feed', subscriptionId)}.${format}`;
  }

  /** Public page of an event. */
  event(eventId: string): string {
    return `${this.site}/events/${eventId}`;
  }
}
