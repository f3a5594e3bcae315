import { type ConceptHit, isOf } from '../analysed';
import { conceptTest, Family } from '../concepts';
import { isState } from '../gazetteer/names';
import { facilityById } from '../gazetteer/facilities';
import type { Party, Span } from '../reading';
import { partyOf } from './parties';
import type { Scene } from './scene';
import { pointsOf, type Sides } from './tally';

export interface Slot<T> {
  readonly value: T;
  readonly spans: readonly Span[];
}

export interface HostAndGuest {
  readonly host: Party | 'unknown';
  readonly guest: Party | null;
}

/** Fewer points than this are a mention, not a place of a visit. */
const LEAST = 1.5;
/** Share of the points that speak for a party's other role and so against the pair. */
const AGAINST = 0.5;
const NAMES = conceptTest('COUNTRY DEMONYM AGENCY');
/** Names that only hint at a country: "la tierra de Bukele", "el mandatario mineiro". */
const HINTS = conceptTest('LEADER PERSON COUNTRY.weak DEMONYM.weak');

/** Countries the story speaks of, by weight, besides those left out; those only hinted at when none is named. */
export function countriesNamed(scenes: readonly Scene[], ...without: readonly (Party | null)[]): Party[] {
  const named = ranked(scenes, without, (hit) =>
    isOf(hit, Family.Facility)
      ? facilityById(hit.value ?? '')?.country
      : NAMES.has(hit.concept)
        ? hit.value
        : undefined,
  );
  if (named.length > 0) return named;
  return ranked(scenes, without, (hit) =>
    HINTS.has(hit.concept) ? (hit.id === 'PERSON' ? (partyOf(hit) ?? undefined) : hit.value) : undefined,
  );
}

function ranked(
  scenes: readonly Scene[],
  without: readonly (Party | null)[],
  countryOf: (hit: ConceptHit) => Party | undefined,
): Party[] {
  const weights = new Map<Party, number>();
  for (const { sentence, weight, dateline } of scenes)
    for (const hit of sentence.hits) {
      const country = countryOf(hit);
      if (country === undefined || hit.from < dateline || without.includes(country)) continue;
      weights.set(country, (weights.get(country) ?? 0) + weight);
    }
  const weightOf = (country: Party): number => weights.get(country) ?? 0;
  return [...weights.keys()].sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1));
}

/**
 * Host and first visitor chosen together: the pair of different parties for which most speaks. A country that hosts
 * and also speaks through its officials ("the vice president of El Salvador rejected the senator's request") stays
 * the host as long as another party can be the guest.
 */
export function pickPair({ host, visitors }: Sides, scenes: readonly Scene[]): HostAndGuest {
  let best: HostAndGuest = { host: 'unknown', guest: null };
  let bestPoints = -Infinity;
  const guests: (Party | null)[] = [...visitors.points.keys(), null];
  const places = [...host.points.keys()].filter((party) => isState(party) && pointsOf(host, party) >= LEAST);
  for (const place of places.length > 0 ? places : ['unknown'])
    for (const guest of guests) {
      if (place === guest) continue;
      const points =
        pointsOf(host, place) -
        (guest === null ? 1 : AGAINST) * pointsOf(visitors, place) +
        (guest === null ? 0 : pointsOf(visitors, guest) - AGAINST * pointsOf(host, guest));
      if (points > bestPoints) [best, bestPoints] = [{ host: place, guest }, points];
    }
  if (best.host !== 'unknown') return best;
  // Nothing places the visit: the one country named besides the guest's own.
  const [place] = countriesNamed(scenes, best.guest);
  return { ...best, host: place ?? 'unknown' };
}

export const hostSlot = (sides: Sides, host: Party | 'unknown'): Slot<Party | 'unknown'> => ({
  value: host,
  spans: sides.host.spans.get(host) ?? [],
});
