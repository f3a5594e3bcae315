import { hitSpan, type AnalysedSentence, type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { facilityById } from '../gazetteer/facilities';
import { PRISON_NOUNS } from '../gazetteer/prison-words';
import type { Party } from '../reading';
import { AGENT, leadsHome, leadsTo, OF, wordBefore } from './grammar';
import { ON_THE_SPOT } from './acts';
import { isCompared, type Scene } from './scene';
import { vote, type Sides } from './tally';
import { setOf } from '../set-of';
import { foldedAt, type Token, tokenAt } from '../tokens';
import { wordSet } from '../vocabulary';
import { listed } from '../word-lists';

const LISTS = listed.visit.places;

/** A prison word close to the name: `one` prison ("Salvadoran prison") or prisons at large ("cárceles de Ecuador"). */
export function prisonBeside({ sentence: { hits, tokens } }: Scene, hit: ConceptHit): 'one' | 'any' | null {
  for (const other of hits) {
    const { from, to } = other;
    const near =
      (to <= hit.from && hit.from - to <= PRISON_REACH) || (hit.to <= from && from - hit.to <= PRISON_REACH);
    if (!near || !(isOf(other, Family.Prison) || other.id === 'FACILITY')) continue;
    if (isParted(hits, Math.min(to, hit.to), Math.max(from, hit.from))) continue;
    for (let at = from; at < to; at++) if (PRISON_NOUNS.has(tokens[at])) return 'one';
    return 'any';
  }
  return null;
}
const PRISON_REACH = 3;

/** "Palestinians held in Israeli prisons": the prisons of the name that stands closer. */
function isParted(hits: readonly ConceptHit[], from: number, to: number): boolean {
  for (const { id, from: start, to: end } of hits)
    if (start >= from && end <= to && (id === 'DEMONYM' || id === 'COUNTRY')) return true;
  return false;
}

const INSTITUTION = wordSet(LISTS.institution);
const SERVES = wordSet(LISTS.serves);

/** "Manila's prison bureau", "el servicio penitenciario argentino": those who run the prisons of a state, no place. */
export function ofInstitution({ sentence: { tokens, hits } }: Scene, hit: ConceptHit): boolean {
  for (const other of hits) {
    const { from, to } = other;
    const behind = from >= hit.to && from - hit.to <= 1;
    if (!(behind || to === hit.from) || !isOf(other, Family.Prison)) continue;
    if (
      behind
        ? INSTITUTION.has(tokens[to]) || INSTITUTION.has(tokenAt(tokens, to - 1))
        : SERVES.has(tokens[from]) || SERVES.has(tokenAt(tokens, from - 1))
    )
      return true;
  }
  return false;
}

/** "La prisión de los pandilleros salvadoreños", "the jail for Salvadoran gangsters": a prison where they are at home. */
const ofInmatesPrison = ({ tokens }: AnalysedSentence, { from }: ConceptHit): boolean => {
  for (let back = from - 1; back >= 0 && from - back <= 4; back--)
    if (PRISON_NOUNS.has(tokens[back])) return LEADS.has(foldedAt(tokens, back + 1));
  return false;
};
const LEADS = new Set('de del da do dos das des du d for para pour of'.split(' '));

/** "El penal de Noboa", "Bukele's jail": a prison of the country that the leader rules. */
function prisonOfLeader({ sentence: { tokens, hits } }: Scene, hit: ConceptHit): boolean {
  if (tokens[hit.to]?.folded === 's')
    return [1, 2, 3, 4].some((next) => PRISON_NOUNS.has(tokens[hit.to + next]));
  if (!OF.has(foldedAt(tokens, hit.from - 1)) && tokenAt(tokens, hit.from - 1)?.folded !== 'que')
    return false;
  return [2, 3].some(
    (back) =>
      PRISON_NOUNS.has(tokenAt(tokens, hit.from - back)) &&
      !hits.some(({ id, from }) => id === 'FACILITY' && from <= hit.from - back),
  );
}

/** "Los colombianos presos en …", "reclusos moçambicanos": where inmates come from, not where they are. */
export const ofInmates = ({ sentence }: Scene, hit: ConceptHit): boolean =>
  hit.id === 'DEMONYM' &&
  !ofInmatesPrison(sentence, hit) &&
  (isHeld(sentence, hit) ||
    sentence.hits.some(
      ({ id, from, to }) =>
        (id === 'INMATE' || id === 'TRANSFER.prisonerobj') && (to === hit.from || from === hit.to),
    ));

/** "Holding Venezuelans", "see the Venezuelans", "Venezuelans held": people of a country who are held elsewhere. */
const isHeld = ({ tokens }: AnalysedSentence, { from, to }: ConceptHit): boolean =>
  tokenAt(tokens, to - 1)?.folded.endsWith('s') === true &&
  (HELD.has(foldedAt(tokens, to)) || isBehindHolder(tokens, from));

function isBehindHolder(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 3; at--) {
    if (HOLDS.has((tokens[at] as Token).folded)) return true;
    if (!BEFORE_HELD.has((tokens[at] as Token).folded)) return false;
  }
  return false;
}
const HOLDS = setOf(LISTS.holds);
const BEFORE_HELD = new Set('a los las the os as les des some to cientos de'.split(' '));
const HELD = setOf(LISTS.held);

