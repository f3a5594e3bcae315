import { hitSpan } from '../analysed';
import type { Party } from '../reading';
import type { HostAndGuest, Slot } from './host';
import type { Scene } from './scene';
import { pointsOf, type Sides } from './sides';

/** A second party needs this share of the first one's points to be a visitor as well. */
const SHARE = 0.45;
const LEAST = 0.8;
/** A party that the story rather visits than sends is a stop of the trip, no visitor. */
const OWN_PLACE = 1.5;

/** A country the story speaks of besides the host: whose officials they are when nothing says so. */
function otherCountry(scenes: readonly Scene[], host: Party | 'unknown'): Slot<readonly Party[]> | null {
  const weights = new Map<Party, number>();
  for (const { sentence, weight } of scenes)
    for (const hit of sentence.hits)
      if (
        (hit.id === 'COUNTRY' || hit.id === 'DEMONYM' || hit.id === 'AGENCY') &&
        hit.value &&
        hit.value !== host
      )
        weights.set(hit.value, (weights.get(hit.value) ?? 0) + weight);
  const [best] = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (best === undefined) return null;
  const spans = scenes.flatMap(({ sentence }) =>
    sentence.hits.filter((hit) => hit.value === best[0]).map((hit) => hitSpan(sentence, hit)),
  );
  return { value: [best[0]], spans: spans.slice(0, 2) };
}

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
    const other = scenes.some(actorAbroad) ? otherCountry(scenes, host) : null;
    if (other) return other;
    return { value: outletCountry !== null && outletCountry !== host ? [outletCountry] : [], spans: [] };
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
