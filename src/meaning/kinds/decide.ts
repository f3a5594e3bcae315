import type { Analysed, AnalysedSentence, ConceptHit } from '../analysed';
import { conceptOf } from '../concepts';
import { facilityById } from '../gazetteer/facilities';
import { countryOf } from '../sides';
import { isLead, placeWeight } from '../topic';
import type { CompiledRule, CompiledTopic, Group } from './compile';
import { holds, meets, unionOf } from './concept-set';
import { closest, firstHit, numbersOf } from './evidence';
import { type Firing, KindScore, type Shown } from './kind-score';

/** A sentence with its concepts as bits, those that follow from names included. */
interface Place {
  readonly sentence: AnalysedSentence;
  /** Of its hits. */
  readonly numbers: readonly number[];
  readonly bits: Int32Array;
  /** The rules that they meet, by number. */
  readonly rules: Int32Array;
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

function places(analysed: Analysed, topic: CompiledTopic): Place[] {
  const scale = scaleOf(analysed);
  return analysed.sentences.map((sentence) => {
    const bits = topic.index.bitsOf(sentence.concepts.members);
    return {
      sentence,
      numbers: numbersOf(sentence, topic.index),
      bits,
      rules: topic.table.fitting(bits),
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

/** The best place at which a rule fires: its points there are what the rule is worth for the story. */
function inSentences(rule: CompiledRule, number: number, all: readonly Place[]): Firing | null {
  const { points, floor = 0, within = ANYWHERE } = rule.rule;
  let most = -Infinity;
  let best: readonly ConceptHit[] | null = null;
  let where: Place | undefined;
  for (const place of all) {
    if (!holds(place.rules, number)) continue;
    const worth = points * Math.max(place.weight, floor);
    if (worth <= most) continue;
    const hits = closest(place.sentence, place.numbers, rule.groups, within);
    if (hits === null) continue;
    most = worth;
    best = hits;
    where = place;
  }
  if (best === null || where === undefined) return null;
  const { sentence, weight } = where;
  const evidence = best.map((hit) => ({ sentence, hit }));
  return firing(rule, Math.max(weight, floor), sentence, evidence);
}

/** A rule over the head of the story: its evidence is the first hit of each group there. */
function inHead(rule: CompiledRule, head: readonly Place[], weight: number): Firing | null {
  const first = head[0];
  if (!first) return null;
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
  const headBits = unionOf(
    head.map(({ bits }) => bits),
    topic.index.words,
  );
  const headRules = topic.table.fitting(headBits);
  const somewhere = unionOf(
    all.map(({ rules }) => rules),
    headRules.length,
  );
  const foreign = isForeign(analysed, head);
  const headWeight = HEAD * scaleOf(analysed);
  const firings = new Map<K, Firing[]>(topic.topic.kinds.map((kind) => [kind, []]));
  for (let number = 0; number < topic.rules.length; number++) {
    const rule = topic.rules[number] as CompiledRule<K>;
    const byHead = rule.rule.scope === 'lead';
    if (!holds(byHead ? headRules : somewhere, number)) continue;
    const found = byHead ? inHead(rule, head, headWeight) : inSentences(rule, number, all);
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
