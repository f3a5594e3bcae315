import type { Analysed, AnalysedSentence } from '../analysed';
import { facilityById } from '../gazetteer/facilities';
import { countryOf } from '../sides';
import { isLead, placeWeight } from '../topic';
import type { CompiledRule, CompiledTopic, Group } from './compile';
import { include, meets, meetsFilled } from './concept-set';
import { closest, firstHit, numbersOf } from './evidence';
import { type Firing, KindScore, type Shown } from './kind-score';

/** A sentence with its concepts as bits, those that follow from names included. */
interface Place {
  readonly sentence: AnalysedSentence;
  /** Of its hits. */
  readonly numbers: readonly number[];
  readonly bits: Int32Array;
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

const GOING = ['ACT.visit', 'ACT.tour', 'ACT.inspect', 'ACT.travel', 'ACT.blocked'];
const FOREIGN_CONCEPTS = ['FOREIGN', 'FOREIGN_BODY', 'OUTLET', 'ACTOR.press', 'DELEGATION'];
const ANYWHERE = 1000;
/** What a rule over the whole head weighs. */
const HEAD = 2;
/** A story of which only title and summary are known says it with fewer sentences: each counts for more. */
const THIN = 4 / 3;

const scaleOf = ({ story }: Analysed): number => (story.body === '' ? THIN : 1);

function places(analysed: Analysed, topic: CompiledTopic): Place[] {
  const scale = scaleOf(analysed);
  return analysed.sentences.map((sentence) => ({
    sentence,
    numbers: numbersOf(sentence, topic.index),
    bits: topic.index.bitsOf(sentence.concepts.members),
    weight: scale * placeWeight(sentence.zone, sentence.position),
    lead: isLead(sentence.zone, sentence.position),
  }));
}

function meetsAll(bits: Int32Array, { needs }: CompiledRule): boolean {
  for (const need of needs) if (!meetsFilled(bits, need)) return false;
  return true;
}

/** The rules of which the story holds what they need: most ask for concepts that it lacks. */
function ableRules<K extends string>(
  { rules, firstNeeds }: CompiledTopic<K>,
  story: Int32Array,
): CompiledRule<K>[] {
  const able: CompiledRule<K>[] = [];
  let at = 0;
  for (const rule of rules) {
    const end = at + 1 + 2 * (firstNeeds[at] as number);
    let met = end === at + 1 ? 1 : 0;
    for (let i = at + 1; i < end; i += 2)
      met |= (story[firstNeeds[i] as number] as number) & (firstNeeds[i + 1] as number);
    if (met !== 0 && meetsAll(story, rule)) able.push(rule);
    at = end;
  }
  return able;
}

const fits = (bits: Int32Array, rule: CompiledRule): boolean =>
  meetsAll(bits, rule) && (rule.noneWords === null || !meetsFilled(bits, rule.noneWords));

const firing = (
  { rule: { name, points } }: CompiledRule,
  weight: number,
  sentence: AnalysedSentence,
  evidence: Firing['evidence'],
): Firing => ({ rule: name, points: points * weight, sentence, evidence });

/** The best place at which a rule fires: its points there are what the rule is worth for the story. */
function inSentences(rule: CompiledRule, all: readonly Place[]): Firing | null {
  const { points, floor = 0, within = ANYWHERE } = rule.rule;
  let most = -Infinity;
  let best: Firing | null = null;
  for (const { sentence, numbers, bits, weight: byPlace } of all) {
    const weight = Math.max(byPlace, floor);
    if (points * weight <= most || !fits(bits, rule)) continue;
    const hits = closest(sentence, numbers, rule.groups, within);
    if (hits === null) continue;
    most = points * weight;
    best = firing(
      rule,
      weight,
      sentence,
      hits.map((hit) => ({ sentence, hit })),
    );
  }
  return best;
}

const union = (some: readonly Place[], words: number): Int32Array => {
  const bits = new Int32Array(words);
  for (const place of some) include(bits, place.bits);
  return bits;
};

/** A rule over the head of the story: its evidence is the first hit of each group there. */
function inHead(rule: CompiledRule, head: readonly Place[], bits: Int32Array, weight: number): Firing | null {
  const first = head[0];
  if (!first || !fits(bits, rule)) return null;
  const evidence: Shown[] = [];
  for (const group of rule.groups) {
    const shown = firstShown(group, head);
    if (shown !== null) evidence.push(shown);
  }
  return firing(rule, weight, first.sentence, evidence);
}

function firstShown(group: Group, head: readonly Place[]): Shown | null {
  for (const { sentence, numbers } of head) {
    const hit = firstHit(sentence, numbers, group);
    if (hit !== null) return { sentence, hit };
  }
  return null;
}

/**
 * Two sides in the head of the story: two countries (the outlet's own is one), a body from outside, or a journey to a
 * country.
 */
/** An official goes to a prison that is shown to the world, and nothing says that he is at home there. */
function seesShowpiece({ hits, concepts }: AnalysedSentence): boolean {
  if (!concepts.has('OFFICE') && !concepts.has('ACTOR.official')) return false;
  if (!GOING.some((id) => concepts.has(id))) return false;
  return hits.some(({ id, value }) => {
    const prison = id === 'FACILITY' && value !== undefined ? facilityById(value) : undefined;
    const athome = hits.some(
      (hit) => hit.id !== 'COUNTRY' && hit.id !== 'FACILITY' && countryOf(hit) === prison?.country,
    );
    return prison?.showpiece === true && !athome;
  });
}

function isForeign(analysed: Analysed, head: readonly Place[]): boolean {
  const countries = new Set<string>();
  for (const { sentence } of head) for (const country of sentence.countries) countries.add(country);
  const { outletCountry } = analysed.story;
  if (outletCountry && countries.size > 0) countries.add(outletCountry);
  if (countries.size > 1) return true;
  return head.some(
    ({ sentence, sentence: { concepts } }) =>
      seesShowpiece(sentence) ||
      FOREIGN_CONCEPTS.some((id) => concepts.has(id)) ||
      (concepts.has('ACT.travel') && concepts.has('COUNTRY')),
  );
}

const weightOf = (head: readonly Place[], set: Int32Array): number =>
  head.reduce((sum, { bits, weight }) => (meets(bits, set) ? sum + weight : sum), 0);

/** How much the head of a story speaks of the topic's subject. */
const aboutnessOf = (head: readonly Place[], { subject, against }: CompiledTopic): number =>
  head.reduce((sum, { bits, weight }) => {
    if (meets(bits, subject)) return sum + (meets(bits, against) ? weight / 2 : weight);
    return meets(bits, against) ? sum - weight / 2 : sum;
  }, 0);

/** Scores every kind of a topic, strongest first, with the reasons and the state of its gate. */
export function scoreKinds<K extends string>(analysed: Analysed, topic: CompiledTopic<K>): StoryScores<K> {
  const all = places(analysed, topic);
  const head = all.filter(({ lead }) => lead);
  const headBits = union(head, topic.index.words);
  const storyBits = union(all, topic.index.words);
  const foreign = isForeign(analysed, head);
  const headWeight = HEAD * scaleOf(analysed);
  const firings = new Map<K, Firing[]>(topic.topic.kinds.map((kind) => [kind, []]));
  for (const rule of ableRules(topic, storyBits)) {
    const found =
      rule.rule.scope === 'lead' ? inHead(rule, head, headBits, headWeight) : inSentences(rule, all);
    if (found) firings.get(rule.rule.kind)?.push(found);
  }
  const kinds = topic.topic.kinds
    .map((kind) => {
      const found = (firings.get(kind) ?? []).sort((a, b) => b.points - a.points);
      const lead = topic.leadGates.get(kind);
      const open = lead === undefined || meets(headBits, lead);
      const closed = !open ? 'lead' : topic.topic.gates[kind].foreign && !foreign ? 'foreign' : null;
      const score = found.reduce((sum, { points }) => sum + points, 0);
      return new KindScore(kind, score, found, closed);
    })
    .sort((a, b) => b.score - a.score);
  return { kinds, about: aboutnessOf(head, topic), against: weightOf(head, topic.against) };
}
