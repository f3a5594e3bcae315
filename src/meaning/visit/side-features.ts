import type { ConceptHit } from '../analysed';
import { isState } from '../gazetteer/names';
import { bucketOf, partOf } from '../model/buckets';
import type { Party } from '../reading';
import { setOf } from '../set-of';
import { namingsIn, type PartyNaming } from './party-namings';
import type { PersonMention } from './people';
import { placeOf, type Act, type Place, type Scene } from './scene';

/** 2^11 weights for each side. */
export const SIDE_BITS = 11;

/** Words that tell by themselves what a name does in a sentence; any other word is just a word. */
const TELLING = setOf(
  'a al de del en por para con sin hacia desde hasta sobre contra entre y e o u ni que la el los las un una su sus se ' +
    'lo le les ante tras segun como the of in to from by for with at on and or its his her their an into inside against ' +
    'between after before during who as os um uma do da dos das no na nos nas ao aos pelo pela pelos pelas em com sua seu ' +
    'ate apos des du au aux une dans chez vers depuis pour par avec son sa ses leur et ou qui sur l d s',
);
const WORTH = /^(?:ACT\.|OFFICE|DELEGATION|PRISON|FACILITY|ACTOR|INMATE|MODEL|PERSON|COUNTRY|DEMONYM|ORG)/;
const NEIGHBOUR = 6;
/** A naming counts for this much, by its place; earlier visits for a part of it. */
const COUNT: Readonly<Record<Place, number>> = { title: 1.5, lead: 1, body: 0.6, late: 0.3 };
const RECAP = 0.3;
/** Many namings say no more than a few. */
const MOST = 2.5;

/** By id of a concept: the number it is counted under, one for all offices; null for one that tells nothing of sides. */
const concepts = new Map<string, number | null>();

function conceptNumber(id: string): number | null {
  const known = concepts.get(id);
  if (known !== undefined) return known;
  const number = WORTH.test(id) ? partOf(id.startsWith('OFFICE') ? 'OFFICE' : id) : null;
  concepts.set(id, number);
  return number;
}
const isWorth = (id: string): boolean => conceptNumber(id) !== null;
const conceptOf = (id: string): number => conceptNumber(id) ?? 0;

/** What features are about, how far off and where: their parts that are no words of the story. */
const enum Part {
  Dateline = 1,
  Kind,
  Before,
  After,
  Left,
  Right,
  Doer,
  DoneTo,
  NoAct,
  Cue,
  Quarter,
  Order,
  Prison,
  Delegation,
  Office,
  Quoted,
  Outlet,
  Share,
  Rank,
  Party,
  Parties,
  Unnamed,
  Beside,
  Near,
  Far,
  NoWord,
  AnyWord,
  Behind,
  State,
  Sv,
}

const PLACE: Readonly<Record<Place, number>> = {
  title: partOf('title'),
  lead: partOf('lead'),
  body: partOf('body'),
  late: partOf('late'),
};

/** What is counted for one party. */
class Counted {
  readonly counts = new Map<number, number>();
  share = 0;
  constructor(readonly rank: number) {}

  add(count: number, a: number, b = 0, c = 0, d = 0): void {
    const bucket = bucketOf(SIDE_BITS, a, b, c, d);
    const sum = (this.counts.get(bucket) ?? 0) + count;
    this.counts.set(bucket, sum > MOST ? MOST : sum);
  }
}

const gapOf = (act: Act, { from, to }: PartyNaming): number =>
  Math.min(Math.abs(act.from - to), Math.abs(from - act.to));

/** The number of a word of a sentence, if it is one of the telling. */
function wordIn({ sentence: { tokens } }: Scene, at: number): number {
  const folded = tokens[at]?.folded;
  return folded === undefined ? Part.NoWord : TELLING.has(folded) ? partOf(folded) : Part.AnyWord;
}

