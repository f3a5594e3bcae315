import type { AnalysedSentence, ConceptHit } from '../analysed';
import { isAllCapitals, isCapitalised, type Token } from '../tokens';
import { setOf } from '../set-of';
import { WordTest } from '../vocabulary';

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
const INNER = new Set('may april june abril junio dios santo santa san'.split(' '));

/** Capitalised words that are no part of a name, folded. */
const NOT_NAMES = new Set(
  (
    'el la los las un una le les l d se nos un une the a an o os as em no na in on at to of for by from with and or but y e et ' +
    'este esta estos ese esa su sus he she it they his her their we i you this that these those there here when while ' +
    'after before during since as if il elle ils elles ce cet cette ces son sa ses leur leurs on nous vous apres avant ' +
    'ele ela eles elas seu sua seus suas isso esse essa nesta neste apos antes segundo segun segon selon according ' +
    'durante tras luego ademas tambien asimismo pero para por con sin desde hasta entre sobre como cuando donde ' +
    'lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday ' +
    'segunda terca quarta quinta sexta lundi mardi mercredi jeudi vendredi samedi dimanche feira ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ' +
    'january february march april may june july august september october november december ' +
    'janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro ' +
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'gobierno estado estados congreso senado camara asamblea nacional legislativa republica ministerio secretaria ' +
    'government state states congress senate house assembly national republic ministry department office court supreme ' +
    'governo congresso ministerio secretaria camara assembleia suprema corte tribunal cour chambre assemblee ministere ' +
    'gouvernement presidencia presidency presidence policia police federal fuerzas armadas armed forces army ejercito ' +
    'justicia justice justica seguridad security seguranca securite interior defensa defense defence publica public ' +
    'derechos humanos human rights direitos droits homme centro center centre penal prison prisiones carceles cadeia ' +
    'presidente presidenta president presidentes ministro ministra minister ministre senador senadora senator sen rep ' +
    'reps sens diputado diputada deputado deputada representative representatives congressman congresswoman director ' +
    'directora secretary secretario secretaria alcalde mayor prefeito governor gobernador governador vicepresidente ' +
    'vice general coronel capitan comandante teniente doctor dr dra sr sra mr mrs ms m mme don dona lic ing ' +
    'partido party parti union frente alianza movimiento plan ley law lei loi codigo constitucion reforma ' +
    'democrat democrats democratic republican republicans republicano republicana democrata gop maga ' +
    'mara salvatrucha barrio tren aragua comando vermelho primeiro capital twitter facebook instagram youtube ' +
    'casa blanca white oval noticias news agencia prensa radio canal diario tv hoy today hoje foto fotos video photo ' +
    'america latina latin sur norte south north central caribe caribbean europa europe africa asia oriente west east ' +
    'attorney homeland washington elect electo eleito elu former ex chief jefe jefa comision comissao commission comite ' +
    'committee comitee delegacion delegation mision missao mission organizacion organization instituto institute ' +
    'servicio service sistema system embajada embassy embaixada ambassade embajador ambassador universidad university ' +
    'dios god santo san santa saint mega supermax island isla islas ciudad city cidade ville region departamento ' +
    'provincia distrito district kilometro terrorismo terrorism confinement confinamiento relaciones exteriores asuntos ' +
    'foreign affairs prevencao prevencion prevention tortura torture personas privadas libertad todos penitenciario penitenciaria medios vara varas execucoes penais penales politicas politica tecnicos tecnico ' +
    'associacoes associacao asociacion asociaciones association road street avenue avenida calle rua rue reglas regras rules regles corrections correctional ' +
    'inteligencia intelligence inteligencia criminal centros centres centers correccion rehabilitacion nacionales industries ' +
    'growth junta directiva board complexo complejo oeste este leste norte nord ouest est zona region regional instituto penal ' +
    'what why how who whom whose which where did do does can could should would will must is are was were has have had been not no ' +
    'que quien quienes como porque por qual quais quem onde porque pourquoi comment quel quelle quels qui ' +
    'mesa senado alta alto comissariado bureau conseil consejo conselho council board panel junta grupo group groupe equipo team equipe ' +
    'convencion convencao convention americana americano protocolo protocol protocole facultativo declaracion universal tratado acuerdo ' +
    'alem ademas alors ainsi outre parmi embora enquanto mientras aunque also meanwhile both neither either even only edicion especial edition edicao ' +
    'poder judicial legislativo ejecutivo electoral gazeta gaceta povo pueblo crime crimen organizado crown prosecution caucus ' +
    'congressional parliamentary assuntos constitucionais constitucional reinsercao reinsercion social sociais sociales asuntos ' +
    'bienestar trabajo culture cultura educacion salud health economy economia desarrollo development observatorio observatory ' +
    'fundacion foundation fundacao fiesta guardia guard guarda marina navy ministerial parlamento parliament ' +
    'parlement senate bet post times herald tribune gazette globo folha estado jornal journal diario prensa ' +
    'genebra ginebra geneve geneva estrasburgo strasbourg bruselas brussels bruxelles television televisao reportagem ' +
    'hospital creche mental gen maj lt sgt brig capt cmdr ' +
    'hon honourable honorable rt lord lady sir dame dom frei padre fray ' +
    'two three four five six seven eight nine ten dos tres cuatro cinco seis siete ocho diez dois quatro sete oito dez deux ' +
    'quatre sept huit neuf dix ni nem look falta faltan auxiliares asesores assessores delegates internacional international ' +
    'servicos servicios services direccion direcao direction administracion administracao administration agencia agency escuela escola school academia academy'
  ).split(' '),
);

