import { isOf } from '../analysed';
import { Family } from '../concepts';
import { partOf } from '../model/buckets';
import { type Token, tokenAt } from '../tokens';
import { wordSet } from '../vocabulary';
import { stemAt as stemIn, ToldConcepts, worthOf } from './beside';
import {
  announcesAnother,
  isAddressee,
  isCalledOn,
  isEarlier,
  isPossessor,
  OPPOSITION,
  OTHERS,
  staysHome,
} from './bystander';
import { Flag, Part, type FeatureSums } from './feature-sums';
import { beyond, chainOf, companyOf, joins, leads, phraseStart, type Naming } from './naming';
import type { PersonMention } from './people';
import { refuses } from './refusal';
import type { Act } from './acts';
import { placeOf, type Place, type Scene } from './scene';
import { sideOf, type Side, type Sides } from './stage';
import { CAPITALS } from './title-case';

const PLACE: Readonly<Record<Place, Part>> = {
  title: Part.Title,
  lead: Part.Lead,
  body: Part.Body,
  late: Part.Late,
};

/** The place of a sentence as a part of features. */
export const placePart = ({ sentence }: Scene): Part => PLACE[placeOf(sentence)];

const TELLING = /^(?:INMATE|NEG\.|RIGHTS\.|MODEL\.opinion|ACTOR\.monitor|TRANSFER|DELEGATION|INCIDENT)/;
const NEIGHBOUR = 6;
const TELL = wordSet('que that qu porque because car');

const stemAt = (tokens: readonly Token[], at: number): number => stemIn(tokens, at, Part.NoWord);
const concepts = new ToldConcepts(TELLING);

export const kindOf = (leader: boolean, office: string | null): number =>
  leader ? Part.Leader : office === null ? Part.NoOffice : partOf(office);
/** Leader, some office, or none. */
const rankOf = ({ leader, office }: PersonMention): number =>
  leader ? Part.Leader : office === null ? Part.NoOffice : Part.AnyOffice;

const MARKS = ',:;(“«"»”';

/** The mark between a token and the one before it; 1 for none. */
function markAt({ stage: { scene, text } }: Naming, at: number): number {
  const { tokens, start, end } = scene.sentence;
  const to = tokens[at]?.start ?? end;
  for (let place = tokenAt(tokens, at - 1)?.end ?? start; place < to; place++) {
    const mark = MARKS.indexOf(text[place] as string);
    if (mark >= 0) return mark + 2;
  }
  return 1;
}

function capitalAt({ stage: { scene } }: Naming, at: number): number {
  const { tokens, hits } = scene.sentence;
  if (hits.some((hit) => hit.from <= at && at < hit.to)) return Part.Hit;
  return CAPITALS.has(tokens[at]) ? Part.Yes : Part.No;
}

function countWords(naming: Naming, kind: number, sums: FeatureSums): void {
  const { person, start, next, stage } = naming;
  const { tokens } = stage.scene.sentence;
  const { to } = person;
  const [head, tail] = chainOf(naming);
  if (head !== tail) {
    sums.word(Part.ChainBefore, stemAt(tokens, phraseStart(head, stage.scene) - 1));
    sums.word(Part.ChainVerb, stemAt(tokens, beyond(tail, stage)));
  }
  for (let at = to; at < next; at++) sums.word(Part.Apposed, stemAt(tokens, at));
  sums.add(Part.Capital, capitalAt(naming, start - 1), capitalAt(naming, to), kind);
  sums.add(Part.Capital2, capitalAt(naming, start - 2), kind);
  const before = stemAt(tokens, start - 1);
  const after = stemAt(tokens, to);
  const verb = stemAt(tokens, next);
  const [opened, closed] = [markAt(naming, start), markAt(naming, to)];
  sums.word(Part.Before, before);
  sums.word(Part.Before, before, kind);
  sums.word(Part.Before2, stemAt(tokens, start - 2), before);
  sums.word(Part.After, after);
  sums.word(Part.After, after, closed);
  sums.word(Part.After2, after, stemAt(tokens, to + 1));
  if (next > to) sums.word(Part.Beyond, verb);
  sums.word(Part.Verb, verb);
  sums.word(Part.Verb, verb, kind);
  sums.word(Part.Verb, stemAt(tokens, next + 1));
  sums.add(Part.Comma, opened, closed);
  sums.add(Part.Comma, opened, closed, kind);
}

function nearestAct({ person: { from, to }, stage: { acts } }: Naming): [act: Act | null, gap: number] {
  let nearest: Act | null = null;
  let least = Infinity;
  for (const act of acts) {
    const gap = Math.min(Math.abs(act.from - to), Math.abs(from - act.to));
    if (gap < least) [nearest, least] = [act, gap];
  }
  return [nearest, least];
}

