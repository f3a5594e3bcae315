import { type AnalysedSentence, type ConceptHit, isOf } from '../analysed';
import { conceptTest, Family } from '../concepts';
import { setOf } from '../set-of';
import { foldedAt, isAllCapitals, isCapitalised, type Token, tokenAt } from '../tokens';
import { WordSet, WordTest, wordSet } from '../vocabulary';
import { listed } from '../word-lists';

/** A run of capitalised words that may be a person's name: tokens [from, to). */
export interface NameRun {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Capitalised words that are no part of a name, folded. */
const NOT_NAMES = setOf(listed.visit.nameRuns.notNames);

const PARTICLES = new Set(
  'de da do dos das del la las los van von der den di du le al el bin ibn'.split(' '),
);
const JOINED = new Set('van von di du da do de la le al el del'.split(' '));

/** No names by themselves, but between two: "Margaret May Wilson", "Juan de Dios Rojas". */
const INNER = new Set('may april june abril junio dios santo santa san sao st ni rio'.split(' '));

const COVERING = conceptTest('COUNTRY DEMONYM FACILITY ORG OUTLET AGENCY');
const NAMING = conceptTest('PERSON LEADER');
const LONGEST = 7;

/** True for a token that some hit covers. */
function isInHit(hits: readonly ConceptHit[], at: number): boolean {
  for (const { from, to } of hits) if (from <= at && at < to) return true;
  return false;
}

/** "Felipe Villavicencio", "senador Magno Malta": the name of a place behind a given name is a surname. */
const isSurname = ({ tokens, hits }: AnalysedSentence, hit: ConceptHit): boolean => {
  const given = tokenAt(tokens, hit.from - 1);
  return (
    given !== undefined &&
    hit.from > 1 &&
    NAME_WORDS.has(given) &&
    isOf(hit, Family.Country) &&
    given.folded.length > LEAST_GIVEN &&
    !OF_PLACES.has(given.folded) &&
    (tokens[hit.from]?.start ?? 0) - given.end === 1 &&
    marks[hit.from - 1] === 0 &&
    !isInHit(hits, hit.from - 1)
  );
};
const LEAST_GIVEN = 3;
const OF_PLACES = new Set(
  'nova nueva nuevo novo porto puerto port villa vila monte grand great gran grande south north'.split(' '),
);

/** Places after which people are called too. */
const GIVEN = wordSet('rosario eliseo florencia victoria santiago carolina trinidad concepcion asuncion');

/** One blank parts the token from the one before it. */
const isBeside = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.start ?? 0) - (tokenAt(tokens, at - 1)?.end ?? 0) === 1;

/** "Rosario Lazo", "Eliseo Arriaga": the name of a place before a surname is a given name. */
const isGiven = ({ tokens, hits }: AnalysedSentence, { from, to }: ConceptHit): boolean => {
  const before = tokenAt(tokens, from - 1);
  return (
    GIVEN.has(tokens[from]) &&
    NAME_WORDS.has(tokens[to]) &&
    isBeside(tokens, to) &&
    !(before !== undefined && isCapitalised(before) && isBeside(tokens, from)) &&
    !isInHit(hits, to)
  );
};

/** By token of the sentence at hand: 1 where something stands that is no person's name. */
let marks = new Uint8Array(256);

function mark({ from, to }: ConceptHit, as: number): void {
  for (let at = from; at < to; at++) marks[at] = as;
}

function markTaken(sentence: AnalysedSentence): void {
  const { tokens, hits } = sentence;
  if (marks.length < tokens.length) marks = new Uint8Array(2 * tokens.length);
  else marks.fill(0, 0, tokens.length);
  for (const hit of hits) if (isOf(hit, Family.Office) || COVERING.has(hit.concept)) mark(hit, 1);
  for (const hit of hits) if (NAMING.has(hit.concept)) mark(hit, 0);
  for (const hit of hits)
    if (hit.to === hit.from + 1 && (isSurname(sentence, hit) || isGiven(sentence, hit))) marks[hit.from] = 0;
}

