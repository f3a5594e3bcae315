import type { Language } from '../../src/meaning/reading';

/** How a word ends, then what takes the ending's place in the feminine, the plural and the feminine plural. */
type Ending = readonly [pattern: RegExp, feminine: string, plural: string, femininePlural: string];

/** The first ending that fits decides. */
const ENDINGS: Readonly<Record<Language, readonly Ending[]>> = {
  es: [
    [/o$/, 'a', 'os', 'as'],
    [/([éáíó])([sn])$/, '$1$2a', '$1$2es', '$1$2as'],
    [/ol$/, 'ola', 'oles', 'olas'],
    [/([aeií])$/, '$1', '$1s', '$1s'],
  ],
  en: [
    [/(ch|sh|s|ese)$/, '$1', '$1', '$1'],
    [/$/, '', 's', 's'],
  ],
  pt: [
    [/o$/, 'a', 'os', 'as'],
    [/ês$/, 'esa', 'eses', 'esas'],
    [/([ae])$/, '$1', '$1s', '$1s'],
    [/$/, '', 's', 's'],
  ],
  fr: [
    [/(ien|éen|on)$/, '$1ne', '$1s', '$1nes'],
    [/s$/, 'se', 's', 'ses'],
    [/e$/, 'e', 'es', 'es'],
    [/$/, 'e', 's', 'es'],
  ],
};

/**
 * Masculine, feminine and both plurals of a demonym, without repeats: "salvadoreño" gives "salvadoreña",
 * "salvadoreños", "salvadoreñas". Accents that fall away in the inflected form are kept: names are matched folded.
 * An irregular one is given in full as "masculine/feminine/plural/femininePlural", `-` for a form to skip.
 */
export function demonymForms(demonym: string, lang: Language): string[] {
  if (demonym.includes('/')) return [...new Set(demonym.split('/').filter((form) => form !== '-'))];
  const ending = ENDINGS[lang].find(([pattern]) => pattern.test(demonym));
  if (!ending) return [demonym];
  const [pattern, ...replacements] = ending;
  return [...new Set([demonym, ...replacements.map((to) => demonym.replace(pattern, to))])];
}
