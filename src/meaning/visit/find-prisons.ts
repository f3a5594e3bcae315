import { type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { fold } from '../fold';
import { facilityById, facilityName, unlistedFacility } from '../gazetteer/facilities';
import type { Party } from '../reading';
import { setOf } from '../set-of';
import { listed } from '../word-lists';
import { barePrisons } from './bare-prisons';
import { knownPrison } from './known-prison';
import type { PersonMention } from './people';
import { By, isForComparison, type Candidate, type PrisonMention, type VisitSides } from './prison-mentions';
import type { Scene } from './scene';
import { isBody } from './stage';

const COMMON = setOf(listed.visit.prisonMentions.common);
/** Works begin before a prison opens. */
const BUILT = 2;

/** By name to be shown: its words that tell it from other prisons. */
const telling = new Map<string, readonly string[]>();
const LIMIT = 4000;
function wordsOf(name: string): readonly string[] {
  const known = telling.get(name);
  if (known !== undefined) return known;
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3 && !COMMON.has(word));
  if (telling.size > LIMIT) telling.clear();
  telling.set(name, words);
  return words;
}

/** Brings the namings of one prison together. */
export class Prisons {
  readonly candidates: Candidate[] = [];

  of(value: string, by: By): Candidate {
    const exact = this.candidates.find((each) => each.value === value);
    if (exact) return exact;
    const facility = facilityById(value);
    if (facility === undefined) {
      const words = wordsOf(facilityName(value));
      const same = this.candidates.find((each) =>
        wordsOf(facilityName(each.value)).some((word) => words.includes(word)),
      );
      if (same && (by === By.Bare || same.facility === undefined)) return same;
    }
    const made: Candidate = { value, facility, mentions: [], known: [] };
    this.candidates.push(made);
    return made;
  }
}

/** Of several prisons of one name, the one in the country visited is meant. */
const isElsewhere = (hit: ConceptHit, hits: readonly ConceptHit[], host: Party | 'unknown'): boolean => {
  const isHere = ({ value = '' }: ConceptHit): boolean => facilityById(value)?.country === host;
  return (
    !isHere(hit) &&
    hits.some((other) => other.from === hit.from && isOf(other, Family.Facility) && isHere(other))
  );
};

/** The prisons that words or lists tell to be prisons. */
export function namedPrisons(
  scenes: readonly Scene[],
  host: Party | 'unknown',
  year: number | null,
): Prisons {
  const collection = new Prisons();
  for (const scene of scenes)
    for (const hit of scene.sentence.hits) {
      const { id, value, from, to } = hit;
      if (!isOf(hit, Family.Facility) || value === undefined) continue;
      if (isElsewhere(hit, scene.sentence.hits, host)) continue;
      const facility = facilityById(value);
      if (year !== null && facility?.opened !== undefined && year < facility.opened - BUILT) continue;
      const by = facility === undefined ? By.Unlisted : id === 'FACILITY' ? By.Listed : By.Weak;
      collection.of(value, by).mentions.push({ scene, from, to, by });
    }
  return collection;
}

/** The one prison of a story whose head names it, in the country to which officials of another go. */
export function onlyPrison({ candidates }: Prisons, { visitors, host }: VisitSides): Candidate | undefined {
  const [first, second] = candidates;
  if (first === undefined || second !== undefined || first.facility?.country !== host) return undefined;
  if (visitors.every(isBody)) return undefined;
  const isShown = (mention: PrisonMention): boolean =>
    mention.by === By.Listed && mention.scene.sentence.zone !== 'body' && !isForComparison(mention);
  return first.mentions.some(isShown) ? first : undefined;
}

/** Everything in a story that may be the prison of its visit: those named, names alone, and one that everyone knows. */
export function allPrisons(
  prisons: Prisons,
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  host: Party | 'unknown',
  year: number | null,
): readonly Candidate[] {
  for (const scene of scenes)
    for (const mention of barePrisons(scene, people)) {
      const words = scene.sentence.tokens.slice(mention.from, mention.to).map(({ text }) => text);
      prisons.of(unlistedFacility(words.join(' ')), mention.by).mentions.push(mention);
    }
  const isNamed = prisons.candidates.some(({ facility }) => facility?.country === host);
  const known = isNamed ? null : knownPrison(scenes, host, year);
  if (known && known.value !== null) prisons.of(known.value.id, By.Known).known = known.spans;
  return prisons.candidates.filter((each) => each.known.length > 0 || !each.mentions.every(isForComparison));
}
