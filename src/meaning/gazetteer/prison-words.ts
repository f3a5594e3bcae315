import { foldedAt, type Token, tokenAt } from '../tokens';
import { wordSet, WordTest, type Word } from '../vocabulary';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.gazetteer.prisonWords;

/** Words for one prison, in the four languages (folded). Plurals are left out: they name no single place. */
export const PRISON_NOUNS = wordSet(LISTS.prisonNouns);

/** Words that name a prison only with a second one: "centro penitenciario", "centre de détention", "complexo prisional". */
const PLACES = wordSet(LISTS.places);
const QUALITIES = wordSet(LISTS.qualities);

/** Words that may stand between the prison word and its name: "cárcel de máxima seguridad de La Roca". */
const BETWEEN = setOf(LISTS.between);
const REACH = 8;
const AFTER = setOf(LISTS.after);
const SKIP_AFTER = setOf(LISTS.skipAfter);

const names = (tokens: readonly Token[], at: number): boolean => {
  if (PRISON_NOUNS.has(tokens[at])) return true;
  if (!PLACES.has(tokens[at])) return false;
  for (let next = at + 1; next <= at + 3; next++) if (QUALITIES.has(tokens[next])) return true;
  const word = tokens[at]?.folded;
  return word === 'cpl' || word === 'crs' || word === 'cai';
};

/** How many words at `at` are one for a single prison: "cárcel" one, "établissement pénitentiaire" two, others none. */
export function prisonWordsAt(tokens: readonly Token[], at: number): number {
  if (PRISON_NOUNS.has(tokens[at])) return tokens[at + 2]?.folded === 'arret' ? 3 : 1;
  if (!PLACES.has(tokens[at])) return 0;
  const folded = (position: number): string => foldedAt(tokens, position);
  let end = at;
  for (let next = at + 1; next <= at + 3; next++)
    if (QUALITIES.has(tokens[next])) end = next + 1;
    else if (end > at || !OF.has(folded(next))) break;
  if (end === at) return 0;
  if (folded(end + 1) === 'libertad' || folded(end + 1) === 'liberdade') end += 2;
  if (SOCIAL.has(folded(end))) end++;
  return end - at;
}
const SOCIAL = setOf('social provisional provisoria provisoire especial');
const OF = setOf('de d para y e et');

/** What kind of prison it is, between the word for it and its name: "prisão de classe II de", "cárcel de máxima seguridad de". */
const KINDS = setOf(LISTS.kinds);
const MARK = /^(?:[IVX]{1,4}|[A-Z]|\d)$/;
const LEADS = setOf('de d para pour des');

/** Position behind the words that say what kind of prison it is. */
export function afterQualities(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const word = tokens[at];
    if (word === undefined) return at;
    const kind = LEADS.has(word.folded) ? tokens[at + 1] : word;
    if (kind === undefined || !KINDS.has(kind.folded) || /^\p{Lu}/u.test(kind.text)) return at;
    at += kind === word ? 1 : 2;
    if (MARK.test(tokens[at]?.text ?? '')) at++;
  }
}

/** Position of the word for a prison that introduces the name beginning at `at` ("penal de" Izalco), or -1. */
export function prisonWordBefore(tokens: readonly Token[], at: number): number {
  // "Centro de Privación de Libertad" is no prison of that name.
  if (tokenAt(tokens, at - 2)?.folded.startsWith('privac')) return -1;
  for (let back = at - 1; back >= 0 && at - back <= REACH; back--) {
    if (names(tokens, back)) return back;
    const word = foldedAt(tokens, back);
    // One adjective beside the prison word may be anything: "cárcel costarricense La Reforma".
    if (!BETWEEN.has(word) && !QUALITIES.has(tokens[back]) && !(word.length > 5 && names(tokens, back - 1)))
      return -1;
  }
  return -1;
}

/** Position after the English word for a prison that follows the name ending at `at` (Izalco "prison"), or -1. */
export function prisonWordAfter(tokens: readonly Token[], at: number): number {
  for (let next = at; next < tokens.length && next - at < 4; next++) {
    const word = foldedAt(tokens, next);
    if (AFTER.has(word)) return next + 1;
    if (!SKIP_AFTER.has(word)) return -1;
  }
  return -1;
}

/** True for a word that may be the first one for a prison. */
export const beginsPrison = (word: Word): boolean => PRISON_NOUNS.has(word) || PLACES.has(word);

const MEGA = wordSet(LISTS.mega);
const MEGA_PREFIX = wordSet('mega super');
const BEGINS_MEGA = new WordTest((word) => MEGA.has(word) || MEGA_PREFIX.has(word));
const MEGA_NOUN = wordSet('carcel prision penal prison prisao presidio jail');

/** Words of a mega-prison at `at`: how many tokens, 0 if none ("mega-prison" is two). */
export const megaPrisonAt = (tokens: readonly Token[], at: number): number => {
  if (!BEGINS_MEGA.has(tokens[at])) return 0;
  if (MEGA.has(tokens[at])) return 1;
  return MEGA_PREFIX.has(tokens[at]) && MEGA_NOUN.has(tokens[at + 1]) ? 2 : 0;
};
