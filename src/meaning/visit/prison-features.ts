import { hitOf, type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { partOf } from '../model/buckets';
import { type Token, tokenAt } from '../tokens';
import type { Act } from './acts';
import { PLACE, stemAt as stemIn, ToldConcepts, worthOf } from './beside';
import type { FeatureSums } from './feature-sums';
import { isPrisonAtHome } from './places';
import type { Relation } from './prison-field';
import type { PrisonMention } from './prison-mentions';
import { isListed } from './prison-round';
import { CAPITALS } from './title-case';
import { isCompared, placeOf, type Scene } from './scene';

const NEIGHBOUR = 6;

/** What features are about: their parts that are no words of the story. */
export const enum Part {
  NoWord = 1,
  By,
  Place,
  Recap,
  Quoted,
  Before,
  Before2,
  After,
  After2,
  Left,
  Right,
  NoAct,
  Doer,
  DoneTo,
  Cue,
  In,
  Rival,
  Nth,
  Compared,
  Home,
  Listed,
  Mark,
  Capital,
  Opens,
  Several,
  Relation,
  Guest,
  Count,
  Most,
  Order,
  Zones,
  Known,
  Showpiece,
  Rivals,
  AtLarge,
  Title,
  List,
  Toured,
  None,
  Told,
}

const TELLING = /^(?:INMATE|NEG\.|RIGHTS\.|TRANSFER|DELEGATION|INCIDENT|REFORM|STATUS|PRISON\.)/;

const stemAt = (tokens: readonly Token[], at: number): number => stemIn(tokens, at, Part.NoWord);
export const concepts = new ToldConcepts(TELLING);

const numberOf = (hit: ConceptHit | undefined): number =>
  hit === undefined ? 0 : concepts.of(hit.concept).number;

/** How far a token stands from the one before it: next to it, or parted by marks. */
const gapAt = ({ sentence: { tokens, start, end } }: Scene, at: number): number =>
  Math.min((tokens[at]?.start ?? end) - (tokenAt(tokens, at - 1)?.end ?? start), 3);

/** What is quoted tells less of what is not. */
const QUOTED = 9;

function nearestAct({ acts, quoted }: Scene, { from, to }: PrisonMention): [act: Act | null, gap: number] {
  let nearest: Act | null = null;
  let least = Infinity;
  for (const act of acts) {
    const gap = Math.min(Math.abs(act.from - to), Math.abs(from - act.to));
    const distance = act.quoted && !quoted[from] ? gap + QUOTED : gap;
    if (distance < least) [nearest, least] = [act, distance];
  }
  return [nearest, least];
}

function countWords({ scene, from, to, by }: PrisonMention, sums: FeatureSums): void {
  const { tokens } = scene.sentence;
  const [before, before2] = [stemAt(tokens, from - 1), stemAt(tokens, from - 2)];
  const [after, after2] = [stemAt(tokens, to), stemAt(tokens, to + 1)];
  const gap = gapAt(scene, to);
  sums.word(Part.Before, before);
  sums.word(Part.Before, before, by);
  sums.word(Part.Before2, before2);
  sums.word(Part.After, after);
  sums.word(Part.After, after, gap);
  sums.word(Part.After2, after2);
  sums.add(Part.Mark, gapAt(scene, from), gap, by);
  sums.add(
    Part.Capital,
    CAPITALS.has(tokenAt(tokens, from - 1)) ? 1 : 0,
    CAPITALS.has(tokens[to]) ? 1 : 0,
    by,
  );
}

/** Counts what stands around, and what is done to the prison. */
function countAround(mention: PrisonMention, kind: number, place: number, sums: FeatureSums): void {
  const { scene, from, to, by } = mention;
  let left: ConceptHit | undefined;
  let right: ConceptHit | undefined;
  let rivals = 0;
  let nth = 0;
  for (const hit of scene.sentence.hits) {
    const { from: start, to: end } = hit;
    if (isOf(hit, Family.Facility) && (start >= to || end <= from)) {
      rivals++;
      if (start < from) nth++;
    }
    if (end <= from) {
      if (from - end <= NEIGHBOUR) left = hit;
    } else if (start >= to && start - to <= NEIGHBOUR) right ??= hit;
  }
  const [before, behind] = [numberOf(left), numberOf(right)];
  sums.add(Part.Left, before);
  sums.add(Part.Left, before, kind);
  sums.add(Part.Right, behind);
  sums.add(Part.Right, behind, by);
  sums.add(Part.Rival, Math.min(rivals, 3), place);
  sums.add(Part.Nth, Math.min(nth, 2), Math.min(rivals, 3), kind);
  const [act, gap] = nearestAct(scene, mention);
  if (act === null) {
    sums.add(Part.NoAct, kind);
    sums.add(Part.NoAct, place);
  } else {
    const role = from < act.from ? Part.Doer : Part.DoneTo;
    const id = partOf(act.id);
    const near = gap <= 2 ? 1 : gap <= 6 ? 2 : 3;
    sums.add(role, id);
    sums.add(role, id, partOf(act.tense));
    sums.add(role, id, near);
    sums.add(role, near, kind);
    sums.add(role, place, kind);
    sums.add(role, id, kind);
  }
  for (const concept of scene.sentence.concepts.members) {
    const { number, tells } = concepts.of(concept);
    if (!tells) continue;
    sums.add(Part.In, number);
    sums.add(Part.In, number, act === null ? 1 : 2);
  }
}

/** Kind of a naming: how, and of a prison in whose country. */
export const kindOf = (by: number, relation: Relation): number => by * 8 + relation;

/** Counts what one naming tells of a prison. */
export function countMention(
  mention: PrisonMention,
  relation: Relation,
  several: ReadonlySet<number>,
  sums: FeatureSums,
): void {
  const { scene, from, to, by } = mention;
  const at = placeOf(scene.sentence);
  const place = PLACE[at];
  const kind = kindOf(by, relation);
  sums.worth = worthOf(scene);
  sums.add(Part.Place, place);
  sums.add(Part.Place, place, kind);
  sums.add(Part.By, kind);
  if (scene.recap) sums.add(Part.Recap);
  if (scene.quoted[from]) sums.add(Part.Quoted);
  if (from <= scene.dateline) sums.add(Part.Opens, by, place);
  countWords(mention, sums);
  countAround(mention, kind, place, sums);
  for (const cue of scene.cues) sums.add(Part.Cue, partOf(cue.name), from < cue.from ? 1 : 2);
  if (several.has(scene.sentence.index)) sums.add(Part.Several, by);
  const hit = hitOf('FACILITY', from, to);
  if (isCompared(scene, hit)) sums.add(Part.Compared);
  if (isPrisonAtHome(scene, hit)) sums.add(Part.Home);
  if (isListed(scene, hit)) sums.add(Part.Listed);
}
