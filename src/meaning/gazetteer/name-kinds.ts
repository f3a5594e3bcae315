import { setOf } from '../set-of';

/** What bears a name, as compiled; the order is that of the tags. */
export const NAME_KINDS = [
  'country',
  'weak country',
  'place',
  'weak place',
  'demonym',
  'weak demonym',
  'facility',
  'weak facility',
  'organisation',
  'outlet',
  'agency',
  'person',
  'leader',
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Names of one kind are told apart by numbers below this. */
export const NAMES_A_KIND = 8100;

const ARTICLES = setOf('el la los las le les the');
const SMALL = setOf(
  'de del la las los el y e da do das dos du des le les et of the and for in a al en para d l s au aux on contra con ' +
    'pour por prison carcel penal prision prisao',
);

/** True when names usually capitalise the word (folded) at this place: compiled names say so only where they do not. */
export const usuallyCapital = (word: string, place: number): boolean =>
  !/^\d/.test(word) && (!SMALL.has(word) || (place === 0 && ARTICLES.has(word)));
