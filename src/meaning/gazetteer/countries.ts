import { fold } from '../fold';
import type { Language, Party } from '../reading';
import data from './countries.json';
import { demonymForms } from './inflect';
import { aliases, writingOf, type NameBook } from './names';

interface CountryData {
  /** Usual name first, then other names, parted by `|`; `?` after an ambiguous one. */
  readonly names: Partial<Record<Language, string>>;
  /** Masculine singular; the other forms follow by rule (see `inflect`). */
  readonly demonyms?: Partial<Record<Language, string>>;
  readonly cities?: string;
  readonly regions?: string;
}

/** By ISO 3166-1 alpha-2 code. */
export const COUNTRIES: Readonly<Record<string, CountryData>> = data;

/** Usual name of a country in a language, e.g. `countryName('SV', 'fr')` is "Salvador"; the code itself if unknown. */
export const countryName = (code: Party, lang: Language): string => {
  const names = COUNTRIES[code]?.names;
  return aliases(names?.[lang] ?? names?.en)[0]?.name ?? code;
};

let own: Set<string> | undefined;

const ownNames = (): Set<string> =>
  new Set(
    Object.values(COUNTRIES).flatMap(({ names }) =>
      Object.values(names).flatMap((list) => aliases(list).map(({ name }) => fold(name))),
    ),
  );

/** True for the name of a state in any of the languages, against one of its cities or regions. */
export const isCountryName = (name: string): boolean => (own ??= ownNames()).has(fold(name));

/** Adds the names and demonyms of all countries in one language. */
export function addCountries(book: NameBook, lang: Language): void {
  for (const [code, { names, demonyms }] of Object.entries(COUNTRIES)) {
    for (const { name, weak } of aliases(names[lang]))
      book.add(name, { id: 'COUNTRY', value: code, weak, country: true }, writingOf(name));
    for (const { name, weak } of aliases(demonyms?.[lang])) {
      const entry = { id: 'DEMONYM', value: code, weak };
      for (const form of demonymForms(name, lang)) book.add(form, entry, lang === 'en' ? 'name' : 'free');
    }
  }
}

/** Adds cities and regions, which are called much the same in all languages. */
export function addPlaces(book: NameBook): void {
  for (const [code, { cities, regions }] of Object.entries(COUNTRIES)) {
    const sure = { id: 'COUNTRY', value: code, weak: false };
    const doubtful = { id: 'COUNTRY', value: code, weak: true };
    for (const list of [cities, regions])
      for (const { name, weak } of aliases(list)) book.add(name, weak ? doubtful : sure, writingOf(name));
  }
}