/** Counts what the sentence says of one naming. */
function countNaming(scene: Scene, naming: PartyNaming, order: readonly Party[], counted: Counted): void {
  const at = placeOf(scene.sentence);
  const place = PLACE[at];
  const { tokens, hits } = scene.sentence;
  const { from, to } = naming;
  const kind = partOf(naming.kind);
  const worth = COUNT[at] * (scene.recap ? RECAP : 1);
  counted.share += worth;
  const add = (a: number, b = 0, c = 0, d = 0): void => counted.add(worth, a, b, c, d);
  if (from < scene.dateline) return add(Part.Dateline);
  const before = wordIn(scene, from - 1);
  add(Part.Kind, kind);
  add(Part.Kind, kind, place);
  add(Part.Before, before);
  add(Part.Before, before, kind);
  add(Part.Before, before, wordIn(scene, from - 2));
  add(Part.After, wordIn(scene, to));
  countNeighbours(scene, naming, kind, before, add);
  countAct(scene, naming, kind, before, place, add);
  for (const cue of scene.cues) add(Part.Cue, partOf(cue.name), from < cue.from ? Part.Before : Part.Behind);
  add(Part.Quarter, Math.floor((4 * from) / tokens.length), place);
  const nth = order.indexOf(naming.party);
  add(Part.Order, nth, Math.min(order.length, 3), place);
  add(Part.Order, nth, kind);
  let [prison, delegation, behind, ahead] = [false, false, false, false];
  for (const { id, from: start, to: end } of hits) {
    const gap = start >= to ? start - to : from - end;
    if (gap < 0 || gap > 2) continue;
    prison ||= id.startsWith('PRISON') || id.startsWith('FACILITY');
    delegation ||= id.startsWith('DELEGATION');
    if (id.startsWith('OFFICE')) {
      behind ||= start >= to && gap <= 1;
      ahead ||= end <= from;
    }
  }
  if (prison) add(Part.Prison, kind);
  if (delegation) add(Part.Delegation, kind);
  if (behind) add(Part.Office, Part.Behind, kind);
  if (ahead) add(Part.Office, before, kind);
  if (scene.quoted[from]) add(Part.Quoted);
}

type Add = (a: number, b?: number, c?: number, d?: number) => void;

function countNeighbours(
  { sentence: { hits } }: Scene,
  { from, to }: PartyNaming,
  kind: number,
  before: number,
  add: Add,
): void {
  let left: ConceptHit | undefined;
  let right: ConceptHit | undefined;
  for (const hit of hits) {
    if (hit.to <= from && from - hit.to <= NEIGHBOUR && isWorth(hit.id)) left = hit;
    else if (hit.from >= to && hit.from - to <= NEIGHBOUR && isWorth(hit.id)) {
      right = hit;
      break;
    }
  }
  if (left) {
    const concept = conceptOf(left.id);
    const gap = from - left.to <= 1 ? Part.Beside : Part.Near;
    add(Part.Left, concept, gap);
    add(Part.Left, concept, gap, kind);
    add(Part.Left, concept, before);
  } else add(Part.Left);
  if (right) {
    const concept = conceptOf(right.id);
    const gap = right.from - to <= 1 ? Part.Beside : Part.Near;
    add(Part.Right, concept, gap);
    add(Part.Right, concept, gap, kind);
  } else add(Part.Right);
}

function countAct(
  scene: Scene,
  naming: PartyNaming,
  kind: number,
  before: number,
  place: number,
  add: Add,
): void {
  let act: Act | undefined;
  for (const each of scene.acts)
    if (!each.quoted && (act === undefined || gapOf(each, naming) < gapOf(act, naming))) act = each;
  if (act === undefined) return add(Part.NoAct, kind);
  const side = naming.from < act.from ? Part.Doer : Part.DoneTo;
  const gap = gapOf(act, naming);
  const id = partOf(act.id);
  add(side, id);
  add(side, id, partOf(act.tense));
  add(side, id, kind);
  add(side, id, before);
  add(side, id, place, kind);
  add(side, gap <= 2 ? Part.Beside : gap <= 6 ? Part.Near : Part.Far);
}

/** What the story says of each party it names, and of the outlet's own country: features by bucket. */
export function sideFeatures(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  outletCountry: Party | null,
): Map<Party, Map<number, number>> {
  const parties = new Map<Party, Counted>();
  const of = (party: Party): Counted => {
    const known = parties.get(party) ?? new Counted(parties.size);
    parties.set(party, known);
    return known;
  };
  for (const scene of scenes) {
    const namings = namingsIn(scene, people);
    const order = [...new Set(namings.map(({ party }) => party))];
    for (const naming of namings) countNaming(scene, naming, order, of(naming.party));
  }
  if (outletCountry !== null) of(outletCountry).add(1, Part.Outlet);
  const all = [...parties.values()].reduce((sum, { share }) => sum + share, 0) || 1;
  for (const [party, counted] of parties) {
    counted.add((2 * counted.share) / all, Part.Share);
    counted.add(1, Part.Rank, Math.min(counted.rank, 4));
    counted.add(1, Part.Party, isState(party) && party !== 'EU' ? Part.State : partOf(party));
    counted.add(1, Part.Parties, Math.min(parties.size, 6));
    // Most journeys to see prisons lead there.
    if (party === 'SV') counted.add(1, Part.Party, Part.Sv);
    if (counted.share === 0) counted.add(1, Part.Unnamed);
  }
  return new Map([...parties].map(([party, { counts }]) => [party, counts]));
}
