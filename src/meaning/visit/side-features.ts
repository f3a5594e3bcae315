import { type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import type { BucketCounts } from '../model/bucket-counts';
import { partOf } from '../model/buckets';
import type { Party } from '../reading';
import { Part, SideSums } from './side-sums';
import { tokenAt } from '../tokens';
import { WordNumbers } from '../vocabulary';
import { PLACE, ToldConcepts } from './beside';
import { namingsIn, type PartyNaming } from './party-namings';
import type { PersonMention } from './people';
import type { Act } from './acts';
import { placeOf, type Place, type Scene } from './scene';
import { isBody } from './stage';

/** Words that tell by themselves what a name does in a sentence; any other word is just a word. */
const TELLING = (
  'a al de del en por para con sin hacia desde hasta sobre contra entre y e o u ni que la el los las un una su sus se ' +
  'lo le les ante tras segun como the of in to from by for with at on and or its his her their an into inside against ' +
  'between after before during who as os um uma do da dos das no na nos nas ao aos pelo pela pelos pelas em com sua seu ' +
  'ate apos des du au aux une dans chez vers depuis pour par avec son sa ses leur et ou qui sur l d s'
).split(' ');
const TELLING_PARTS = TELLING.map(partOf);
const PLACES = new WordNumbers(({ folded }) => TELLING.indexOf(folded));
const WORTH = /^(?:ACT\.|OFFICE|DELEGATION|PRISON|FACILITY|ACTOR|INMATE|MODEL|PERSON|COUNTRY|DEMONYM|ORG)/;
const NEIGHBOUR = 6;
/** A naming counts for this much, by its place; earlier visits for a part of it. */
const COUNT: Readonly<Record<Place, number>> = { title: 1.5, lead: 1, body: 0.6, late: 0.3 };
const RECAP = 0.3;

const concepts = new ToldConcepts(WORTH);
const isWorth = ({ concept }: ConceptHit): boolean => concepts.of(concept).tells;

const sums = new SideSums();

const gapOf = (act: Act, { from, to }: PartyNaming): number =>
  Math.min(Math.abs(act.from - to), Math.abs(from - act.to));

/** The number of a word of a sentence, if it is one of the telling. */
function wordIn({ sentence: { tokens } }: Scene, at: number): number {
  const token = tokenAt(tokens, at);
  return token === undefined ? Part.NoWord : (TELLING_PARTS[PLACES.of(token)] ?? Part.AnyWord);
}

/** A party named in a scene. */
interface Told {
  readonly scene: Scene;
  readonly naming: PartyNaming;
  /** Place among the parties of the sentence, and how many these are. */
  readonly nth: number;
  readonly of: number;
}

/** What one naming counts. */
const worthOf = ({ sentence, recap }: Scene): number => COUNT[placeOf(sentence)] * (recap ? RECAP : 1);

/** Counts what the sentence says of one naming. */
function countNaming({ scene, naming, nth, of }: Told): void {
  const place = PLACE[placeOf(scene.sentence)];
  const { from, to } = naming;
  const kind = partOf(naming.kind);
  sums.worth = worthOf(scene);
  if (from < scene.dateline) return sums.add(Part.Dateline);
  const before = wordIn(scene, from - 1);
  sums.add(Part.Kind, kind);
  sums.add(Part.Kind, kind, place);
  sums.add(Part.Before, before);
  sums.add(Part.Before, before, kind);
  sums.add(Part.Before, before, wordIn(scene, from - 2));
  sums.add(Part.After, wordIn(scene, to));
  countNeighbours(scene, naming, kind, before);
  countAct(scene, naming, kind, before, place);
  for (const cue of scene.cues)
    sums.add(Part.Cue, partOf(cue.name), from < cue.from ? Part.Before : Part.Behind);
  sums.add(Part.Quarter, Math.floor((4 * from) / scene.sentence.tokens.length), place);
  sums.add(Part.Order, nth, Math.min(of, 3), place);
  sums.add(Part.Order, nth, kind);
  countBeside(scene, naming, kind, before);
  if (scene.quoted[from]) sums.add(Part.Quoted);
}

/** Counts prisons, delegations and offices right beside the name. */
function countBeside({ sentence: { hits } }: Scene, naming: PartyNaming, kind: number, before: number): void {
  const { from, to } = naming;
  let [prison, delegation, behind, ahead] = [false, false, false, false];
  for (const hit of hits) {
    const { from: start, to: end } = hit;
    const gap = start >= to ? start - to : from - end;
    if (gap < 0 || gap > 2) continue;
    prison ||= isOf(hit, Family.Prison | Family.Facility);
    delegation ||= isOf(hit, Family.Delegation);
    if (isOf(hit, Family.Office)) {
      behind ||= start >= to && gap <= 1;
      ahead ||= end <= from;
    }
  }
  if (prison) sums.add(Part.Prison, kind);
  if (delegation) sums.add(Part.Delegation, kind);
  if (behind) sums.add(Part.Office, Part.Behind, kind);
  if (ahead) sums.add(Part.Office, before, kind);
}

function countNeighbours(
  { sentence: { hits } }: Scene,
  { from, to }: PartyNaming,
  kind: number,
  before: number,
): void {
  let left: ConceptHit | undefined;
  let right: ConceptHit | undefined;
  for (const hit of hits) {
    if (hit.to <= from && from - hit.to <= NEIGHBOUR && isWorth(hit)) left = hit;
    else if (hit.from >= to && hit.from - to <= NEIGHBOUR && isWorth(hit)) {
      right = hit;
      break;
    }
  }
  if (left) {
    const concept = concepts.of(left.concept).number;
    const gap = from - left.to <= 1 ? Part.Beside : Part.Near;
    sums.add(Part.Left, concept, gap);
    sums.add(Part.Left, concept, gap, kind);
    sums.add(Part.Left, concept, before);
  } else sums.add(Part.Left);
  if (right) {
    const concept = concepts.of(right.concept).number;
    const gap = right.from - to <= 1 ? Part.Beside : Part.Near;
    sums.add(Part.Right, concept, gap);
    sums.add(Part.Right, concept, gap, kind);
  } else sums.add(Part.Right);
}

function countAct(scene: Scene, naming: PartyNaming, kind: number, before: number, place: number): void {
  let act: Act | undefined;
  let gap = Infinity;
  for (const each of scene.open) {
    const distant = gapOf(each, naming);
    if (distant < gap) [act, gap] = [each, distant];
  }
  if (act === undefined) return sums.add(Part.NoAct, kind);
  const side = naming.from < act.from ? Part.Doer : Part.DoneTo;
  const id = partOf(act.id);
  sums.add(side, id);
  sums.add(side, id, partOf(act.tense));
  sums.add(side, id, kind);
  sums.add(side, id, before);
  sums.add(side, id, place, kind);
  sums.add(side, gap <= 2 ? Part.Beside : gap <= 6 ? Part.Near : Part.Far);
}

/** Where each party is named, in order of first naming. */
function toldOf(scenes: readonly Scene[], people: readonly PersonMention[]): Map<Party, Told[]> {
  const told = new Map<Party, Told[]>();
  for (const scene of scenes) {
    const namings = namingsIn(scene, people);
    const order: Party[] = [];
    for (const { party } of namings) if (!order.includes(party)) order.push(party);
    for (const naming of namings) {
      const each = { scene, naming, nth: order.indexOf(naming.party), of: order.length };
      const known = told.get(naming.party);
      if (known) known.push(each);
      else told.set(naming.party, [each]);
    }
  }
  return told;
}

/** Where a party is named first. */
const firstPlace = ([first]: readonly Told[]): number =>
  first === undefined ? Part.NoWord : PLACE[placeOf(first.scene.sentence)];

/** Tells of each party, and of the outlet's own country, what the story says of it: see `FeatureSums`. */
export function tellSides<T>(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  outletCountry: Party | null,
  weigh: (features: BucketCounts) => T,
): Map<Party, T> {
  const told = toldOf(scenes, people);
  if (outletCountry !== null && !told.has(outletCountry)) told.set(outletCountry, []);
  // Whether the outlet's own country is named at all, and where first.
  const home = outletCountry === null ? Part.NoWord : firstPlace(told.get(outletCountry) as readonly Told[]);
  let all = 0;
  const shares = new Map<Party, number>();
  for (const [party, namings] of told) {
    let share = 0;
    for (const { scene } of namings) share += worthOf(scene);
    shares.set(party, share);
    all += share;
  }
  const partOfAll = (share: number): number => Math.min(3, Math.floor((6 * share) / (all || 1)));
  const bodies = [...shares].filter(([party]) => isBody(party));
  const weighed = new Map<Party, T>();
  for (const [party, namings] of told) {
    const rank = weighed.size;
    const share = shares.get(party) as number;
    for (const each of namings) countNaming(each);
    sums.worth = 1;
    const state = !isBody(party);
    if (outletCountry !== null) {
      const own = party === outletCountry ? Part.Outlet : state ? Part.Foreign : Part.ForeignBody;
      sums.add(own);
      sums.add(own, Math.min(rank, 4));
      sums.add(own, Part.Share, partOfAll(share));
      sums.add(own, Part.Place, firstPlace(namings));
      sums.add(own, Part.Unnamed, home);
    }
    // Where a body is much spoken of, states named beside it may be none of the visitors.
    for (const [other, theirs] of bodies)
      if (other !== party)
        sums.add(Part.Body, state ? Part.State : Part.ForeignBody, partOf(other), partOfAll(theirs));
    sums.worth = (2 * share) / (all || 1);
    sums.add(Part.Share);
    sums.worth = 1;
    sums.add(Part.Rank, Math.min(rank, 4));
    sums.add(Part.Party, state ? Part.State : partOf(party));
    sums.add(Part.Parties, Math.min(told.size, 6));
    // Most journeys to see prisons lead there.
    if (party === 'SV') sums.add(Part.Party, Part.Sv);
    if (share === 0) sums.add(Part.Unnamed);
    weighed.set(party, weigh(sums));
    sums.clear();
  }
  return weighed;
}
