import type { Analysed, AnalysedSentence, ConceptHit } from '../analysed';
import { conceptOf } from '../concepts';
import { facilityById } from '../gazetteer/facilities';
import { countryOf } from '../sides';
import { isLead, placeWeight } from '../topic';
import type { CompiledRule, CompiledTopic, Group } from './compile';
import { type ConceptIndex, meets } from './concept-set';
import { closest, firstHit } from './evidence';
import { type Firing, KindScore, type Shown } from './kind-score';

/** A sentence with what its concepts say, those that follow from names included. */
interface Place {
  readonly sentence: AnalysedSentence;
  /** The rules that they meet, by number. */
  readonly rules: readonly number[];
  readonly onSubject: boolean;
  readonly against: boolean;
  readonly weight: number;
  readonly lead: boolean;
}

export interface StoryScores<K extends string> {
  /** Strongest first. */
  readonly kinds: readonly KindScore<K>[];
  /** How much the head of the story speaks of the topic's subject; below zero when it speaks of something else. */
  readonly about: number;
  /** How much of the head speaks of something else: trials, tourism, sport, series, families. */
  readonly against: number;
}

const OFFICIAL = ['OFFICE', 'ACTOR.official'].map(conceptOf);
const GOING = ['ACT.visit', 'ACT.tour', 'ACT.inspect', 'ACT.travel', 'ACT.blocked'].map(conceptOf);
const FOREIGN = ['FOREIGN', 'FOREIGN_BODY', 'OUTLET', 'ACTOR.press', 'DELEGATION'].map(conceptOf);
const TRAVEL = conceptOf('ACT.travel');
const COUNTRY = conceptOf('COUNTRY');
const ANYWHERE = 1000;
/** What a rule over the whole head weighs. */
const HEAD = 2;
/** A story of which only title and summary are known says it with fewer sentences: each counts for more. */
const THIN = 4 / 3;

const scaleOf = ({ story }: Analysed): number => (story.body === '' ? THIN : 1);

function places(analysed: Analysed, { index, table, subject, against }: CompiledTopic): Place[] {
  const scale = scaleOf(analysed);
  const bits = new Int32Array(index.words);
  return analysed.sentences.map((sentence) => {
    bits.fill(0);
    index.add(sentence.concepts.members, bits);
    return {
      sentence,
      rules: table.fitting(bits),
      onSubject: meets(bits, subject),
      against: meets(bits, against),
      weight: scale * placeWeight(sentence.zone, sentence.position),
      lead: isLead(sentence.zone, sentence.position),
    };
  });
}

const firing = (
  { rule: { name, points } }: CompiledRule,
  weight: number,
  sentence: AnalysedSentence,
  evidence: Firing['evidence'],
): Firing => ({ rule: name, points: points * weight, sentence, evidence });

/** The place at which a rule is worth most, and the hits that make it fire there. */
interface Best {
  readonly worth: number;
  readonly place: Place;
  readonly hits: readonly ConceptHit[];
}

/** By number of a rule, the best place at which it fires: its points there are what the rule is worth for the story. */
function bestPlaces(all: readonly Place[], { rules, index }: CompiledTopic): (Best | undefined)[] {
  const best: (Best | undefined)[] = [];
  for (const place of all)
    for (const number of place.rules) {
      const { rule, groups } = rules[number] as CompiledRule;
      if (rule.scope === 'lead') continue;
      const worth = rule.points * Math.max(place.weight, rule.floor ?? 0);
      if (worth <= (best[number]?.worth ?? -Infinity)) continue;
      const hits = closest(place.sentence, index, groups, rule.within ?? ANYWHERE);
      if (hits !== null) best[number] = { worth, place, hits };
    }
  return best;
}

function inSentence(rule: CompiledRule, { place: { sentence, weight }, hits }: Best): Firing {
  const evidence = hits.map((hit) => ({ sentence, hit }));
  return firing(rule, Math.max(weight, rule.rule.floor ?? 0), sentence, evidence);
}

