import { hitSpan } from '../analysed';
import { isState } from '../gazetteer/names';
import type { Party, Span } from '../reading';
import { countriesNamed, type HostAndGuest, type Slot } from './host';
import { ofInmates } from './places';
import type { Scene } from './scene';
import { pointsOf, type Sides } from './tally';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.visit.visitors;

/** Officials of these territories serve the state they belong to. */
const SOVEREIGN = new Map<Party, Party>(
  'MQ:FR GP:FR GF:FR RE:FR YT:FR NC:FR PF:FR VI:US GL:DK'
    .split(' ')
    .map((pair) => pair.split(':') as [Party, Party]),
);

export const sovereignOf = (party: Party): Party => SOVEREIGN.get(party) ?? party;

/** A second party needs this share of the first one's points to be a visitor as well. */
const SHARE = 0.5;
/** Bodies and the press comment on the visits of states more often than they join them. */
const BESIDE_STATE = 0.8;
const LEAST = 0.8;
/** A party that the story rather visits than sends is a stop of the trip, no visitor. */
const OWN_PLACE = 1.5;

/** From so many points on, a country's own officials act in the story: a visit at home unless others are named. */
const AT_HOME = 3;

/** "Viceministro visitó a 18 colombianos presos en Venezuela": whose nationals are called on abroad sends the visitor. */
function nationOfInmates(scenes: readonly Scene[], host: Party | 'unknown'): Party | null {
  for (const scene of scenes) {
    if (scene.sentence.zone === 'body' && scene.sentence.position > 1) continue;
    const nation = scene.sentence.hits.find((hit) => hit.value !== host && ofInmates(scene, hit));
    if (nation?.value && scene.acts.length > 0) return nation.value;
  }
  return null;
}

/** Reporters named in title, summary or opening of a story in which no state shows itself: they are the visitors. */
function pressInHead(scenes: readonly Scene[]): Span | null {
  for (const { sentence, recap } of scenes) {
    if (recap || (sentence.zone === 'body' && sentence.position > 1)) continue;
    const press = sentence.hits.find(({ id }) => id === 'ACTOR.press');
    if (press) return hitSpan(sentence, press);
  }
  return null;
}

/** Member states whose deputies in the Union's parliament travel for their party at home. */
const MEMBERS = setOf(LISTS.members);

/**
 * Of two parties named for one visitor: the commission belongs to the organisation, and members of the European
 * Parliament named with their country travel for it.
 */
export const isContained = (party: Party, all: readonly Party[]): boolean =>
  (party === 'org:OAS' && all.includes('org:IACHR')) ||
  (party === 'EU' && all.some((other) => MEMBERS.has(other)));

/**
 * Who visits, strongest first. When no office or delegation shows its side: the other country of the story, then the
 * outlet's own; empty when neither is known.
 */
export function pickVisitors(
  sides: Sides,
  { host, guest }: HostAndGuest,
  scenes: readonly Scene[],
  outletCountry: Party | null,
): Slot<readonly Party[]> {
  if (guest === null || pointsOf(sides.visitors, guest) < LEAST) {
    const atHome = pointsOf(sides.visitors, host) >= AT_HOME;
    const nation = nationOfInmates(scenes, host);
    if (nation !== null) return { value: [sovereignOf(nation)], spans: [] };
    const press = pressInHead(scenes);
    if (press !== null) return { value: ['org:press'], spans: [press] };
    const [other] = atHome ? [] : countriesNamed(scenes, host);
    const side = other ?? (outletCountry === host ? null : outletCountry);
    return { value: side === null ? [] : [sovereignOf(side)], spans: [] };
  }
  const top = pointsOf(sides.visitors, guest);
  const votes = (party: Party): number => pointsOf(sides.visitors, party);
  const parties = [...sides.visitors.points.keys()]
    .filter(
      (party) =>
        party !== host &&
        votes(party) >= top * (isState(guest) && !isState(party) ? BESIDE_STATE : SHARE) &&
        pointsOf(sides.host, party) <= votes(party) * OWN_PLACE,
    )
    .sort((a, b) => votes(b) - votes(a) || (a < b ? -1 : 1));
  const ranked = parties.includes(guest) ? parties : [guest, ...parties];
  const all = ranked.filter((party) => !isContained(party, ranked));
  const value = [...new Set(all.map(sovereignOf))].filter((party) => party !== host);
  return {
    value: value.length > 0 ? value : all,
    spans: all.flatMap((party) => sides.visitors.spans.get(party)?.slice(0, 2) ?? []),
  };
}
