import type { PersonMention } from './people';
import { hasCue, type Act, type Scene } from './scene';

/** Before whom something is told, asked or granted: "informó al presidente Peña", "devant la ministre". */
const TO_WHOM = new Set(
  'a al ante contra entre between to before against ao aos au aux devant perante aupres under sous'.split(
    ' ',
  ),
);
const TITLES = new Set(
  'el la los las le les o os as the l don dona sr sra mr mrs ms m mme dr dra'.split(' '),
);
/** So close after the name, an act is what its bearer is let or asked to do: "autorizó al ministro a viajar". */
const HIS_OWN = 4;
const NOUN_PHRASE = 8;

/** First token of the phrase that ends in the name: its office, side and article included. */
export function phraseStart({ from }: PersonMention, { sentence: { tokens, hits } }: Scene): number {
  let start = from;
  while (start > 0 && from - start < NOUN_PHRASE) {
    const at = start - 1;
    const hit = hits.find(
      ({ id, from: left, to }) =>
        left <= at && at < to && (id.startsWith('OFFICE.') || id === 'DEMONYM' || id === 'ACTOR.official'),
    );
    if (hit) start = hit.from;
    else if (TITLES.has(tokens[at]?.folded ?? '')) start = at;
    else break;
  }
  return start;
}

/** "Dio cuenta al presidente Peña", "before Attorney General X": the one spoken to, who has no part in the going. */
export function isAddressee(person: PersonMention, scene: Scene): boolean {
  const start = phraseStart(person, scene);
  if (start === 0 || !TO_WHOM.has(scene.sentence.tokens[start - 1]?.folded ?? '')) return false;
  if (start === 1 || hasCue(scene, 'denied')) return false;
  return !scene.acts.some(
    (act) => act.tense !== 'noun' && act.from >= person.to && act.from - person.to < HIS_OWN,
  );
}

const THAT = new Set('que that qu'.split(' '));

/** "Otárola anunció que el ministro Arana viajará": who announces it stays. */
export const announcesAnother = (
  person: PersonMention,
  act: Act,
  { sentence: { tokens, hits, index } }: Scene,
  people: readonly PersonMention[],
): boolean => {
  let that = -1;
  for (let at = person.to; at < act.from && that < 0; at++) if (THAT.has(tokens[at]?.folded ?? '')) that = at;
  if (that < 0) return false;
  // "Arana, que …": no announcement.
  if (that - person.to < 1 || tokens[person.to]?.folded === 'que') return false;
  return (
    hits.some(
      ({ id, from, to }) =>
        from > that && to <= act.from && (id.startsWith('OFFICE.') || id === 'DELEGATION'),
    ) || people.some(({ sentence, from, to }) => sentence === index && from > that && to <= act.from)
  );
};

const KIN =
  /^,?\s*(?:(?:la|el|a|o|the|his|her|sa|son|su|sua|seu|mi|whose)\s+)?(?:espos[oa]|mujer|marido|viud[oa]|madre|padre|herman[oa]|hij[oa]|novi[oa]|wife|husband|widow|mother|father|sister|brother|daughter|son\b|mulher|mãe|pai\b|irmã|irmão|filh[oa]|épouse|époux|femme|veuve|mère|père|sœur|frère|fille|fils|abogad[oa]|advogad[oa]|avocate?|lawyer)\b/iu;

/** "Lilian Tintori, esposa de López": one of the family of an inmate, or a lawyer. */
const isKin = (after: string): boolean => KIN.test(after);

const OBJECTS =
  /^(?:\s*\([^)]{1,20}\))?(?:,[^,.;]{1,90},)?\s*(?:(?:ha|a|has|had|também|también|also)\s+)?(?:critic|cuestion|question|rechaz|rejeit|rejet|objet|object|tach[óo]|tild[óo]|conden[óo]|condemn|repudi|arremet|lament|rebat|rebuff|retruc|replic|ironiz|ironis|reproch|dénonc|denunci|denounc|slam|blast|mock|advirt|warn|mis en garde|calific|tacha\b|s'inquiète|s'oppos|oppos)/iu;

