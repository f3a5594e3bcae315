import { fold } from '../fold';

const cache = new Map<string, string>();

/**
 * Light stem of a word that no lexicon knows: folded, without plural and final vowel. "Concesiones" and "concesión"
 * meet, "Martínez" and "Martinelli" stay apart.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  let folded = fold(word);
  if (folded.length > 4) folded = folded.replace(/(?:oes|aes)$/, 'ao').replace(/(?:es|s|x)$/, '');
  if (folded.length > 4) folded = folded.replace(/[aeo]$/, '');
  if (cache.size > 50_000) cache.clear();
  cache.set(word, folded);
  return folded;
}

/** Words too common to ask for. */
export const FUNCTION_WORDS = new Set(
  (
    'a al ao aos algun alguna any and as at au aux avec by com con contra d da dans das de del des do dos du e el em en entre et for ' +
    'from has hacia in into is l la las le les lo los na nas no nos o of on os ou para par pela pelo por pour que s se sobre ' +
    'sur the their to u un una une uma um unos unas vers with y about all todos todas todo los other otros otra new news'
  ).split(' '),
);