const hasInmates = ({ sentence: { hits } }: Scene, at: number): boolean =>
  hits.some(({ id, from }) => id === 'INMATE' && (from === at || from === at + 1));

/** "Recorre el Cecot": what the verb of visiting leads to, more than any prison named beside it. */
const isEntered = ({ acts }: Scene, { from }: ConceptHit): boolean =>
  acts.some((act) => ON_THE_SPOT.has(act.id) && !act.quoted && from >= act.to && from - act.to <= 3);

const RUNS =
  /^(?:director|diretor|direct(?:rice|eur)|alcaide|jefe|jefa|head|warden|governor|superintendent|patron|chef|chefe|officers|guards)/;
const IDEA = /^(?:ide[ai]|idee|lesson|leccion|licao|licoes|lecon|plan|receta|receita|modelo|inspira)/;
const FOR = new Set('for para pour'.split(' '));

/**
 * "The director of Bordelais", "ideas para el Comcar": a prison that the story names for who comes from it or what is
 * planned for it, no place of the visit.
 */
export function isPrisonAtHome({ sentence: { tokens } }: Scene, { from }: ConceptHit): boolean {
  const before = (back: number): string => foldedAt(tokens, from - back);
  const link = BARE.has(before(1)) ? 2 : 1;
  if (FOR.has(before(link))) return [1, 2, 3].some((back) => IDEA.test(before(link + back)));
  return (OF.has(before(link)) || before(link) === 'from') && RUNS.test(before(link + 1));
}
const BARE = new Set('el la le the o a'.split(' '));

/** Votes for the country visited: prisons named, places gone to, prisons called by their country. */
export function votePlaces(scene: Scene, sides: Sides): void {
  const act = scene.first;
  for (const hit of scene.sentence.hits) {
    if (hit.from < scene.dateline) continue;
    if (hit.id === 'FACILITY') {
      const country = facilityById(hit.value ?? '')?.country;
      if (country && !isCompared(scene, hit) && !isPrisonAtHome(scene, hit))
        vote(
          sides.host,
          country,
          scene.weight * (isEntered(scene, hit) ? 5 : act ? 3 : 1),
          hitSpan(scene.sentence, hit),
        );
      continue;
    }
    if (hit.id === 'LEADER' && !isCompared(scene, hit) && prisonOfLeader(scene, hit))
      vote(sides.host, hit.value as Party, scene.weight * (act ? 1.5 : 0.8), hitSpan(scene.sentence, hit));
    if (hit.id !== 'COUNTRY' && hit.id !== 'DEMONYM') continue;
    const party = hit.value as Party;
    if (isCompared(scene, hit) || leadsHome(scene, hit)) continue;
    const before = wordBefore(scene, hit.from);
    const afterAct = act !== undefined && hit.from >= act.to;
    const to = leadsTo(scene, hit.from);
    let points = 0;
    if (hit.id === 'COUNTRY' && to) points += afterAct ? 2.5 : 1;
    else if (hit.id === 'COUNTRY' && afterAct && hit.from - (act?.to ?? 0) <= 2 && !AGENT.has(before))
      points += 2;
    const prison = ofInmates(scene, hit) || ofInstitution(scene, hit) ? null : prisonBeside(scene, hit);
    const possessive = scene.sentence.tokens[hit.to]?.folded === 's';
    // "How Kampala's inmates feed themselves"
    if (possessive && afterAct && hasInmates(scene, hit.to + 1)) points += 1.5;
    if (prison !== null && (OF.has(before) || to || hit.id === 'DEMONYM' || possessive)) {
      const near = act !== undefined && hit.from - act.to <= 6 && hit.from >= act.from;
      // "el penal salvadoreño" is a place to go to; "Chile's jails" may be what the visitors have at home.
      points += near || (act !== undefined && prison === 'one') ? 2 : 0.8;
    }
    if (points > 0) vote(sides.host, party, points * scene.weight, hitSpan(scene.sentence, hit));
  }
}
