import type { AnalysedSentence, ConceptHit } from '../analysed';
import type { Group } from './compile';
import { type ConceptIndex, holds } from './concept-set';

/** Of a group that follows from several names, these are what shows it. */
const NAMES = new Set(['COUNTRY', 'DEMONYM', 'LEADER', 'FACILITY', 'PERSON', 'ORG']);

/** The hits that show a group. */
function hitsOf(hits: readonly ConceptHit[], index: ConceptIndex, group: Group): ConceptHit[] {
  const own: ConceptHit[] = [];
  for (const hit of hits) if (holds(group.shown, index.numberOf(hit.concept))) own.push(hit);
  return own.length === 0 && group.derived ? hits.filter(({ id }) => NAMES.has(id)) : own;
}

/**
 * The closest hits of a sentence that meet every group, one a group, or null when they lie further apart than
 * `within` words. The first group's hits are tried as anchors; the others take their nearest hit.
 */
export function closest(
  { hits }: AnalysedSentence,
  index: ConceptIndex,
  groups: readonly Group[],
  within: number,
): readonly ConceptHit[] | null {
  const lists = groups.map((group) => hitsOf(hits, index, group));
  let best: ConceptHit | null = null;
  let bestWidth = within + 1;
  for (const anchor of lists[0] ?? []) {
    const width = widthAround(anchor, lists);
    if (width < bestWidth) {
      best = anchor;
      bestWidth = width;
    }
  }
  const anchor = best;
  return anchor && lists.map((list) => nearest(list, anchor));
}

/** The first hit, in reading order, that shows a group by itself; null for none. */
export function firstHit({ hits }: AnalysedSentence, index: ConceptIndex, { any }: Group): ConceptHit | null {
  for (const hit of hits) if (holds(any, index.numberOf(hit.concept))) return hit;
  return null;
}

/** How far a hit and the nearest ones of all lists lie apart. */
function widthAround(anchor: ConceptHit, lists: readonly (readonly ConceptHit[])[]): number {
  let from = Infinity;
  let to = 0;
  for (const list of lists) {
    const hit = nearest(list, anchor);
    from = Math.min(from, hit.from);
    to = Math.max(to, hit.to);
  }
  return to - from;
}

const distance = (a: ConceptHit, b: ConceptHit): number => Math.max(0, a.from - b.to, b.from - a.to);

const nearest = (list: readonly ConceptHit[], anchor: ConceptHit): ConceptHit => {
  let best = anchor;
  let least = Infinity;
  for (const hit of list) {
    const apart = distance(hit, anchor);
    if (apart < least) {
      best = hit;
      least = apart;
    }
  }
  return best;
};