/** "La diputada Fries objetó", "Senator X slammed the trip": who speaks against it does not go. */
const speaksAgainst = (after: string): boolean => OBJECTS.test(after);

const TELLS =
  /^(?:\s*\([^)]{1,20}\))?(?:,[^,.;]{1,90},)?(?:\s*:\s*[“"«'‘]|,?\s*(?:ha |a )?(?:anunci(?:ó|ou)|inform(?:ó|ou|ed)|confirm(?:ó|ou|ed|s)|d(?:ijo|isse)|sa(?:id|ys)|announce[sd]|annonce|annoncé|déclaré|declar(?:ó|ou))(?!\p{L}))/iu;
/** So near after the verb stands the subject of what is told. */
const SUBJECT = 9;

/** "Otárola: «El ministro Arana viaja …»", "Premier X says Y will spend two days": he tells of another's going. */
function tellsOfAnother(
  person: PersonMention,
  after: string,
  { acts, sentence: { hits, index } }: Scene,
  people: readonly PersonMention[],
): boolean {
  if (!TELLS.test(after)) return false;
  const act = acts.find(({ from }) => from >= person.to);
  const isSubject = (from: number, to: number): boolean =>
    from > person.to && from < person.to + SUBJECT && to <= (act?.from ?? Infinity);
  return (
    people.some(
      ({ sentence, from, to, name }) => sentence === index && name !== person.name && isSubject(from, to),
    ) || hits.some(({ id, from, to }) => id.startsWith('OFFICE.') && isSubject(from, to))
  );
}

/** One of an inmate's own, a critic, or somebody who tells of another's journey. */
export const staysHome = (
  person: PersonMention,
  after: string,
  scene: Scene,
  people: readonly PersonMention[],
): boolean => isKin(after) || speaksAgainst(after) || tellsOfAnother(person, after, scene, people);

/** "En abril el ministro Campos visitó …", "in 2014 rapporteur X": late in a story, who first comes up with a date long past. */
export const isEarlier = ({ sentence, dates }: Scene, published: string | null): boolean => {
  if (published === null || sentence.zone !== 'body' || sentence.position < LATE) return false;
  const [year, month] = published.split('-').map(Number);
  if (sentence.tokens.some(({ folded }) => YEAR.test(folded) && Number(folded) < (year ?? 0))) return true;
  return dates().some(({ expression: when }) => {
    if (when.type === 'months') return when.offset < 0;
    if (when.type !== 'date' || when.way === 'future') return false;
    if (when.year !== null) return when.year < (year ?? 0);
    return when.month !== null && (when.month < (month ?? 0) || when.month > (month ?? 0) + AHEAD);
  });
};
const YEAR = /^(?:19|20)\d\d$/;
const LATE = 4;
const AHEAD = 6;

/** "Activists including X", "presos, entre ellos X": a list of those who do not visit. */
export const OTHERS =
  /(?:activists?|prisoners?|detainees?|inmates?|militants?|opponents?|victims?|famil(?:y|ies|ias?)|pres[oa]s|detenid[oa]s|reclus[oa]s|intern[oa]s|detentos|activistas|ativistas|opositor[ae]?s|détenus|opposants|organi[sz]a(?:ciones|tions|ções)|groups?|ONGs?|NGOs?),?\s(?:including|such as|like|among them|incluid[oa]s?|como|entre (?:ellos|ellas|eles|elas)|dont|comme|parmi lesquels)\s[^.;]{0,60}$/iu;

const OF = new Set('of de del da do du d'.split(' '));

/** "El aliado de Trump", "Trump's border czar"; but "la gira más larga de Kast" and "Kast's visit" are his own. */
export const isPossessor = ({ from, to }: PersonMention, { sentence, acts }: Scene): boolean => {
  const { tokens, hits } = sentence;
  if (tokens[to]?.folded === 's') return !acts.some((act) => act.from > to && act.from - to <= 3);
  // "los esfuerzos del presidente Trump": the office belongs to the name.
  const office = hits.find((hit) => hit.to === from && hit.id.startsWith('OFFICE.'));
  const start = office?.from ?? from;
  return (
    OF.has(tokens[start - 1]?.folded ?? '') && !acts.some((act) => act.to <= start && start - act.to <= 4)
  );
};
