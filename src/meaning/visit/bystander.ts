import { isOf } from '../analysed';
import { Family } from '../concepts';
import { wordSet, WordTest } from '../vocabulary';
import { tokenAt } from '../tokens';
import type { Naming } from './naming';
import type { Act } from './acts';
import type { Scene } from './scene';
import { Wording } from './wording';

/** Before whom something is told, asked or granted: "informó al presidente Peña", "devant la ministre". */
const TO_WHOM = wordSet(
  'a al ante contra entre between to before against ao aos au aux devant perante aupres under sous',
);
/** So close after the name, an act is what its bearer is let or asked to do: "autorizó al ministro a viajar". */
const HIS_OWN = 4;

/** "Dio cuenta al presidente Peña", "before Attorney General X": the one spoken to, who has no part in the going. */
export const isAddressee = ({ person: { to }, start, stage: { scene } }: Naming): boolean =>
  TO_WHOM.has(tokenAt(scene.sentence.tokens, start - 1)) &&
  !scene.acts.some((act) => act.tense !== 'noun' && act.from >= to && act.from - to < HIS_OWN);

const THAT = wordSet('que that qu');

/** "Otárola anunció que el ministro Arana viajará": who announces it stays. */
export function announcesAnother({ person: { to }, stage: { scene, here } }: Naming, act: Act): boolean {
  const { tokens, hits } = scene.sentence;
  // "Arana, que …": no announcement.
  let that = to + 1;
  while (that < act.from && !THAT.has(tokens[that])) that++;
  if (that >= act.from || THAT.has(tokens[to])) return false;
  const isSubject = (hit: { readonly from: number; readonly to: number }): boolean =>
    hit.from > that && hit.to <= act.from;
  return (
    hits.some((hit) => isSubject(hit) && (isOf(hit, Family.Office) || hit.id === 'DELEGATION')) ||
    here.some(isSubject)
  );
}

const HIS = wordSet('la el a o the his her their sa son su sua seu mi whose');
const KIN = new WordTest(({ folded }) => IS_KIN.test(folded));
const IS_KIN =
  /^(?:espos[oa]|mujer|marido|viud[oa]|madre|padre|herman[oa]|hij[oa]|novi[oa]|wife|husband|widow|mother|father|sister|brother|daughter|son|mulher|mae|pai|irma|irmao|filh[oa]|epou[sx]e?|femme|veuve|mere|pere|s(?:œ|oe)ur|frere|fille|fils|abogad[oa]|advogad[oa]|avocate?|lawyer)$/;

/** Words between a name and its verb. */
export const BESIDE_VERB = wordSet('ha a has had tambem tambien also s');
const AGAINST = new WordTest(({ folded }) => IS_AGAINST.test(folded));
const IS_AGAINST =
  /^(?:critic|cuestion|question|rechaz|rejeit|rejet|objet|object|tach|tild|conden|condemn|repudi|arremet|lament|rebat|rebuff|retruc|replic|ironi[zs]|reproch|den[ou]nc|slam|blast|mock|adv[ie]rt|warn|calific|inquiet|oppos)/;

/** Verbs by which something is made known. */
export const TELLS = new WordTest(({ folded }) => IS_TELLING.test(folded));
const IS_TELLING = /^(?:anunci(?:o|ou)|inform(?:o|ou|ed)|confirm|d(?:ijo|isse)|sa(?:id|ys)|annonce|declar)/;
/** So near after the verb stands the subject of what is told. */
const SUBJECT = 9;

/** "Otárola: «El ministro Arana viaja …»", "Premier X says Y will spend two days": he tells of another's going. */
function tellsOfAnother({ person, next, stage: { scene, text, here } }: Naming): boolean {
  const { tokens, hits } = scene.sentence;
  const verb = BESIDE_VERB.has(tokens[next]) ? next + 1 : next;
  if (!TELLS.has(tokens[verb]) && text[person.span.end] !== ':') return false;
  const act = scene.acts.find(({ from }) => from >= person.to);
  const isSubject = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    from > person.to && from < person.to + SUBJECT && to <= (act?.from ?? Infinity);
  return (
    here.some((other) => other.name !== person.name && isSubject(other)) ||
    hits.some((hit) => isOf(hit, Family.Office) && isSubject(hit))
  );
}

