import type { Choices } from '../subscriptions/choices';
import type { MailLanguage, Subscription } from '../subscriptions/subscription';

/** A sign-up form as typed, to be shown again when something needs correcting. */
export interface FormValues {
  readonly query: string;
  readonly address: string;
  readonly frequency: string;
  readonly language: string;
  readonly timeZone: string;
  readonly hour: string;
  readonly weekday: string;
  readonly quiet: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly updates: boolean;
}

const ZONE_OF: Readonly<Record<MailLanguage, string>> = {
  es: 'America/Bogota',
  en: 'America/New_York',
  pt: 'America/Sao_Paulo',
};

export const freshForm = (lang: MailLanguage, query = ''): FormValues => ({
  query,
  address: '',
  frequency: 'instant',
  language: lang,
  timeZone: ZONE_OF[lang],
  hour: '7',
  weekday: '1',
  quiet: false,
  quietFrom: '22',
  quietTo: '7',
  updates: true,
});

export const formOf = (row: Subscription): FormValues => ({
  query: row.query,
  address: '',
  frequency: row.frequency,
  language: row.language,
  timeZone: row.timeZone,
  hour: String(row.hour),
  weekday: String(row.weekday),
  quiet: row.quietHours !== null,
  quietFrom: String(row.quietHours?.from ?? 22),
  quietTo: String(row.quietHours?.to ?? 7),
  updates: row.updates,
});

export type Fields = Readonly<Record<string, string>>;

export const readForm = (fields: Fields): FormValues => ({
  query: fields['query'] ?? '',
  address: fields['email'] ?? '',
  frequency: fields['frequency'] ?? '',
  language: fields['language'] ?? '',
  timeZone: fields['timeZone'] ?? '',
  hour: fields['hour'] ?? '',
  weekday: fields['weekday'] ?? '',
  quiet: fields['quiet'] === 'yes',
  quietFrom: fields['quietFrom'] ?? '',
  quietTo: fields['quietTo'] ?? '',
  updates: fields['updates'] === 'yes',
});

/** The form as `readChoices` takes it. */
export const rawChoices = (form: FormValues): Record<keyof Choices, unknown> => ({
  query: form.query,
  frequency: form.frequency,
  timeZone: form.timeZone,
  hour: form.hour,
  weekday: form.weekday,
  quietHours: form.quiet ? { from: form.quietFrom, to: form.quietTo } : null,
  updates: form.updates,
  language: form.language,
});

/** The form as hidden fields carry it over the waiting page. */
export const asFields = (form: FormValues): Fields => ({
  query: form.query,
  email: form.address,
  frequency: form.frequency,
  language: form.language,
  timeZone: form.timeZone,
  hour: form.hour,
  weekday: form.weekday,
  quiet: form.quiet ? 'yes' : '',
  quietFrom: form.quietFrom,
  quietTo: form.quietTo,
  updates: form.updates ? 'yes' : '',
});