/** Counts what stands around, and what is done by the person or to him. */
function countAround(naming: Naming, side: Side, kind: number, place: Part, sums: FeatureSums): void {
  const { person, start, next, stage } = naming;
  const { from, to } = person;
  for (const party of stage.sides)
    if (party.from >= to && party.from < next) sums.add(Part.Behind, party.side);
    else if (party.from >= start - 3 && party.to <= from) sums.add(Part.Before, party.side);
    else sums.add(party.from < start ? Part.OnLeft : Part.OnRight, party.side, kind);
  const [act, gap] = nearestAct(naming);
  let left: number = Part.No;
  let right: number = Part.No;
  let between = false;
  for (const hit of stage.scene.sentence.hits) {
    const { id, from: first, to: last } = hit;
    if (id === 'PERSON') between ||= act !== null && first >= to && first < act.from;
    else if (last <= start) {
      if (start - last <= NEIGHBOUR) left = concepts.of(hit.concept).number;
    } else if (first >= to) {
      if (right === Part.No && first - to <= NEIGHBOUR) right = concepts.of(hit.concept).number;
      between ||= act !== null && first < act.from && (isOf(hit, Family.Office) || id === 'DELEGATION');
    }
  }
  sums.add(Part.Left, left);
  sums.add(Part.Right, right);
  if (act === null) return sums.add(Part.NoAct, side, kind);
  const role = from < act.from ? Part.Doer : Part.DoneTo;
  const near = gap <= 2 ? Part.Beside : gap <= 6 ? Part.Near : Part.Far;
  const id = partOf(act.id);
  const tense = partOf(act.tense);
  sums.add(role, id);
  sums.add(role, id, tense);
  sums.add(role, id, kind);
  sums.add(role, id, side);
  sums.add(role, id, near);
  sums.add(role, near, side);
  sums.add(role, tense, near);
  sums.add(role, place, side);
  if (role !== Part.Doer) return;
  sums.flag(announcesAnother(naming, act), Flag.Announces, side);
  sums.add(Part.Between, between ? Part.Yes : Part.No, kind);
}

function countFlags(naming: Naming, side: Side, sums: FeatureSums): void {
  const { person, next, stage } = naming;
  const { scene, text } = stage;
  const { tokens, start } = scene.sentence;
  const company = companyOf(naming);
  sums.flag(company === 'guest', Flag.Company, side);
  sums.flag(company === 'host', Flag.Met, side);
  sums.flag(leads(naming), Flag.Leads, side);
  sums.flag(joins(naming), Flag.Joins, side);
  sums.flag(
    OTHERS.mayStand(tokens, 0, person.span.start) && OTHERS.isIn(text.slice(start, person.span.start)),
    Flag.Others,
    side,
  );
  sums.flag(staysHome(naming), Flag.Home, side);
  sums.flag(refuses(scene, person), Flag.Refuses, side);
  sums.flag(isCalledOn(naming), Flag.CalledOn, side);
  sums.flag(isAddressee(naming), Flag.Addressee, side);
  sums.flag(isPossessor(naming), Flag.Possessor, side);
  sums.flag(OPPOSITION.test(person.role), Flag.Opposition, side);
  let that = false;
  for (let at = person.to; at < next + 4 && !that; at++) that = TELL.has(tokens[at]);
  sums.flag(that, Flag.That, side);
}

/** Counts who stands side by side with the person. */
function countPair(
  { party, leader, office }: PersonMention,
  sides: Sides,
  kind: number,
  sums: FeatureSums,
): void {
  sums.add(Part.Pair, sideOf(party, sides));
  sums.add(Part.Pair, kindOf(leader, office), kind);
}

/** Counts what one naming tells of a person on this side. */
export function countNaming(naming: Naming, sides: Sides, side: Side, sums: FeatureSums): void {
  const { person, start, nth, stage } = naming;
  const { scene, here, joined } = stage;
  const { from } = person;
  const at = placeOf(scene.sentence);
  const place = PLACE[at];
  const kind = rankOf(person);
  sums.worth = worthOf(scene);
  sums.add(Part.Place, place);
  sums.add(Part.Place, place, side, kind);
  if (scene.recap) sums.add(Part.Recap, side);
  if (isEarlier(scene, sides.published)) sums.add(Part.Earlier, side);
  if (from < scene.dateline) sums.add(Part.Dateline);
  if (scene.quoted[from]) sums.add(Part.Quoted);
  countWords(naming, kind, sums);
  countAround(naming, side, kind, place, sums);
  for (const cue of scene.cues)
    sums.add(Part.Cue, partOf(cue.name), from < cue.from ? Part.Before : Part.Behind);
  for (const concept of scene.sentence.concepts.members) {
    const { number, tells } = concepts.of(concept);
    if (!tells) continue;
    sums.add(Part.In, number);
    sums.add(Part.In, number, kind);
  }
  const opening = scene.dateline + 1;
  const opens = from <= opening ? Part.First : start <= opening ? Part.Phrase : Part.No;
  sums.add(Part.Opens, opens, place);
  sums.add(Part.Opens, opens, side);
  countFlags(naming, side, sums);
  const before = nth > 0 && joined[nth - 1] ? here[nth - 1] : undefined;
  const behind = joined[nth] ? here[nth + 1] : undefined;
  if (before) countPair(before, sides, kind, sums);
  if (behind) countPair(behind, sides, kind, sums);
  if (before || behind) sums.add(Part.Chain, place, side);
  sums.add(Part.Here, Math.min(here.length, 4), Math.min(nth, 3));
}
