import type { Party } from '../reading';
import { countriesNamed, type HostAndGuest, type Slot } from './host';
import type { Scene } from './scene';
import { pointsOf, type Sides } from './sides';

/** A second party needs this share of the first one's points to be a visitor as well. */
const SHARE = 0.45;
const LEAST = 0.8;
/** A party that the story rather visits than sends is a stop of the trip, no visitor. */
const OWN_PLACE = 1.5;

const actorAbroad = (scene: Scene): boolean =>
  scene.acts.length > 0 &&
  scene.sentence.hits.some(
    ({ id }) => id.startsWith('OFFICE.') || id === 'DELEGATION' || id === 'ACTOR.official',
  );

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
    const [other] = scenes.some(actorAbroad) ? countriesNamed(scenes, host) : [];
    const side = other ?? (outletCountry === host ? null : outletCountry);
    return { value: side === null ? [] : [side], spans: [] };
  }
  const top = pointsOf(sides.visitors, guest);
  const parties = [...sides.visitors.points]
    .filter(
      ([party, points]) =>
        party !== host && points >= top * SHARE && pointsOf(sides.host, party) <= points * OWN_PLACE,
    )
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([party]) => party);
  const all = parties.includes(guest) ? parties : [guest, ...parties];
  return { value: all, spans: all.flatMap((party) => sides.visitors.spans.get(party)?.slice(0, 2) ?? []) };
}