/** One of an inmate's own ("Lilian Tintori, esposa de López"), a critic, or somebody who tells of another's journey. */
export function staysHome(naming: Naming): boolean {
  const { tokens } = naming.stage.scene.sentence;
  const { to } = naming.person;
  const { next } = naming;
  return (
    KIN.has(tokens[HIS.has(tokens[to]) ? to + 1 : to]) ||
    AGAINST.has(tokens[BESIDE_VERB.has(tokens[next]) ? next + 1 : next]) ||
    tellsOfAnother(naming)
  );
}

/** "In 2014 rapporteur X": late in a story, who first comes up with a year long past. */
export const isEarlier = ({ sentence }: Scene, published: string | null): boolean =>
  published !== null &&
  sentence.zone === 'body' &&
  sentence.position >= LATE &&
  sentence.tokens.some((token) => YEARS.has(token) && token.folded < published.slice(0, 4));
const YEARS = new WordTest(({ folded }) => /^(?:19|20)\d\d$/.test(folded));
const LATE = 4;

/** "Activists including X", "presos, entre ellos X": a list of those who do not visit. */
export const OTHERS = new Wording(
  /(?:activists?|prisoners?|detainees?|inmates?|militants?|opponents?|victims?|famil(?:y|ies|ias?)|pres[oa]s|detenid[oa]s|reclus[oa]s|intern[oa]s|detentos|activistas|ativistas|opositor[ae]?s|détenus|opposants|organi[sz]a(?:ciones|tions|ções)|groups?|ONGs?|NGOs?),?\s(?:including|such as|like|among them|incluid[oa]s?|como|entre (?:ellos|ellas|eles|elas)|dont|comme|parmi lesquels)\s[^.;]{0,60}$/iu,
  { words: /^(?:including|such|like|among|incluid[oa]s?|como|entre|dont|comme|parmi)$/ },
);

const OF = wordSet('of de del da do du d');
const POSSESSIVE = wordSet('s');

/** "El aliado de Trump", "Trump's border czar"; but "la gira más larga de Kast" and "Kast's visit" are his own. */
export const isPossessor = ({ person: { from, to }, stage: { scene } }: Naming): boolean => {
  const { acts, sentence } = scene;
  const { tokens, hits } = sentence;
  if (POSSESSIVE.has(tokens[to])) return !acts.some((act) => act.from > to && act.from - to <= 3);
  // "los esfuerzos del presidente Trump": the office belongs to the name.
  const office = hits.find((hit) => hit.to === from && isOf(hit, Family.Office));
  const start = office?.from ?? from;
  return OF.has(tokenAt(tokens, start - 1)) && !acts.some((act) => act.to <= start && start - act.to <= 4);
};

const SEES: ReadonlySet<string> = new Set(['ACT.visit', 'ACT.meet']);
const LEADING = wordSet('a al la el le o the to with com con avec ao');

/** "Para visitar a la senadora Leila de Lima", "met Sen. X": whom the visitors came to see. */
export const isCalledOn = ({ person: { from }, stage: { scene } }: Naming): boolean =>
  scene.acts.some((act) => {
    if (!SEES.has(act.id) || act.tense === 'noun' || act.to > from) return false;
    const { tokens, hits } = scene.sentence;
    const isOffice = (at: number): boolean =>
      hits.some((hit) => isOf(hit, Family.Office) && hit.from <= at && at < hit.to);
    for (let at = act.to; at < from; at++) if (!LEADING.has(tokens[at]) && !isOffice(at)) return false;
    return true;
  });

/** "Opposition leader", "shadow minister": of the visitors' country, and against the visit or left at home. */
export const OPPOSITION = /(?:opposit|oposici|opositor|oposiç|shadow)/iu;
