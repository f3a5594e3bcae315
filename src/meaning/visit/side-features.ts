import type { ConceptHit } from '../analysed';
import { facilityById } from '../gazetteer/facilities';
import { isState } from '../gazetteer/names';
import { bucketOf, partOf } from '../model/buckets';
import type { Party } from '../reading';
import { setOf } from '../set-of';
import { isWeakParty, partyOf } from './parties';
import type { PersonMention } from './people';
import type { Act, Scene } from './scene';

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
const COUNT = { title: 1.5, lead: 1, body: 0.6, late: 0.3 };
const RECAP = 0.3;
/** Many namings say no more than a few. */
const MOST = 2.5;

type Place = keyof typeof COUNT;

const placeOf = ({ sentence: { zone, position } }: Scene): Place =>
  zone === 'title' ? 'title' : zone === 'summary' || position < 2 ? 'lead' : position < 6 ? 'body' : 'late';

/** A party named at tokens [from, to) by a name of this kind. */
interface Naming {
  readonly party: Party;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

function namedBy(hit: ConceptHit): Party | null {
  if (hit.id.startsWith('FACILITY')) return facilityById(hit.value ?? '')?.country ?? null;
  if (hit.id === 'ACTOR.press') return 'org:press';
  return partyOf(hit) ?? (isWeakParty(hit) ? (hit.value ?? null) : null);
}

function namingsIn({ sentence }: Scene, people: readonly PersonMention[]): Naming[] {
  const namings = sentence.hits.flatMap((hit): Naming[] => {
    const party = namedBy(hit);
    return party === null ? [] : [{ party, kind: hit.id, from: hit.from, to: hit.to }];
  });
  for (const { sentence: at, party, from, to } of people)
    if (at === sentence.index && party !== null) namings.push({ party, kind: 'PEOPLE', from, to });
  return namings;
}

/** One name for all offices. */
const conceptOf = ({ id }: { readonly id: string }): string => (id.startsWith('OFFICE') ? 'OFFICE' : id);

/** What is counted for one party. */
class Counted {
  readonly counts = new Map<number, number>();
  share = 0;
  constructor(readonly rank: number) {}

  add(count: number, a: string, b: string, c = '', d = ''): void {
    const bucket = bucketOf(SIDE_BITS, partOf(a), partOf(b), partOf(c), partOf(d));
    const sum = (this.counts.get(bucket) ?? 0) + count;
    this.counts.set(bucket, sum > MOST ? MOST : sum);
  }
}

const gapOf = (act: Act, { from, to }: Naming): number =>
  Math.min(Math.abs(act.from - to), Math.abs(from - act.to));

/** Counts what the sentence says of one naming. */
function countNaming(scene: Scene, naming: Naming, order: readonly Party[], counted: Counted): void {
  const place = placeOf(scene);
  const { tokens, hits } = scene.sentence;
  const { kind, from, to } = naming;
  const worth = COUNT[place] * (scene.recap ? RECAP : 1);
  counted.share += worth;
  const add = (a: string, b: string, c = '', d = ''): void => counted.add(worth, a, b, c, d);
  if (from < scene.dateline) return add('dateline', '');
  const word = (at: number): string => {
    const folded = tokens[at]?.folded;
    return folded === undefined ? 'none' : TELLING.has(folded) ? folded : 'word';
  };
  const before = word(from - 1);
  add('kind', kind);
  add('kind', kind, place);
  add('before', before);
  add('before', before, kind);
  add('before', before, word(from - 2));
  add('after', word(to));

  const left = hits.findLast((hit) => hit.to <= from && from - hit.to <= NEIGHBOUR && WORTH.test(hit.id));
  const right = hits.find((hit) => hit.from >= to && hit.from - to <= NEIGHBOUR && WORTH.test(hit.id));
  const close = (gap: number): string => (gap <= 1 ? 'beside' : 'near');
  if (left) {
    add('left', conceptOf(left), close(from - left.to));
    add('left', conceptOf(left), close(from - left.to), kind);
    add('left', conceptOf(left), before);
  } else add('left', '');
  if (right) {
    add('right', conceptOf(right), close(right.from - to));
    add('right', conceptOf(right), close(right.from - to), kind);
  } else add('right', '');

  const acts = scene.acts.filter(({ quoted }) => !quoted);
  const [first] = acts;
  if (first) {
    const act = acts.reduce((a, b) => (gapOf(b, naming) < gapOf(a, naming) ? b : a), first);
    const side = from < act.from ? 'doer' : 'done to';
    const gap = gapOf(act, naming);
    add(side, act.id);
    add(side, act.id, act.tense);
    add(side, act.id, kind);
    add(side, act.id, before);
    add(side, act.id, place, kind);
    add(side, gap <= 2 ? 'beside' : gap <= 6 ? 'near' : 'far');
  } else add('no act', kind);
  for (const cue of scene.cues) add('cue', cue.name, from < cue.from ? 'before' : 'behind');

  add('quarter', String(Math.floor((4 * from) / tokens.length)), place);
  const nth = order.indexOf(naming.party);
  add('order', `${nth} of ${Math.min(order.length, 3)}`, place);
  add('order', String(nth), kind);
  const beside = (test: RegExp, reach: number): boolean =>
    hits.some(
      ({ id, from: start, to: end }) =>
        test.test(id) && ((start >= to && start - to <= reach) || (end <= from && from - end <= reach)),
    );
  if (beside(/^(?:PRISON|FACILITY)/, 2)) add('prison', kind);
  if (beside(/^DELEGATION/, 2)) add('delegation', kind);
  if (hits.some(({ id, from: start }) => id.startsWith('OFFICE') && start >= to && start - to <= 1))
    add('office', 'behind', kind);
  if (hits.some(({ id, to: end }) => id.startsWith('OFFICE') && end <= from && from - end <= 2))
    add('office', before, kind);
  if (scene.quoted[from]) add('quoted', '');
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
  if (outletCountry !== null) of(outletCountry).add(1, 'outlet', '');
  const all = [...parties.values()].reduce((sum, { share }) => sum + share, 0) || 1;
  for (const [party, counted] of parties) {
    counted.add((2 * counted.share) / all, 'share', '');
    counted.add(1, 'rank', String(Math.min(counted.rank, 4)));
    counted.add(1, 'party', isState(party) && party !== 'EU' ? 'state' : party);
    counted.add(1, 'parties', String(Math.min(parties.size, 6)));
    // Most journeys to see prisons lead there.
    if (party === 'SV') counted.add(1, 'party', party);
    if (counted.share === 0) counted.add(1, 'unnamed', '');
  }
  return new Map([...parties].map(([party, { counts }]) => [party, counts]));
}
