import type { Party, Span } from '../reading';
import type { Slot } from './host';
import { pointsOf, type Sides } from './sides';

/** A second party needs this share of the first one's points to be a visitor as well. */
const SHARE = 0.45;
const LEAST = 0.8;

/**
 * Who visits: the parties with most votes besides the host, strongest first. Empty when the story names none.
 * `fallback` (the outlet's own country) counts only when no other party is there at all.
 */
export function pickVisitors(
  sides: Sides,
  host: Party | 'unknown',
  fallback: Party | null,
): Slot<readonly Party[]> {
  const ranked = [...sides.visitors.points]
    .filter(([party, points]) => party !== host && points >= LEAST)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const top = ranked[0]?.[1] ?? 0;
  const chosen = ranked
    .filter(([party, points]) => points >= top * SHARE && pointsOf(sides.host, party) <= points * 1.5)
    .map(([party]) => party);
  const parties = chosen.length > 0 || ranked.length === 0 ? chosen : [(ranked[0] as [Party, number])[0]];
  const spans: Span[] = parties.flatMap((party) => sides.visitors.spans.get(party)?.slice(0, 2) ?? []);
  if (parties.length > 0) return { value: parties, spans };
  return { value: fallback !== null && fallback !== host ? [fallback] : [], spans: [] };
}
