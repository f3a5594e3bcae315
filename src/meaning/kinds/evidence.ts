import type { AnalysedSentence, ConceptHit } from '../analysed';

/** A hit counts for an id by name, and for OFFICE by any portfolio. */
const belongs = (hit: ConceptHit, group: ReadonlySet<string>): boolean =>
  group.has(hit.id) || (group.has('OFFICE') && hit.id.startsWith('OFFICE.'));

/** Ids that follow from several names at once and have no place of their own. */
const isDerived = (group: ReadonlySet<string>): boolean =>
  group.has('TWO_COUNTRIES') || group.has('FOREIGN_BODY');
const NAMES = new Set(['COUNTRY', 'DEMONYM', 'LEADER', 'FACILITY', 'PERSON', 'ORG']);

const hitsOf = (sentence: AnalysedSentence, group: ReadonlySet<string>): readonly ConceptHit[] => {
  const own = sentence.hits.filter((hit) => belongs(hit, group));
  if (own.length > 0) return own;
  return isDerived(group) ? sentence.hits.filter(({ id }) => NAMES.has(id)) : [];
};

/**
 * The closest hits of a sentence that meet every group, one a group, or null when they lie further apart than
 * `within` words. The first group's hits are tried as anchors; the others take their nearest hit.
 */
export function closest(
  sentence: AnalysedSentence,
  groups: readonly ReadonlySet<string>[],
  within: number,
): readonly ConceptHit[] | null {
  const lists = groups.map((group) => hitsOf(sentence, group));
  let best: readonly ConceptHit[] | null = null;
  let bestWidth = within + 1;
  for (const anchor of lists[0] ?? []) {
    const chosen = lists.map((list) => nearest(list, anchor));
    const width = widthOf(chosen);
    if (width < bestWidth) {
      best = chosen;
      bestWidth = width;
    }
  }
  return best;
}

function widthOf(hits: readonly ConceptHit[]): number {
  let from = Infinity;
  let to = 0;
  for (const hit of hits) {
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
