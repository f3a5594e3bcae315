import type { Analysed, ConceptHit } from '../analysed';
import { hitSpan } from '../analysed';
import { facilityById } from '../gazetteer/facilities';
import type { Party, Span } from '../reading';
import { attachedParties, isWeakParty, partyOf } from './parties';
import type { PersonMention } from './people';
import { refuses } from './refusal';
import { hasCue, isCompared, ON_THE_SPOT, type Act, type Scene } from './scene';

/** Votes for a party being one side of the visit, with the words that gave them. */
export interface Tally {
  readonly points: Map<Party, number>;
  readonly spans: Map<Party, Span[]>;
}

export interface Sides {
  readonly visitors: Tally;
  readonly host: Tally;
}

const tally = (): Tally => ({ points: new Map(), spans: new Map() });

export function vote(to: Tally, party: Party, points: number, span: Span): void {
  to.points.set(party, (to.points.get(party) ?? 0) + points);
  const spans = to.spans.get(party);
  if (spans === undefined) to.spans.set(party, [span]);
  else if (spans.length < 4) spans.push(span);
}

export const pointsOf = (of: Tally, party: Party): number => of.points.get(party) ?? 0;

/** Prepositions of place before a country: what follows them is where something happens or whither one goes. */
const TO = new Set('a al en hacia to in into em no na nos ao à au aux para dans vers sur'.split(' '));
const OF = new Set('de del da do dos das of du des d'.split(' '));
const ARTICLES = new Set('el la los las the o os as le les l'.split(' '));
const AGENT = new Set('por by pelo pela pelos pelas par'.split(' '));
const POSSESSIVE = new Set(['s']);

const isAct = (act: Act): boolean =>
  ON_THE_SPOT.has(act.id) || act.id === 'ACT.travel' || act.id === 'ACT.arrive';

const firstAct = (scene: Scene): Act | undefined => {
  const open = scene.acts.filter((act) => !act.quoted);
  return open.find((act) => isAct(act) && act.tense !== 'noun') ?? open.find(isAct) ?? open[0];
};

function wordBefore(scene: Scene, at: number): string {
  const { tokens } = scene.sentence;
  let back = at - 1;
  if (ARTICLES.has(tokens[back]?.folded ?? '')) back--;
  return tokens[back]?.folded ?? '';
}

/** A prison word close to the name: "cárceles de Ecuador", "Salvadoran prison", "prison system of Chile". */
const besidePrison = (scene: Scene, hit: ConceptHit): boolean =>
  scene.sentence.hits.some(
    (other) =>
      (other.id.startsWith('PRISON.') || other.id === 'FACILITY') &&
      ((other.to <= hit.from && hit.from - other.to <= 3) ||
        (hit.to <= other.from && other.from - hit.to <= 3)),
  );

function votePlaces(scene: Scene, sides: Sides): void {
  const act = firstAct(scene);
  for (const hit of scene.sentence.hits) {
    if (hit.from < scene.dateline) continue;
    const span = hitSpan(scene.sentence, hit);
    if (hit.id === 'FACILITY') {
      const country = facilityById(hit.value ?? '')?.country;
      if (country && !isCompared(scene, hit)) vote(sides.host, country, scene.weight * (act ? 3 : 1), span);
      continue;
    }
    if (hit.id !== 'COUNTRY' && hit.id !== 'DEMONYM') continue;
    const party = hit.value as Party;
    if (isCompared(scene, hit)) continue;
    const before = wordBefore(scene, hit.from);
    const afterAct = act !== undefined && hit.from >= act.to;
    let points = 0;
    if (hit.id === 'COUNTRY' && TO.has(before)) points += afterAct ? 2.5 : 1;
    else if (hit.id === 'COUNTRY' && afterAct && hit.from - (act?.to ?? 0) <= 2 && !AGENT.has(before))
      points += 2;
    if (
      besidePrison(scene, hit) &&
      (OF.has(before) ||
        TO.has(before) ||
        hit.id === 'DEMONYM' ||
        POSSESSIVE.has(scene.sentence.tokens[hit.to]?.folded ?? ''))
    )
      points += act !== undefined && hit.from - act.to <= 6 && hit.from >= act.from ? 2 : 0.8;
    if (points > 0) vote(sides.host, party, points * scene.weight, span);
  }
}

const OPENING = new Set(
  'after following tras luego despues apos depois apres during durante in en'.split(' '),
);
const isActor = (hit: ConceptHit): boolean =>
  hit.id === 'PERSON' || hit.id === 'LEADER' || hit.id.startsWith('OFFICE.');

