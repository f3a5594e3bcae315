import type { Party, Span } from '../reading';

/** Votes for a party being one side of the visit, with the words that gave them. */
export interface Tally {
  readonly points: Map<Party, number>;
  readonly spans: Map<Party, Span[]>;
}

/** What speaks for each party as visitor and as host. */
export interface Sides {
  readonly visitors: Tally;
  readonly host: Tally;
}

/** A tally without votes. */
export const newTally = (): Tally => ({ points: new Map(), spans: new Map() });

export function vote(to: Tally, party: Party, points: number, span: Span): void {
  to.points.set(party, (to.points.get(party) ?? 0) + points);
  const spans = to.spans.get(party);
  if (spans === undefined) to.spans.set(party, [span]);
  else if (spans.length < 4) spans.push(span);
}

export const pointsOf = (of: Tally, party: Party): number => of.points.get(party) ?? 0;
