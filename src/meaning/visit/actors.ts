import { hitSpan, type ConceptHit, isOf } from '../analysed';
import { conceptOf, Family } from '../concepts';
import { AGENT, leadsHome, leadsTo, OF, wordBefore } from './grammar';
import { attachedParties, nationOfDeputies, isWeakParty, partyOf } from './parties';
import type { Party } from '../reading';
import type { PersonMention } from './people';
import { ofInstitution, prisonBeside } from './places';
import { refuses } from './refusal';
import { hasCue, type Scene } from './scene';
import { vote, type Sides } from './tally';
import { setOf } from '../set-of';
import { wordSet, WordTest } from '../vocabulary';
import { listed } from '../word-lists';
import { foldedAt, tokenAt } from '../tokens';

const LISTS = listed.visit.actors;

const HOST = conceptOf('ACT.host');
const OPENING = setOf(LISTS.opening);
const isActor = (hit: ConceptHit): boolean =>
  hit.id === 'PERSON' || hit.id === 'LEADER' || isOf(hit, Family.Office);

/** True when tokens at `from` stand on the side of the act where its doer stands. */
export function onSubjectSide(scene: Scene, from: number, to: number): boolean {
  const act = scene.first;
  if (act === undefined) return false;
  // "After prison tour, Kast asks": the sentence opens with the act, its subject follows.
  if (act.from <= 4 && OPENING.has(foldedAt(scene.sentence.tokens, 0)) && from > act.to)
    return !scene.sentence.hits.some((hit) => hit.from >= act.to && hit.to <= from && isActor(hit));
  if (act.tense !== 'noun') return to <= act.from || AGENT.has(wordBefore(scene, from));
  // "visita de la ministra de Perú a El Salvador", "visit by the Chilean president to".
  const before = wordBefore(scene, from);
  return to <= act.from || ((OF.has(before) || AGENT.has(before)) && from - act.to <= 4);
}

const TOGETHER = wordSet(LISTS.together);

/** "Recorrió la cárcel junto a una misión técnica de El Salvador": the foreigners beside a host are the visitors. */
const isCompany = ({ sentence: { tokens } }: Scene, hit: ConceptHit): boolean =>
  TOGETHER.has(tokenAt(tokens, hit.from - 2)) ||
  TOGETHER.has(tokenAt(tokens, hit.from - 3)) ||
  TOGETHER.has(tokenAt(tokens, hit.from - 4));

const COUNTERPART = /^(?:homolog|counterpart)/;

/** "Fue recibida por las autoridades de …": who receives is at home, wherever the words stand. */
const receives = (scene: Scene, hit: ConceptHit): boolean =>
  scene.sentence.concepts.holds(HOST) &&
  AGENT.has(wordBefore(scene, hit.from)) &&
  scene.sentence.hits.some(({ id, to }) => id === 'ACT.host' && to <= hit.from && hit.from - to <= 4);

const HOSTING =
  /^(?:recib|receb|recev|recoi|recu|receiv|welcom|host(?:ed|s)$|acog|acoll?hi|accueil|convi|invit[ao]$|invite[ds]?$|invito|convid)/;
const BE = setOf(LISTS.be);
const NEAR = 4;

/** "El presidente Chaves recibió a Bukele": who receives is at home, who is received visits. */
function receptionRole(scene: Scene, from: number, to: number): 'host' | 'guest' | null {
  const { tokens, hits, concepts } = scene.sentence;
  if (!concepts.holds(HOST)) return null;
  for (const hit of hits) {
    const word = foldedAt(tokens, hit.from);
    if (hit.id !== 'ACT.host' || !HOSTING.test(word) || BE.has(foldedAt(tokens, hit.from - 1))) continue;
    if (AGENT.has(foldedAt(tokens, hit.to)) || AGENT.has(foldedAt(tokens, hit.to + 1))) continue;
    if (to <= hit.from && hit.from - to <= 2) return 'host';
    if (from >= hit.to && from - hit.to <= NEAR) return 'guest';
  }
  return null;
}

/** "Se reunió con el ministro de …", "received by the president of …": the other side of the meeting. */
const isHostRole = (scene: Scene, hit: ConceptHit): boolean =>
  COUNTERPART.test(foldedAt(scene.sentence.tokens, hit.from)) ||
  scene.sentence.hits.some(
    (other) =>
      other.to <= hit.from &&
      hit.from - other.to <= 6 &&
      (other.id === 'ACT.meet' || other.id === 'ACT.host'),
  );

