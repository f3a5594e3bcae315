import type { Lang } from './data';

const list = (words: string) => words.split(' ');
const WEEKDAYS: Record<Lang, string[]> = {
  es: list('domingo lunes martes miércoles jueves viernes sábado'),
  en: list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  pt: list('domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'),
  fr: list('dimanche lundi mardi mercredi jeudi vendredi samedi'),
};
const MONTHS: Record<Lang, string[]> = {
  es: list('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  en: list('January February March April May June July August September October November December'),
  pt: list('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  fr: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
};
const DAY = 86_400_000;

/** Name of the weekday `days` after the instant `at` (milliseconds), in UTC. */
export const weekday = (lang: Lang, at: number, days: number): string =>
  WEEKDAYS[lang][new Date(at + days * DAY).getUTCDay()]!;

/** Day and month `days` after `at`, as newspapers of that language write it. */
export function dayOfYear(lang: Lang, at: number, days: number): string {
  const date = new Date(at + days * DAY);
  const [day, month] = [date.getUTCDate(), MONTHS[lang][date.getUTCMonth()]!];
  if (lang === 'en') return `${month} ${day}`;
  if (lang === 'fr') return `${day === 1 ? '1er' : day} ${month}`;
  return `${day} de ${month}`;
}
