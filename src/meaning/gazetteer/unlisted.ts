import { hitOf, type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { foldedAt, isCapitalised, type Token, tokenAt } from '../tokens';
import { WordTest } from '../vocabulary';
import { isCountryName } from './books';
import { unlistedFacility } from './facilities';
import { afterQualities, beginsPrison, prisonWordsAt } from './prison-words';
import { isTaken, mayFollowName, nameBefore, nameExplained, NOT_A_NAME } from './unlisted-beside';

const PARTICLES = new Set('de del la las los el do da dos das du des le les'.split(' '));
/** After these a name follows that is not the prison's: a person, a body, a purpose. */
const LINKS = new Set('de del do da d du of'.split(' '));
/** "The prison at Calama": of the place, if the place is not known as one. */
const WITHIN = new Set('at in en em a'.split(' '));
const ARTICLES = new Set('la las los el o a le les the'.split(' '));
const ONE = new Set('la el al del the o a ao na no da do le'.split(' '));
const LONGEST = 5;

const run = (tokens: readonly Token[], from: number): number => {
  let end = from;
  for (let at = from; at < tokens.length && at - from < LONGEST; at++) {
    const word = tokens[at] as Token;
    if (at > from && word.start - (tokens[at - 1] as Token).end > 1) break;
    if (isCapitalised(word)) end = at + 1;
    else if (!PARTICLES.has(word.folded) || at === from) break;
  }
  return end;
};

/** "Policía Penitenciaria de Costa Rica", "Código Penal de Honduras": the word for a prison only describes. */
const isAdjective = (tokens: readonly Token[], at: number): boolean =>
  ADJECTIVES.has((tokens[at] as Token).folded) && DESCRIBED.test(foldedAt(tokens, at - 1));
const ADJECTIVES = new Set('penitenciaria penal correccional correctional'.split(' '));
const DESCRIBED =
  /^(?:polic|administra|sistem|politic|codigo|derecho|direito|ley|lei|servic|escuel|escol|autorid|accion|acao|reform|guardia|seguri|segur|poblaci|populac)/;

/** "The jail at Muthanna airport": the name is of something else. */
const goesOn = (tokens: readonly Token[], end: number): boolean => {
  const next = tokens[end];
  return next !== undefined && next.start - (tokens[end - 1] as Token).end === 1 && next.folded.length > 5;
};

/** The prison that the words for one at `at` introduce by a name: "prisión femenina de Thonburi", "centro penitenciario Topas". */
function prisonAt(
  tokens: readonly Token[],
  at: number,
  size: number,
  hits: readonly ConceptHit[],
): ConceptHit | null {
  if (size === 1 && isAdjective(tokens, at)) return null;
  let start = afterQualities(tokens, at + size);
  // One adjective may stand between.
  if (
    (tokens[start]?.folded.length ?? 0) > 5 &&
    !isCapitalised(tokens[start] as Token) &&
    LINKS.has(foldedAt(tokens, start + 1))
  )
    start++;
  const within = WITHIN.has(foldedAt(tokens, start));
  if (within || LINKS.has(foldedAt(tokens, start))) start++;
  else if (size === 1 && isCapitalised(tokens[at] as Token)) return null;
  if (!within)
    while (ARTICLES.has(foldedAt(tokens, start)) && !isCapitalised(tokens[start] as Token)) start++;
  const first = tokens[start];
  if (first === undefined || !isCapitalised(first) || NOT_A_NAME.has(first.folded)) return null;
  const end = run(tokens, start);
  if (end === start || isTaken(hits, at, end) || (within && goesOn(tokens, end))) return null;
  const words = tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(' ');
  const place = hits.find((hit) => isOf(hit, Family.Country) && hit.from <= start && end <= hit.to);
  if (place === undefined) return hitOf('FACILITY', at, end, unlistedFacility(words));
  // "la cárcel de Guayaquil" is one, "una cárcel de Texas" and "prison in Chile" are any.
  if (within || isCountryName(words) || !ONE.has(foldedAt(tokens, at - 1))) return null;
  const noun = tokens
    .slice(at, at + size)
    .map((token) => token.text)
    .join(' ');
  const value = unlistedFacility(`${noun} ${tokenAt(tokens, start - 1)?.text ?? ''} ${words}`);
  return hitOf('FACILITY', at, end, value);
}

/** Words beside which a prison may be named. */
const SPEAKS = new WordTest((word) => beginsPrison(word) || mayFollowName(word));

/** "cárcel de Pocollay", "Pocollay prison": a prison that no entry lists, named by the text's own words. */
export function findUnlisted(
  tokens: readonly Token[],
  hits: readonly ConceptHit[],
  english: boolean,
): ConceptHit[] {
  const found: ConceptHit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!SPEAKS.has(tokens[at])) continue;
    const size = prisonWordsAt(tokens, at);
    const prison =
      (size > 0 ? prisonAt(tokens, at, size, hits) : null) ??
      (english ? nameBefore(tokens, at, hits) : null) ??
      (size > 0 ? nameExplained(tokens, at, at + size, hits, english) : null);
    if (prison) found.push(prison);
  }
  return found;
}
