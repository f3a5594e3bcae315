import { pattern } from './pattern';

const marks = pattern('\\p{M}', 'gu');
/** The marks of Latin letters; an expression over all marks takes long to compile. */
const LATIN_MARKS = /[\u0300-\u036f]/g;
const BEYOND_LATIN = /[\u0370-\udfff\ue001-\uffff]/;
const NOT_ASCII = /[\u0080-\uffff]/;
/** Stands for ñ (a private-use character) while the other marks are stripped. */
const ENYE = '\ue000';
const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

const withoutMarks = (text: string): string => {
  const plain = text.replace(LATIN_MARKS, '');
  return BEYOND_LATIN.test(plain) ? plain.replace(marks(), '') : plain;
};

const strip = (lower: string): string =>
  withoutMarks(
    lower
      .normalize('NFC')
      .replace(/ñ/g, ENYE)
      .replace(/œ/g, 'oe')
      .replace(/æ/g, 'ae')
      .replace(/ß/g, 'ss')
      .replace(/ø/g, 'o')
      .replace(/ł/g, 'l')
      .normalize('NFD'),
  ).replace(/\ue000/g, 'ñ');

/**
 * Lower case without accents, so that "Prisão", "PRISAO" and "prisao" are one word. Spanish ñ stays a letter of
 * its own: "año" (year) must not become Portuguese "ano", nor "cañón" a "canon".
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  const known = cache.get(lower);
  if (known !== undefined) return known;
  const folded = strip(lower);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(lower, folded);
  return folded;
}
