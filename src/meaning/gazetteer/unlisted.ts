import { hitOf, type ConceptHit } from '../analysed';
import { isCapitalised, type Token } from '../tokens';
import { isCountryName } from './books';
import { unlistedFacility } from './facilities';
import { wordSet } from '../vocabulary';
import { PRISON_NOUNS } from './prison-words';

const PARTICLES = new Set('de del la las los el do da dos das du des le les'.split(' '));
/** After these a name follows that is not the prison's: a person, a body, a purpose. */
const LINKS = new Set('de del do da d du of'.split(' '));
const ARTICLES = new Set('la las los el o a le les the'.split(' '));
const NOT_A_NAME = new Set(
  (
    'el la los las the this that de del estado gobierno ministerio ministro presidente government ministry state ' +
    'court corte tribunal justicia justice maxima mexima high alta segun'
  ).split(' '),
);
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

const taken = (hits: readonly ConceptHit[], from: number, to: number): boolean =>
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

const isHit = (hits: readonly ConceptHit[], at: number): boolean =>
  hits.some((hit) => hit.from <= at && at < hit.to);

const ENGLISH = wordSet('prison jail penitentiary gaol');
const NOT_BEFORE = new Set(
  'state federal county central women high national max maximum men mega super'.split(' '),
);

/** English puts the name first: "the Zaanstad prison". */
function findBefore(tokens: readonly Token[], hits: readonly ConceptHit[], found: ConceptHit[]): void {
  // The first word of a sentence is capitalised anyway: begin with the second.
  for (let at = 2; at < tokens.length; at++) {
    if (!ENGLISH.has(tokens[at])) continue;
    const noun = tokens[at] as Token;
    const name = tokens[at - 1] as Token;
    if (isCapitalised(noun) || !isCapitalised(name)) continue;
    if (name.folded.length < 4 || NOT_A_NAME.has(name.folded) || NOT_BEFORE.has(name.folded)) continue;
    if (taken(hits, at - 1, at + 1) || isHit(hits, at - 1)) continue;
    found.push(hitOf('FACILITY', at - 1, at + 1, unlistedFacility(name.text)));
  }
}

/** "Policía Penitenciaria de Costa Rica", "Código Penal de Honduras": the word for a prison only describes. */
const isAdjective = (tokens: readonly Token[], at: number): boolean =>
  ADJECTIVES.has((tokens[at] as Token).folded) && DESCRIBED.test(tokens[at - 1]?.folded ?? '');
const ADJECTIVES = new Set('penitenciaria penal correccional correctional'.split(' '));
const DESCRIBED =
  /^(?:polic|administra|sistem|politic|codigo|derecho|direito|ley|lei|servic|escuel|escol|autorid|accion|acao|reform|guardia|seguri|segur|poblaci|populac)/;

/** The prison that the word for one at `at` introduces by a name: "prisión femenina de Thonburi". */
function prisonAt(tokens: readonly Token[], at: number, hits: readonly ConceptHit[]): ConceptHit | null {
  if (isAdjective(tokens, at)) return null;
  let start = at + 1;
  // One adjective may stand between.
  if (
    (tokens[start]?.folded.length ?? 0) > 5 &&
    !isCapitalised(tokens[start] as Token) &&
    LINKS.has(tokens[start + 1]?.folded ?? '')
  )
    start++;
  if (LINKS.has(tokens[start]?.folded ?? '')) start++;
  else if (isCapitalised(tokens[at] as Token)) return null;
  while (ARTICLES.has(tokens[start]?.folded ?? '') && !isCapitalised(tokens[start] as Token)) start++;
  const first = tokens[start];
  if (first === undefined || !isCapitalised(first) || NOT_A_NAME.has(first.folded)) return null;
  const end = run(tokens, start);
  if (end === start || taken(hits, at, end)) return null;
  const words = tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(' ');
  const place = hits.find((hit) => hit.id.startsWith('COUNTRY') && hit.from <= start && end <= hit.to);
  if (place === undefined) return hitOf('FACILITY', at, end, unlistedFacility(words));
  // "la cárcel de Guayaquil" is one, "una cárcel de Texas" and "prison in Chile" are any.
  if (isCountryName(words) || !ONE.has(tokens[at - 1]?.folded ?? '')) return null;
  const noun = tokens[at]?.text ?? '';
  const value = unlistedFacility(`${noun} ${tokens[start - 1]?.text ?? ''} ${words}`);
  return hitOf('FACILITY', at, end, value);
}

/** "cárcel de Pocollay", "Pocollay prison": a prison that no entry lists, named by the text's own words. */
export function findUnlisted(
  tokens: readonly Token[],
  hits: readonly ConceptHit[],
  english: boolean,
): ConceptHit[] {
  const found: ConceptHit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const prison = PRISON_NOUNS.has(tokens[at]) ? prisonAt(tokens, at, hits) : null;
    if (prison) found.push(prison);
  }
  if (english) findBefore(tokens, hits, found);
  return found;
}