const NAME_WORDS = new WordTest(
  (word) =>
    isCapitalised(word) &&
    !isAllCapitals(word) &&
    word.text.length > 1 &&
    !NOT_NAMES.has(word.folded) &&
    !/\d/.test(word.text),
);
/** Most words of a text are written small, and need not be looked up. */
const isNameWord = (word: Token): boolean => isCapitalised(word) && NAME_WORDS.has(word);
const isInitial = ({ text }: Token): boolean => text.length <= 3 && /^\p{Lu}\.?$/u.test(text);

/** "De Obrajes a Bangkok", "En Halden": a preposition that only its place at the head of a sentence capitalises. */
const opensWithParticle = (tokens: readonly Token[], at: number): boolean =>
  (at === 0 || (tokens[at]?.start ?? 0) - (tokenAt(tokens, at - 1)?.end ?? 0) > 1) && OPENERS.has(tokens[at]);
/** "Recorrieron el PC-4": a verb that only its place at the head of a sentence capitalises. */
const opensWithVerb = ({ hits }: AnalysedSentence): boolean =>
  hits.some((hit) => hit.from === 0 && (isOf(hit, Family.Act) || hit.id === 'INMATE'));
const OPENERS = new WordSet([
  ...PARTICLES,
  ...'en du al au aux dans chez des sur pour par vers beside inside under behind near'.split(' '),
]);

const BLANK = 32;

