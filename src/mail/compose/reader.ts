import type { Party } from '../../meaning/reading';
import type { MailLanguage, Subscriber, Subscription } from '../../subscriptions/subscription';
import { WORDS } from '../words/in-language';
import type { Words } from '../words/words';

/** Secret and public addresses that mails carry; `Links` of the subscriptions room makes them. */
export interface MailLinks {
  confirm(personId: string): string;
  notMe(personId: string): string;
  preferences(person: Subscriber): string;
  unsubscribe(subscriptionId: string): string;
  unsubscribeAll(personId: string): string;
  feed(subscriptionId: string, format: 'atom' | 'json'): string;
  event(eventId: string): string;
}

/** For whom a mail is composed, and where its links lead. */
export interface Reader {
  readonly language: MailLanguage;
  readonly timeZone: string;
  readonly preferences: string;
  readonly unsubscribeAll: string;
  /** Instant of composing, shown as the time of sending. */
  readonly now: Date;
}

/** One query of the reader and how it reads in words, in the reader's language. */
export interface Asked {
  readonly subscription: Pick<Subscription, 'subscriptionId' | 'query' | 'queryHash' | 'frequency'>;
  readonly reading: string;
  readonly unsubscribe: string;
}

export const wordsOf = ({ language }: Pick<Reader, 'language'>): Words => WORDS[language];

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs as much as the rest of a mail; there are few different ones. */
function dates(language: MailLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${JSON.stringify(options)}`;
  const format = made.get(name) ?? new Intl.DateTimeFormat(language, options);
  made.set(name, format);
  return format;
}

/** `12 mar 2026, 08:05`, in the reader's language and zone. */
export const moment = (instant: string | Date, { language, timeZone }: Reader): string =>
  dates(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));

export const dayOf = (instant: Date, { language, timeZone }: Reader): string =>
  dates(language, { dateStyle: 'long', timeZone }).format(instant);

/** A day `YYYY-MM-DD` or month `YYYY-MM` in words. */
export function calendar(date: string, { language }: Reader): string {
  const month = date.length === 7;
  const style = month ? ({ month: 'long', year: 'numeric' } as const) : ({ dateStyle: 'long' } as const);
  const at = new Date(month ? `${date}-01T12:00Z` : `${date}T12:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return dates(language, { ...style, timeZone: 'UTC' }).format(at);
}

/** A country or organisation by its name in the reader's language. */
export function partyName(party: Party, reader: Pick<Reader, 'language'>): string {
  const organisation = wordsOf(reader).organisations[party];
  if (organisation) return organisation;
  if (!/^[A-Z]{2}$/.test(party)) return party.replace(/^org:/, '');
  return new Intl.DisplayNames([reader.language], { type: 'region' }).of(party) ?? party;
}

export const listOf = (names: readonly string[], { language }: Pick<Reader, 'language'>): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
