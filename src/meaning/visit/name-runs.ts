import type { AnalysedSentence } from '../analysed';
import { isCapitalised, type Token } from '../tokens';
import { setOf } from '../set-of';
import { NAME_WORDS, taken } from './name-words';

/** A run of capitalised words that may be a person's name: tokens [from, to). */
export interface NameRun {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const PARTICLES = new Set(
  'de da do dos das del la las los van von der den di du le al el bin ibn'.split(' '),
);
const JOINED = new Set('van von di du da do de la le al el del'.split(' '));

/** No names by themselves, but between two: "Margaret May Wilson", "Juan de Dios Rojas". */
const INNER = new Set('may april june abril junio dios santo santa san ni'.split(' '));

const LONGEST = 7;

const isInitial = (token: Token): boolean => /^\p{Lu}\.?$/u.test(token.text);

/** "De Obrajes a Bangkok", "En Halden": a preposition that only its place at the head of a sentence capitalises. */
const opensWithParticle = (tokens: readonly Token[], at: number): boolean =>
  (at === 0 || (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) > 1) &&
  (PARTICLES.has(tokens[at]?.folded ?? '') || OPENERS.has(tokens[at]?.folded ?? ''));
/** "Recorrieron el PC-4": a verb that only its place at the head of a sentence capitalises. */
const opensWithVerb = ({ hits }: AnalysedSentence): boolean =>
  hits.some(({ id, from }) => from === 0 && (id.startsWith('ACT.') || id === 'INMATE'));
const OPENERS = new Set(
  'en du al au aux dans chez des sur pour par vers beside inside under behind near'.split(' '),
);

/** "Ng’onga": the rest of a name behind an apostrophe; but "Kalra's", "Moore’s". */
const isGlottal = (text: string, { start, text: { length } }: Token): boolean =>
  length > 2 && /['’]/.test(text[start - 1] ?? '');

/** One space, hyphen or apostrophe between: the words belong together. */
const joined = (text: string, left: Token, right: Token): boolean =>
  right.start - left.end <= 2 && /^(?:[\s'’-]|\.\s)$/u.test(text.slice(left.end, right.start));

/**
 * Runs of capitalised words that can be a person's name. `text` is the text of the sentence's zone. A title written in
 * capitals throughout, or in English Title Case, gives only what the gazetteers know.
 */
export function findNameRuns(sentence: AnalysedSentence, text: string): NameRun[] {
  const { tokens } = sentence;
  const marks = taken(sentence);
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (marks[at] !== 0 || !NAME_WORDS.has(tokens[at]) || opensWithParticle(tokens, at)) continue;
    if (at === 0 && opensWithVerb(sentence)) continue;
    let end = at + 1;
    for (let next = at + 1; next < tokens.length && next - at < LONGEST; next++) {
      const word = tokens[next] as Token;
      if (!joined(text, tokens[next - 1] as Token, word) || marks[next] !== 0) break;
      const hyphened = (text[word.start - 1] === '-' || text[word.end] === '-') && isCapitalised(word);
      if (NAME_WORDS.has(word) || hyphened || isGlottal(text, word)) end = next + 1;
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
  text[(tokens[from]?.start ?? 0) - 1] === '(';

const INSTITUTION = setOf(
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
    isCapitalised(word) &&
    INSTITUTION.has(word.folded) &&
    /^\s$/u.test(text.slice(tokens[left]?.end, tokens[left + 1]?.start));
  let before = from - 1;
  while (OF_INSTITUTION.has(tokens[before]?.text ?? '')) before--;
  return names(before, tokens[before]) || names(to - 1, tokens[to]);
}

/** As the story writes it, the stop of "Jr." included. */
function spelled(text: string, tokens: readonly Token[], from: number, to: number): string {
  const last = tokens[to - 1];
  const end = (last?.end ?? 0) + (/^[JS]r$/.test(last?.text ?? '') && text[last?.end ?? 0] === '.' ? 1 : 0);
  return text.slice(tokens[from]?.start, end).replace(/\s+/g, ' ');
}

/** "the Trump administration", "el gobierno de Nayib Bukele": a state speaks, not the person. */
const METONYM = new Set(
  'administration administracion administracao partido parti bancada gabinete gobierno government governo gouvernement regimen regime'.split(
    ' ',
  ),
);

const isMetonym = (run: NameRun, tokens: readonly Token[]): boolean => {
  if (METONYM.has(tokens[run.to]?.folded ?? '')) return true;
  // "el gobierno de Nayib Bukele", but "la viceministra de Gobierno, Roxana Méndez".
  for (let back = run.from - 1; back >= 0 && run.from - back <= 4; back--) {
    const word = tokens[back]?.folded ?? '';
    if (METONYM.has(word)) return back < run.from - 1;
    if (!PARTICLES.has(word) && word !== 'presidente' && word !== 'president') return false;
  }
  return false;
};

const OF = new Set('of de del da do du d des'.split(' '));

/** An adjective between an office and what it heads: "director nacional de Inteligencia Criminal". */
const RANK = new Set(
  'nacional national general geral regional federal adjunto adjunta adjoint estatal estadual'.split(' '),
);

/** "mayor of Maipú", "autoridades de Turi", "Santiago": a place. */
const isPlace = (run: NameRun, { tokens, hits }: AnalysedSentence): boolean => {
  let of = run.from - 1;
  if (!OF.has(tokens[of]?.folded ?? '')) of = -1;
  else if (RANK.has(tokens[of - 1]?.folded ?? '')) of--;
  return hits.some(
    (hit) =>
      (hit.id.endsWith('.weak') && hit.from <= run.from && run.to <= hit.to) ||
      (hit.id.startsWith('OFFICE.') && hit.to === of),
  );
};
