import type { AnalysedSentence, ConceptHit } from '../analysed';
import { isAllCapitals, isCapitalised, type Token } from '../tokens';
import { WordTest, wordSet } from '../vocabulary';

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
    'secretariat liberal hurricane huracan brigadier controller square bay cape operation operacion operacao iniciativa programa programme program oficina ' +
    'correcciones ceresos cereso libertades civiles civil liberties institutions immigration ' +
    'servicos servicios services direccion direcao direction administracion administracao administration agencia agency escuela escola school academia academy'
  ).split(' '),
);

const COVERING = new Set(['COUNTRY', 'DEMONYM', 'FACILITY', 'ORG', 'OUTLET', 'AGENCY']);

/** Capitalised words that may be part of a name. */
export const NAME_WORDS = new WordTest(
  (word) =>
    isCapitalised(word) &&
    !isAllCapitals(word) &&
    word.text.length > 1 &&
    !NOT_NAMES.has(word.folded) &&
    !/\d/.test(word.text),
);
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

/** Places after which people are called too. */
const GIVEN = wordSet('rosario eliseo florencia victoria santiago carolina trinidad concepcion asuncion');

/** One blank parts the token from the one before it. */
const isBeside = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) === 1;
const CAPITALISED = new WordTest(isCapitalised);

/** "Rosario Lazo", "Eliseo Arriaga": the name of a place before a surname is a given name. */
const isGiven = ({ tokens, hits }: AnalysedSentence, { from, to }: ConceptHit): boolean => {
  const surname = tokens[to];
  return (
    to === from + 1 &&
    surname !== undefined &&
    GIVEN.has(tokens[from]) &&
    isBeside(tokens, to) &&
    NAME_WORDS.has(surname) &&
    !(CAPITALISED.has(tokens[from - 1]) && isBeside(tokens, from)) &&
    !hits.some((hit) => hit.from <= to && to < hit.to)
  );
};

/** Tokens that belong to other names and offices: marked 1. */
export const taken = (sentence: AnalysedSentence): Uint8Array => {
  const marks = new Uint8Array(sentence.tokens.length);
  for (const hit of sentence.hits)
    if (COVERING.has(hit.id) || hit.id.startsWith('OFFICE.'))
      for (let at = hit.from; at < hit.to; at++) marks[at] = 1;
  for (const hit of sentence.hits)
    if (hit.id === 'PERSON' || hit.id === 'LEADER') for (let at = hit.from; at < hit.to; at++) marks[at] = 0;
  for (const hit of sentence.hits)
    if (isSurname(sentence, hit, marks) || isGiven(sentence, hit)) marks[hit.from] = 0;
  return marks;
};
