import { hitOf, type ConceptHit } from '../analysed';
import { setOf } from '../set-of';
import { foldedAt, isCapitalised, type Token, tokenAt } from '../tokens';
import { wordSet, type Word } from '../vocabulary';
import { unlistedFacility } from './facilities';
import { listed } from '../word-lists';

const LISTS = listed.gazetteer.unlistedBeside;

/** Capitalised, yet no prison's name. */
export const NOT_A_NAME = setOf(LISTS.notAName);
/** True where something else is named. */
export const isTaken = (hits: readonly ConceptHit[], from: number, to: number): boolean =>
  hits.some(
    (hit) =>
      hit.from < to &&
      from < hit.to &&
      (hit.id === 'FACILITY' ||
        hit.id === 'LEADER' ||
        hit.id === 'PERSON' ||
        hit.id === 'ORG' ||
        hit.id === 'OUTLET' ||
        hit.id === 'DEMONYM'),
  );

const ENGLISH = wordSet('prison jail penitentiary gaol');
/** Words of an institution: alone before "prison" they are no name. */
const NOT_ALONE = setOf(LISTS.notAlone);
const LONGEST = 4;

const isHit = (hits: readonly ConceptHit[], at: number): boolean =>
  hits.some((hit) => hit.from <= at && at < hit.to);

const isBeside = (left: Token | undefined, right: Token | undefined, gap: number): boolean =>
  left !== undefined && right !== undefined && right.start - left.end === gap;

/** Where the run of capitalised words that ends before `to` begins; `to` itself when there is none. */
function runStart(tokens: readonly Token[], to: number, hits: readonly ConceptHit[]): number {
  let from = to;
  while (to - from < LONGEST) {
    const word = tokenAt(tokens, from - 1);
    if (word === undefined || !isCapitalised(word) || NOT_A_NAME.has(word.folded) || isHit(hits, from - 1))
      break;
    if (from < to && !isBeside(word, tokens[from], 1)) break;
    from--;
  }
  return from;
}

const named = (tokens: readonly Token[], from: number, to: number, end: number): ConceptHit =>
  hitOf(
    'FACILITY',
    from,
    end,
    unlistedFacility(
      tokens
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
    ),
  );

const SITES = setOf(LISTS.sites);
const SITE_KINDS = wordSet('correctional detention remand penal custodial federal state prison');

/** True for a word that may be the first one behind the name of a prison. */
export const mayFollowName = (word: Word): boolean => ENGLISH.has(word) || SITE_KINDS.has(word);

/** How many English words at `at` follow the name of a prison: "prison", "correctional centre", "federal penitentiary". */
function wordsAfterName(tokens: readonly Token[], at: number): number {
  if (SITE_KINDS.has(tokens[at]) && SITES.has(foldedAt(tokens, at + 1))) return 2;
  return ENGLISH.has(tokens[at]) ? 1 : 0;
}

/** English puts the name first: "the Zaanstad prison", "Grafton Correctional Centre". */
export function nameBefore(
  tokens: readonly Token[],
  at: number,
  hits: readonly ConceptHit[],
): ConceptHit | null {
  const size = wordsAfterName(tokens, at);
  if (size === 0 || (size === 1 && isCapitalised(tokens[at] as Token))) return null;
  // The first word of a sentence is capitalised anyway.
  const from = Math.max(runStart(tokens, at, hits), 1);
  const words = tokens.slice(from, at);
  if (isTaken(hits, from, at + size)) return null;
  if (!words.some(({ folded }) => folded.length > 3 && !NOT_ALONE.has(folded))) return null;
  return named(tokens, from, at, at + size);
}

const ARTICLE = setOf('a an the una la el un uma o une le');
/** What follows the English word for a prison where it stands for one: not "a prison officer". */
const FOLLOWS = setOf(LISTS.follows);

/** "Prisión preventiva": a measure, no place. */
const PUNISHMENT = /^(?:preventiv|domiciliar|perp|provisor|provisional|ferme)/;

/** "Mwembeshi, an open prison near Lusaka", "Offenburg, une prison allemande": the word for a prison explains the name. */
export function nameExplained(
  tokens: readonly Token[],
  at: number,
  end: number,
  hits: readonly ConceptHit[],
  english: boolean,
): ConceptHit | null {
  const article = [1, 2, 3].find((back) => ARTICLE.has(foldedAt(tokens, at - back)));
  const to = at - (article ?? 0);
  if (!isBeside(tokenAt(tokens, to - 1), tokens[to], 2)) return null;
  const next = tokens[end];
  if (PUNISHMENT.test(next?.folded ?? '')) return null;
  if (english && isBeside(tokenAt(tokens, end - 1), next, 1) && !FOLLOWS.has(next?.folded ?? '')) return null;
  const from = runStart(tokens, to, hits);
  if (from === to || isTaken(hits, from, to)) return null;
  return named(tokens, from, to, to);
}
