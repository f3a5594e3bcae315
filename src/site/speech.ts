import type { MailLanguage } from '../subscriptions/subscription';
import { MAIL_LANGUAGES } from '../subscriptions/subscription';
import { en } from './words/en';
import { es, type Words } from './words/es';
import { pt } from './words/pt';

export const WORDS: Readonly<Record<MailLanguage, Words>> = { es, en, pt };

/** Puts values into the {places} of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** The text of a table under a key that came from outside. */
export const ownText = (texts: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;

/** A page's language: its words, and how it says numbers, days and countries. */
export class Speech {
  readonly words: Words;
  private readonly regions: Intl.DisplayNames;

  constructor(readonly lang: MailLanguage) {
    this.words = WORDS[lang];
    this.regions = new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' });
  }

  /** The form of the text that fits the number. */
  count(forms: { readonly one: string; readonly other: string }, n: number): string {
    return fill(n === 1 ? forms.one : forms.other, { n: n.toLocaleString(this.lang) });
  }

  party(party: string): string {
    if (/^[A-Z]{2}$/.test(party) && party !== 'EU') return this.regions.of(party) ?? party;
    return ownText(this.words.parties, party) ?? party.replace(/^org:/, '');
  }

  parties(parties: readonly string[]): string {
    const names = parties.map((party) => this.party(party));
    return (
      new Intl.ListFormat(this.lang, { type: 'conjunction' }).format(names) || this.words.parties.unknown
    );
  }

  /** A day or month as it is said; `YYYY-MM-DD`, `YYYY-MM` or an instant (its UTC day). */
  day(date: string): string {
    const [year, month, day] = date.slice(0, 10).split('-').map(Number);
    const at = new Date(Date.UTC(year!, (month ?? 1) - 1, day ?? 1));
    if (Number.isNaN(at.getTime())) return date;
    const form = day ? ({ dateStyle: 'long' } as const) : ({ month: 'long', year: 'numeric' } as const);
    return at.toLocaleDateString(this.lang, { ...form, timeZone: 'UTC' });
  }

  /** A moment in UTC, short. */
  moment(iso: string): string {
    const form = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
    return `${new Date(iso).toLocaleString(this.lang, form)} UTC`;
  }

  weekday(isoWeekday: number): string {
    const monday = Date.UTC(2024, 0, 1);
    const at = new Date(monday + (isoWeekday - 1) * 86_400_000);
    return at.toLocaleDateString(this.lang, { weekday: 'long', timeZone: 'UTC' });
  }
}

export const SPEECH: Readonly<Record<MailLanguage, Speech>> = {
  es: new Speech('es'),
  en: new Speech('en'),
  pt: new Speech('pt'),
};

export const isMailLanguage = (text: unknown): text is MailLanguage =>
  (MAIL_LANGUAGES as readonly unknown[]).includes(text);

/** The language to serve, by the browser's Accept-Language; Spanish when it asks for none of ours. */
export function acceptedLanguage(header: string | undefined): MailLanguage {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { lang: tag.split('-')[0], q: q === undefined ? 1 : Number(q) };
    })
    .sort((a, b) => b.q - a.q);
  const wish = wishes.find(({ lang, q }) => q > 0 && isMailLanguage(lang));
  return isMailLanguage(wish?.lang) ? wish.lang : 'es';
}
