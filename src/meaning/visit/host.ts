import type { Party, Span } from '../reading';
import { isState } from '../gazetteer/names';
import { pointsOf, type Sides } from './sides';

/** What a country gains as host it loses by half of what speaks for it as visitor. */
const AGAINST = 0.5;
/** Fewer points than this are a mention, not a place of a visit. */
const LEAST = 1.5;

export interface Slot<T> {
  readonly value: T;
  readonly spans: readonly Span[];
}

/** The country visited, or `unknown` when nothing in the story places the visit. */
export function pickHost({ host, visitors }: Sides): Slot<Party | 'unknown'> {
  let best: Party | 'unknown' = 'unknown';
  let bestPoints = 0;
  for (const [party, points] of host.points) {
    if (!isState(party) || points < LEAST) continue;
    const net = points - AGAINST * pointsOf(visitors, party);
    if (net > bestPoints) [best, bestPoints] = [party, net];
  }
  return { value: best, spans: host.spans.get(best) ?? [] };
}