/** True when tokens at `from` stand on the side of the act where its doer stands. */
function onSubjectSide(scene: Scene, from: number, to: number): boolean {
  const act = firstAct(scene);
  if (act === undefined) return false;
  if (act.tense !== 'noun') return to <= act.from || AGENT.has(wordBefore(scene, from));
  // "After prison tour, Kast asks": the sentence opens with the act, its subject follows.
  if (act.from <= 4 && OPENING.has(scene.sentence.tokens[0]?.folded ?? '') && from > act.to)
    return !scene.sentence.hits.some((hit) => isActor(hit) && hit.from >= act.to && hit.to <= from);
  // "visita de la ministra de Perú a El Salvador", "visit by the Chilean president to".
  const before = wordBefore(scene, from);
  return to <= act.from || ((OF.has(before) || AGENT.has(before)) && from - act.to <= 4);
}

const COUNTERPART = /^(?:homolog|counterpart)/;

/** "Se reunió con el ministro de …", "received by the president of …": the other side of the meeting. */
const isHostRole = (scene: Scene, hit: ConceptHit): boolean =>
  COUNTERPART.test(scene.sentence.tokens[hit.from]?.folded ?? '') ||
  scene.sentence.hits.some(
    (other) =>
      (other.id === 'ACT.meet' || other.id === 'ACT.host') &&
      other.to <= hit.from &&
      hit.from - other.to <= 6,
  );

function voteActors(scene: Scene, sides: Sides, text: string): void {
  const { sentence } = scene;
  const act = firstAct(scene);
  for (const hit of sentence.hits) {
    const actor = hit.id.startsWith('OFFICE.') || hit.id === 'DELEGATION' || hit.id === 'ACTOR.press';
    if (!actor || hit.from < scene.dateline) continue;
    const { parties, hits } = attachedParties(sentence, hit.from, hit.to, text);
    const subject = onSubjectSide(scene, hit.from, hit.to);
    if (hit.id === 'ACTOR.press') {
      if (subject && act) vote(sides.visitors, 'org:press', 1.2 * scene.weight, hitSpan(sentence, hit));
      continue;
    }
    const points = hit.id === 'DELEGATION' ? 3.5 : 3;
    for (const party of parties) {
      const share = act === undefined ? 0.35 : subject ? 1 : 0.4;
      const span = hitSpan(sentence, hits.find((each) => partyOf(each) === party) ?? hit);
      if ((!subject && isHostRole(scene, hit)) || refuses(scene, hit))
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
    const party = partyOf(hit);
    if (party === null || hit.from < scene.dateline) continue;
    const span = hitSpan(sentence, hit);
    const subject = onSubjectSide(scene, hit.from, hit.to);
    const refused = hasCue(scene, 'denied');
    const lead = sentence.zone !== 'body' || sentence.position < 2;
    if (hit.id === 'ORG' && !act && lead) vote(sides.visitors, party, 0.5 * scene.weight, span);
    if (hit.id === 'ORG' && act)
      vote(
        sides.visitors,
        party,
        (subject ? 3 : 0.4) * scene.weight * (party === 'org:press' ? 0.5 : 1),
        span,
      );
    if (refused && subject && (hit.id === 'COUNTRY' || hit.id === 'LEADER')) {
      // "El Salvador le negó al senador": who refuses is at home.
      if (sentence.hits[0] === hit) vote(sides.host, party, scene.weight, span);
      continue;
    }
    if (hit.id === 'LEADER' && act && subject) vote(sides.visitors, party, 1.2 * scene.weight, span);
    if (hit.id === 'LEADER' && act && !subject) vote(sides.host, party, 0.6 * scene.weight, span);
    // "Chile visita", "Costa Rica enviará una delegación".
    if (
      (hit.id === 'COUNTRY' || hit.id === 'AGENCY') &&
      subject &&
      act &&
      !TO.has(wordBefore(scene, hit.from))
    )
      vote(sides.visitors, party, (hit.id === 'AGENCY' ? 1.5 : 0.7) * scene.weight, span);
    if (hit.id === 'DEMONYM' && subject && act && !besidePrison(scene, hit))
      vote(sides.visitors, party, 0.8 * scene.weight, span);
  }
}

function votePeople(scene: Scene, people: readonly PersonMention[], sides: Sides): void {
  const act = firstAct(scene);
  if (act === undefined) return;
  for (const person of people) {
    if (person.sentence !== scene.sentence.index || person.party === null) continue;
    const subject = onSubjectSide(scene, person.from, person.to);
    const blocked = hasCue(scene, 'denied');
    vote(sides.visitors, person.party, (subject ? 2.5 : blocked ? 1.2 : 0.4) * scene.weight, person.span);
  }
}

/** Weighs, over the whole story, who visits and who is visited. */
export function weighSides(
  analysed: Analysed,
  scenes: readonly Scene[],
  people: readonly PersonMention[],
): Sides {
  const sides: Sides = { visitors: tally(), host: tally() };
  for (const scene of scenes) {
    votePlaces(scene, sides);
    voteActors(scene, sides, analysed.story[scene.sentence.zone]);
    votePeople(scene, people, sides);
  }
  return sides;
}