/** "Ng’onga": the rest of a name behind an apostrophe; but "Kalra's", "Moore’s". */
const isGlottal = (text: string, { start, text: { length } }: Token): boolean =>
  length > 2 && /['’]/.test(text[start - 1] ?? '');

/** "Baek Seung-jun": the second syllable of a given name; but "Nayib Bukele-style". */
const isSyllable = (text: string, { start, folded }: Token): boolean =>
  text[start - 1] === '-' && folded.length <= LONGEST_SYLLABLE && !SUFFIX.has(folded);
const LONGEST_SYLLABLE = 5;
const SUFFIX = new Set('style like era based led born held run wide ally aide'.split(' '));

/** One space, hyphen or apostrophe between: the words belong together. */
function joined(text: string, left: Token, right: Token): boolean {
  const gap = right.start - left.end;
  if (gap === 1 && text.charCodeAt(left.end) === BLANK) return true;
  return gap <= 2 && /^(?:[\s'’-]|\.\s)$/u.test(text.slice(left.end, right.start));
}

const NONE: readonly NameRun[] = [];

/**
 * Runs of capitalised words that can be a person's name. `text` is the text of the sentence's zone. A title written in
 * capitals throughout, or in English Title Case, gives only what the gazetteers know.
 */
export function findNameRuns(sentence: AnalysedSentence, text: string): readonly NameRun[] {
  const { tokens } = sentence;
  let at = 0;
  while (at < tokens.length && !isNameWord(tokens[at] as Token)) at++;
  if (at === tokens.length) return NONE;
  markTaken(sentence);
  const runs: NameRun[] = [];
  for (; at < tokens.length; at++) {
    if (marks[at] !== 0 || !isNameWord(tokens[at] as Token) || opensWithParticle(tokens, at)) continue;
    if (at === 0 && opensWithVerb(sentence)) continue;
    let end = at + 1;
    for (let next = at + 1; next < tokens.length && next - at < LONGEST; next++) {
      const word = tokens[next] as Token;
      if (!joined(text, tokens[next - 1] as Token, word) || marks[next] !== 0) break;
      const hyphened = (text[word.start - 1] === '-' || text[word.end] === '-') && isCapitalised(word);
      if (
        NAME_WORDS.has(word) ||
        hyphened ||
        isGlottal(text, word) ||
        (next > at + 1 && isSyllable(text, word))
      )
        end = next + 1;
      else if (!(
        isInitial(word) ||
        (isCapitalised(word) && INNER.has(word.folded)) ||
        (PARTICLES.has(word.folded) && (!isCapitalised(word) || JOINED.has(word.folded)))
      ))
        break;
    }
    const run = { name: spelled(text, tokens, at, end), from: at, to: end };
    if (
      !isMetonym(run, tokens) &&
      !isPlace(run, sentence) &&
      !isBracketed(run, tokens, text) &&
      !isInstitution(run, tokens, text)
    )
      runs.push(run);
    at = end - 1;
  }
  return runs;
}

/** "Girão (Novo-CE)": a party or state behind a name. */
const isBracketed = ({ from }: NameRun, tokens: readonly Token[], text: string): boolean =>
  text.charAt((tokens[from]?.start ?? 0) - 1) === '(';

const INSTITUTION = wordSet(
  'fundacion fundacao foundation fondation palacio palace palais isla ilha island comissao comision commission comite comissariado ' +
    'ministerio ministere ministry departamento department consorcio consortium centro centre center instituto institut institute ' +
    'asociacion associacao association organizacion union party partido movimiento movimento federacion federation liga league ' +
    'universidad university universidade universite society council prison penal american',
);
const OF_INSTITUTION = setOf('de da do dos das del des du la el los las para of for the pour');

/** "Fundación para el Debido Proceso", "Isla María Madre", "Civil Liberties Union": the rest of a longer name. */
function isInstitution({ from, to }: NameRun, tokens: readonly Token[], text: string): boolean {
  const names = (left: number, word: Token | undefined): boolean =>
    word !== undefined &&
    INSTITUTION.has(word) &&
    isCapitalised(word) &&
    /^\s$/u.test(text.slice(tokens[left]?.end, tokens[left + 1]?.start));
  let before = from - 1;
  while (OF_INSTITUTION.has(tokens[before]?.text ?? '')) before--;
  return names(before, tokens[before]) || names(to - 1, tokens[to]);
}

/** As the story writes it, the stop of "Jr." included. */
function spelled(text: string, tokens: readonly Token[], from: number, to: number): string {
  const last = tokens[to - 1] as Token;
  const isShortened = (last.text === 'Jr' || last.text === 'Sr') && text[last.end] === '.';
  const name = text.slice(tokens[from]?.start, isShortened ? last.end + 1 : last.end);
  return to - from === 1 ? name : name.replace(/\s+/g, ' ');
}

/** "the Trump administration", "el gobierno de Nayib Bukele": a state speaks, not the person. */
const METONYM = wordSet(
  'administration administracion administracao partido parti bancada gabinete gobierno government governo gouvernement regimen regime',
);

const BEFORE_METONYM = new WordSet([...PARTICLES, 'presidente', 'president']);

const isMetonym = (run: NameRun, tokens: readonly Token[]): boolean => {
  if (METONYM.has(tokens[run.to])) return true;
  // "el gobierno de Nayib Bukele", but "la viceministra de Gobierno, Roxana Méndez".
  for (let back = run.from - 1; back >= 0 && run.from - back <= 4; back--) {
    if (METONYM.has(tokens[back])) return back < run.from - 1;
    if (!BEFORE_METONYM.has(tokens[back])) return false;
  }
  return false;
};

const OF = wordSet('of de del da do du d des');

/** An adjective between an office and what it heads: "director nacional de Inteligencia Criminal". */
const RANK = new Set(
  'nacional national general geral regional federal adjunto adjunta adjoint estatal estadual'.split(' '),
);

/** "mayor of Maipú", "autoridades de Turi", "Santiago": a place. */
const isPlace = (run: NameRun, { tokens, hits }: AnalysedSentence): boolean => {
  let of = run.from - 1;
  if (!OF.has(tokens[of])) of = -1;
  else if (RANK.has(foldedAt(tokens, of - 1))) of--;
  for (const hit of hits) {
    if (hit.from <= run.from && run.to <= hit.to && hit.id.endsWith('.weak')) return true;
    if (hit.to === of && isOf(hit, Family.Office)) return true;
  }
  return false;
};