/** Votes for the visiting side: offices, delegations and bodies by what they belong to and where they stand. */
export function voteActors(scene: Scene, sides: Sides, text: string): void {
  const { sentence } = scene;
  const act = scene.first;
  for (const hit of sentence.hits) {
    const actor =
      isOf(hit, Family.Office) ||
      hit.id === 'DELEGATION' ||
      hit.id === 'ACTOR.press' ||
      (hit.id === 'DELEGATION.loose' && isCompany(scene, hit));
    if (isLegalMission(scene, hit)) vote(sides.visitors, 'org:NGO', 2 * scene.weight, hitSpan(sentence, hit));
    // A reporter's or lawyer's country is not a visiting state.
    if (!actor || hit.id === 'OFFICE.private' || hit.from < scene.dateline) continue;
    const nation = nationOfDeputies(sentence, hit);
    const { parties, hits } = nation
      ? { parties: [nation.value as Party], hits: [nation] }
      : attachedParties(sentence, hit.from, hit.to, text);
    const subject = onSubjectSide(scene, hit.from, hit.to);
    if (hit.id === 'ACTOR.press') {
      const lead = sentence.zone !== 'body' || sentence.position < 2;
      // "Dijo a los periodistas": an audience.
      if (subject && act && !HEARERS.has(wordBefore(scene, hit.from)))
        vote(sides.visitors, 'org:press', (lead ? 2.5 : 1.2) * scene.weight, hitSpan(sentence, hit));
      continue;
    }
    const points = hit.id === 'DELEGATION' ? 3.5 : 3;
    const along = isCompany(scene, hit);
    for (const party of parties) {
      const share = act === undefined ? 0.35 : subject || along ? 1 : 0.4;
      const span = hitSpan(sentence, hits.find((each) => partyOf(each) === party) ?? hit);
      if ((!subject && isHostRole(scene, hit)) || receives(scene, hit) || refuses(scene, hit))
        vote(sides.host, party, scene.weight, span);
      else vote(sides.visitors, party, points * share * scene.weight, span);
    }
    if (parties.length === 0 && act) {
      const weak = sentence.hits.find(
        (other) => isWeakParty(other) && other.from >= hit.from && other.from - hit.to <= 5,
      );
      if (weak?.value) vote(sides.visitors, weak.value, 0.6 * scene.weight, hitSpan(sentence, weak));
    }
  }
  for (const hit of sentence.hits) {
    if (hit.id === 'OUTLET') voteOutlet(scene, hit, sides);
    // "Vuelven a Santiago": an ambiguous city is told by being home.
    if (isWeakParty(hit) && hit.value && leadsHome(scene, hit))
      vote(sides.visitors, hit.value, 2 * scene.weight, hitSpan(sentence, hit));
    const party = partyOf(hit);
    if (party === null || hit.from < scene.dateline) continue;
    const span = hitSpan(sentence, hit);
    const lead = sentence.zone !== 'body' || sentence.position < 2;
    // "Periodistas colombianos", "abogados españoles": no state sends them.
    if (hit.id === 'DEMONYM' && besidePrivate(scene, hit)) continue;
    if (party === 'EU' && nationOfDeputies(sentence, hit)) continue;
    // "Antes de un examen en la ONU": a place, nobody who goes.
    if (hit.id === 'ORG' && AT.has(wordBefore(scene, hit.from))) continue;
    const subject = onSubjectSide(scene, hit.from, hit.to);
    if (hit.id === 'ORG' && !act && lead) vote(sides.visitors, party, 0.5 * scene.weight, span);
    if (hit.id === 'ORG' && act)
      vote(
        sides.visitors,
        party,
        (subject ? 3 : 0.4) * scene.weight * (party === 'org:press' ? 0.5 : 1),
        span,
      );
    if (subject && (hit.id === 'COUNTRY' || hit.id === 'LEADER') && hasCue(scene, 'denied')) {
      // "El Salvador le negó al senador": who refuses is at home.
      if (sentence.hits[0] === hit) vote(sides.host, party, scene.weight, span);
      continue;
    }
    if (hit.id === 'LEADER' && act && subject) vote(sides.visitors, party, 1.2 * scene.weight, span);
    if (hit.id === 'LEADER' && act && !subject) vote(sides.host, party, 0.6 * scene.weight, span);
    if (leadsHome(scene, hit)) {
      vote(sides.visitors, party, 2 * scene.weight, span);
      continue;
    }
    if (comesFrom(scene, hit.from)) vote(sides.visitors, party, 3 * scene.weight, span);
    if (subject && ofInstitution(scene, hit)) vote(sides.visitors, party, 1.5 * scene.weight, span);
    // "Chile visita", "Costa Rica enviará una delegación".
    if ((hit.id === 'COUNTRY' || hit.id === 'AGENCY') && subject && act && !leadsTo(scene, hit.from))
      vote(sides.visitors, party, (hit.id === 'AGENCY' ? 1.5 : 0.7) * scene.weight, span);
    if (hit.id === 'DEMONYM' && subject && act && prisonBeside(scene, hit) === null)
      vote(sides.visitors, party, 0.8 * scene.weight, span);
  }
}

