import { LANGUAGES, type Language, type Party } from '../reading';
import { gazetteer } from './compiled';

let byCode: Map<string, readonly string[]> | undefined;

/** Usual names by ISO 3166-1 alpha-2 code, in the order of LANGUAGES; an empty one equals the first. */
const namesOf = (code: string): readonly string[] | undefined =>
  (byCode ??= new Map(
    gazetteer()
      .countries.split('\n')
      .map((line) => [line.slice(0, 2), line.slice(2).split('|')]),
  )).get(code);

/** Codes of all countries, as names refer to them. */
export const countryCodes = (): string[] =>
  gazetteer()
    .countries.split('\n')
    .map((line) => line.slice(0, 2));

/** True for the ISO code of a country that the gazetteers know. */
export const isCountry = (code: string): boolean => namesOf(code) !== undefined;

/** Usual name of a country in a language, e.g. `countryName('SV', 'fr')` is "Salvador"; the code itself if unknown. */
export const countryName = (code: Party, lang: Language): string => {
  const names = namesOf(code);
  return names?.[LANGUAGES.indexOf(lang)] || (names?.[0] ?? code);
};