/** A rule over the head of the story: its evidence is the first hit of each group there. */
function inHead(
  rule: CompiledRule,
  head: readonly Place[],
  weight: number,
  index: ConceptIndex,
): Firing | null {
  const first = head[0];
  if (!first) return null;
  const evidence: Shown[] = [];
  for (const group of rule.groups) {
    const shown = firstShown(group, head, index);
    if (shown !== null) evidence.push(shown);
  }
  return firing(rule, weight, first.sentence, evidence);
}

function firstShown(group: Group, head: readonly Place[], index: ConceptIndex): Shown | null {
  for (const { sentence } of head) {
    const hit = firstHit(sentence, index, group);
    if (hit !== null) return { sentence, hit };
  }
  return null;
}

/** An official goes to a prison that is shown to the world, and nothing says that he is at home there. */
function seesShowpiece({ hits, concepts }: AnalysedSentence): boolean {
  if (!concepts.holdsAny(OFFICIAL) || !concepts.holdsAny(GOING)) return false;
  return hits.some(({ id, value }) => {
    const prison = id === 'FACILITY' && value !== undefined ? facilityById(value) : undefined;
    const athome = hits.some(
      (hit) => hit.id !== 'COUNTRY' && hit.id !== 'FACILITY' && countryOf(hit) === prison?.country,
    );
    return prison?.showpiece === true && !athome;
  });
}

/**
 * Two sides in the head of the story: two countries (the outlet's own is one), a body from outside, or a journey to a
 * country.
 */
function isForeign(analysed: Analysed, head: readonly Place[]): boolean {
  const countries = new Set<string>();
  for (const { sentence } of head) for (const country of sentence.countries) countries.add(country);
  const { outletCountry } = analysed.story;
  if (outletCountry && countries.size > 0) countries.add(outletCountry);
  if (countries.size > 1) return true;
  return head.some(
    ({ sentence, sentence: { concepts } }) =>
      seesShowpiece(sentence) ||
      concepts.holdsAny(FOREIGN) ||
      (concepts.holds(TRAVEL) && concepts.holds(COUNTRY)),
  );
}

const weightAgainst = (head: readonly Place[]): number =>
  head.reduce((sum, { against, weight }) => (against ? sum + weight : sum), 0);

/** How much the head of a story speaks of the topic's subject. */
const aboutnessOf = (head: readonly Place[]): number =>
  head.reduce((sum, { onSubject, against, weight }) => {
    if (onSubject) return sum + (against ? weight / 2 : weight);
    return against ? sum - weight / 2 : sum;
  }, 0);

/** Scores every kind of a topic, strongest first, with the reasons and the state of its gate. */
export function scoreKinds<K extends string>(analysed: Analysed, topic: CompiledTopic<K>): StoryScores<K> {
  const all = places(analysed, topic);
  const head = all.filter(({ lead }) => lead);
  const { index } = topic;
  const headBits = new Int32Array(index.words);
  for (const { sentence } of head) index.add(sentence.concepts.members, headBits);
  const headRules = topic.table.fitting(headBits);
  const best = bestPlaces(all, topic);
  const foreign = isForeign(analysed, head);
  const headWeight = HEAD * scaleOf(analysed);
  const firings = topic.topic.kinds.map((): Firing[] => []);
  for (let number = 0; number < topic.rules.length; number++) {
    const rule = topic.rules[number] as CompiledRule<K>;
    const place = best[number];
    const byHead = rule.rule.scope === 'lead' && headRules.includes(number);
    const found = byHead ? inHead(rule, head, headWeight, index) : place && inSentence(rule, place);
    if (found) firings[topic.topic.kinds.indexOf(rule.rule.kind)]?.push(found);
  }
  const kinds = topic.topic.kinds
    .map((kind, nth) => {
      const found = (firings[nth] as Firing[]).sort((a, b) => b.points - a.points);
      const lead = topic.leadGates.get(kind);
      const open = lead === undefined || meets(headBits, lead);
      const closed = !open ? 'lead' : topic.topic.gates[kind].foreign && !foreign ? 'foreign' : null;
      const score = found.reduce((sum, { points }) => sum + points, 0);
      return new KindScore(kind, score, found, closed);
    })
    .sort((a, b) => b.score - a.score);
  return { kinds, about: aboutnessOf(head), against: weightAgainst(head) };
}