const HEARERS = new Set('a al to con with com aos ao aux avec ante before told tells telling'.split(' '));

/** True for the nationality of reporters, or of lawyers who go on their own. */
const besidePrivate = (scene: Scene, hit: ConceptHit): boolean =>
  scene.sentence.hits.some(
    (other) =>
      ((other.to <= hit.from && hit.from - other.to <= 2) ||
        (hit.to <= other.from && other.from - hit.to <= 1)) &&
      (other.id === 'ACTOR.press' || isLegalMission(scene, other)),
  );

const LAWYERS = /^(?:abogad[oa]s|letrad[oa]s|advogad[oa]s|avocate?s|lawyers|attorneys|juristas?|juristes)$/;

/** "A una misión de abogados españoles", "lawyers turned away": several who go for an association. */
const isLegalMission = (scene: Scene, hit: ConceptHit): boolean =>
  hit.id === 'OFFICE.private' &&
  LAWYERS.test(foldedAt(scene.sentence.tokens, hit.from)) &&
  (scene.sentence.zone !== 'body' || scene.sentence.position < 2) &&
  (hasCue(scene, 'denied') || scene.sentence.hits.some(({ id }) => id === 'ACT.blocked')) &&
  scene.first !== undefined &&
  onSubjectSide(scene, hit.from, hit.to);

/** Before a body that is a place or an audience. */
const AT = new Set('en in at ante before em na no perante dans devant'.split(' '));

const COMING = setOf(LISTS.coming);
const FROM = new Set('from de del da do dos du des d by por pela pelo par desde'.split(' '));

/** "Visitor from Stockholm", "los diputados llegados de Madrid", "officials sent by London". */
const comesFrom = ({ sentence: { tokens } }: Scene, at: number): boolean =>
  FROM.has(foldedAt(tokens, at - 1)) &&
  COMING.has(foldedAt(tokens, at - 2)) &&
  // "Recién llegado de El Salvador": he was there.
  !BACK.has(foldedAt(tokens, at - 3));
const BACK = new Set('recien ya acaba just freshly recem tout vient'.split(' '));

/** "CNN goes inside …": an outlet that goes itself; one that is quoted or signs does not. */
function voteOutlet(scene: Scene, hit: ConceptHit, sides: Sides): void {
  const act = scene.first;
  if (act === undefined || act.tense === 'noun' || hit.from < scene.dateline || act.from - hit.to > 2) return;
  if (hit.to <= act.from) vote(sides.visitors, 'org:press', 1.5 * scene.weight, hitSpan(scene.sentence, hit));
}

const PEER = new WordTest(({ folded }) => IS_PEER.test(folded));
const IS_PEER = /^(?:par|homolog(?:o|a|ue)s?|counterparts?|colega|contraparte|anfitri(?:on|ona|ao))$/;
const PEER_REACH = 6;

/** "Con su par salvadoreño, Gustavo Villatoro": the other side of the meeting, told from the visitors' side. */
function isCounterpart({ sentence: { tokens, hits } }: Scene, { from }: PersonMention): boolean {
  for (let at = from - 1; at >= 0 && from - at <= PEER_REACH; at--) {
    if (hits.some((hit) => hit.from <= at && at < hit.to && hit.id === 'PERSON')) return false;
    if (PEER.has(tokens[at])) return true;
  }
  return false;
}

/** Votes of the persons named: for the party they serve. */
export function votePeople(scene: Scene, people: readonly PersonMention[], sides: Sides): void {
  const act = scene.first;
  for (const person of people) {
    if (person.sentence !== scene.sentence.index || person.party === null) continue;
    const role = isCounterpart(scene, person) ? 'host' : receptionRole(scene, person.from, person.to);
    if (role !== null) {
      const side = role === 'host' ? sides.host : sides.visitors;
      vote(side, person.party, 2.5 * scene.weight, person.span);
      continue;
    }
    const subject = onSubjectSide(scene, person.from, person.to);
    const blocked = hasCue(scene, 'denied');
    const news = scene.sentence.zone !== 'body' || scene.sentence.position < 2;
    if (act === undefined) {
      if (news) vote(sides.visitors, person.party, 0.5 * scene.weight, person.span);
      continue;
    }
    vote(sides.visitors, person.party, (subject ? 2.5 : blocked ? 1.2 : 0.4) * scene.weight, person.span);
  }
}