const COVERING = new Set(['COUNTRY', 'DEMONYM', 'FACILITY', 'ORG', 'OUTLET', 'AGENCY']);
const LONGEST = 7;

/** "Felipe Villavicencio", "senador Magno Malta": the name of a place behind a given name is a surname. */
const isSurname = ({ tokens, hits }: AnalysedSentence, hit: ConceptHit, marks: Uint8Array): boolean => {
  const given = tokens[hit.from - 1];
  return (
    hit.id.startsWith('COUNTRY') &&
    hit.to === hit.from + 1 &&
    hit.from > 1 &&
    given !== undefined &&
    given.folded.length > LEAST_GIVEN &&
    !OF_PLACES.has(given.folded) &&
    (tokens[hit.from]?.start ?? 0) - given.end === 1 &&
    marks[hit.from - 1] === 0 &&
    NAME_WORDS.has(given) &&
    !hits.some(({ from, to }) => from < hit.from && hit.from - 1 < to)
  );
};
const LEAST_GIVEN = 3;
const OF_PLACES = new Set(
  'nova nueva nuevo novo porto puerto port villa vila monte grand great gran grande south north'.split(' '),
);

const taken = (sentence: AnalysedSentence): Uint8Array => {
  const marks = new Uint8Array(sentence.tokens.length);
  for (const hit of sentence.hits)
    if (COVERING.has(hit.id) || hit.id.startsWith('OFFICE.'))
      for (let at = hit.from; at < hit.to; at++) marks[at] = 1;
  for (const hit of sentence.hits)
    if (hit.id === 'PERSON' || hit.id === 'LEADER') for (let at = hit.from; at < hit.to; at++) marks[at] = 0;
  for (const hit of sentence.hits) if (isSurname(sentence, hit, marks)) marks[hit.from] = 0;
  return marks;
};

const NAME_WORDS = new WordTest(
  (word) =>
    isCapitalised(word) &&
    !isAllCapitals(word) &&
    word.text.length > 1 &&
    !NOT_NAMES.has(word.folded) &&
    !/\d/.test(word.text),
);
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
      if (NAME_WORDS.has(word) || hyphened) end = next + 1;
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
