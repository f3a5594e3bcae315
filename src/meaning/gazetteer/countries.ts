import { fold } from '../fold';
import type { Language, Party } from '../reading';
import data from './countries.json';
import { demonymForms } from './inflect';
import { aliases, eachLanguage, writingOf, type NameBook } from './names';

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

const own = new Set(
  Object.values(COUNTRIES).flatMap(({ names }) =>
    Object.values(names).flatMap((list) => aliases(list).map(({ name }) => fold(name))),
  ),
);

/** True for the name of a state in any of the languages, against one of its cities or regions. */
export const isCountryName = (name: string): boolean => own.has(fold(name));

export function addCountries(book: NameBook): void {
  for (const [code, country] of Object.entries(COUNTRIES)) {
    eachLanguage(country.names, (list, lang) => {
      for (const { name, weak } of aliases(list))
        book.add(name, { id: 'COUNTRY', value: code, lang, weak, country: true }, writingOf(name));
    });
    eachLanguage(country.demonyms ?? {}, (list, lang) => {
      for (const { name, weak } of aliases(list))
        for (const form of demonymForms(name, lang))
          book.add(form, { id: 'DEMONYM', value: code, lang, weak }, lang === 'en' ? 'name' : 'free');
    });
    for (const { name, weak } of [...aliases(country.cities), ...aliases(country.regions)])
      book.add(name, { id: 'COUNTRY', value: code, lang: null, weak }, writingOf(name));
  }
}
