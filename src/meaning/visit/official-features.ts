import { bucketOf, partOf } from '../model/buckets';
import { stemOf } from '../model/model-features';
import type { Party } from '../reading';
import { setOf } from '../set-of';
import {
  announcesAnother,
  isAddressee,
  isEarlier,
  isPossessor,
  OTHERS,
  phraseStart,
  staysHome,
} from './bystander';
import { OF_A_STATE, OF_THE_BODY } from './company';
import { isBody, isCalledOn, OPPOSITION, type Sides } from './judge-naming';
import { isWeakParty, partyOf } from './parties';
import { beyond, chainOf, companyOf, joins, leads, type Naming } from './naming';
import { refuses } from './refusal';
import type { Act, Scene } from './scene';
import { sideBySide } from './side-by-side';
import { sovereignOf } from './visitors';

/** 2^12 weights. */
export const OFFICIAL_BITS = 12;

type Place = 'title' | 'lead' | 'body' | 'late';
const WORTH: Readonly<Record<Place, number>> = { title: 1, lead: 1, body: 0.7, late: 0.5 };
/** Many namings say no more than a few. */
const MOST = 1.5;
/** A word as such counts for this share of a wording that is known. */
const WORD = 0.6;
const RECAP = 0.5;

const placeOf = ({ sentence: { zone, position } }: Scene): Place =>
  zone === 'title' ? 'title' : zone === 'summary' || position < 2 ? 'lead' : position < 6 ? 'body' : 'late';

const TELLING = /^(?:INMATE|NEG\.|RIGHTS\.|MODEL\.opinion|ACTOR\.monitor|TRANSFER|DELEGATION|INCIDENT)/;
const NEIGHBOUR = 6;
const TELL = setOf('que that qu porque because car');

/** Whose side somebody is on by the party he serves. */
const sideOf = (party: Party | null, { visitors, host }: Sides): string =>
  party === null ? 'open' : visitors.includes(party) ? 'ours' : party === host ? 'theirs' : 'others';

class Counted {
  readonly counts = new Map<number, number>();

  add(count: number, a: string, b: string, c = '', d = ''): void {
    const bucket = bucketOf(OFFICIAL_BITS, partOf(a), partOf(b), partOf(c), partOf(d));
    const sum = (this.counts.get(bucket) ?? 0) + count;
    this.counts.set(bucket, sum > MOST ? MOST : sum);
  }
}

function countNaming(naming: Naming, sides: Sides, side: string, counted: Counted): void {
  const { person, scene, text, here } = naming;
  const place = placeOf(scene);
  const { sentence } = scene;
  const { tokens, hits } = sentence;
  const { from, to } = person;
  const worth = WORTH[place] * (scene.recap ? RECAP : 1);
  const add = (a: string, b: string, c = '', d = ''): void => counted.add(worth, a, b, c, d);
  const office = person.office ?? 'none';
  const kind = person.leader ? 'leader' : office === 'none' ? 'none' : 'office';
  const stem = (at: number): string => (tokens[at] ? stemOf(tokens[at].folded) : 'none');
  const word = (where: string, at: number, c = ''): void => counted.add(worth * WORD, where, stem(at), c);

  add('place', place);
  add('place', place, side, kind);
  if (scene.recap) add('recap', side);
  if (isEarlier(scene, sides.published)) add('earlier', side);
  if (from < scene.dateline) add('dateline', '');
  if (scene.quoted[from]) add('quoted', '');

  const start = phraseStart(person, scene);
  const next = beyond(person, scene, text);
  const [head, tail] = chainOf(naming);
  if (head !== tail) {
    word('chain before', phraseStart(head, scene) - 1);
    word('chain verb', beyond(tail, scene, text));
    add('chain', place, side);
  }
  for (const hit of hits) {
    const party = partyOf(hit) ?? (isWeakParty(hit) ? (hit.value ?? null) : null);
    if (party === null) continue;
    const theirs = sideOf(sovereignOf(party), sides);
    if (hit.from >= to && hit.from < next) add('party', 'behind', theirs);
    else if (hit.from >= start - 3 && hit.to <= from) add('party', 'before', theirs);
    else if (hit.from < start) add('party', 'left', theirs, kind);
    else add('party', 'right', theirs, kind);
  }
  for (let at = to; at < next; at++) word('apposed', at);
  const capital = (at: number): string =>
    hits.some((hit) => hit.from <= at && at < hit.to)
      ? 'hit'
      : /^\p{Lu}/u.test(tokens[at]?.text ?? '')
        ? 'yes'
        : 'no';
  add('capital', capital(start - 1), capital(to), kind);
  add('capital 2', capital(start - 2), kind);
  const comma = (at: number): string =>
    /[,:;(“«"»”]/u.exec(
      text.slice(tokens[at - 1]?.end ?? sentence.start, tokens[at]?.start ?? sentence.end),
    )?.[0] ?? 'none';
  word('before', start - 1);
  word('before', start - 1, kind);
  word('before 2', start - 2, stem(start - 1));
  word('after', to);
  word('after', to, comma(to));
  word('after 2', to, stem(to + 1));
  if (next > to) word('beyond', next);
  word('verb', next);
  word('verb', next, kind);
  word('verb', next + 1);
  add('comma', comma(start), comma(to));
  add('comma', comma(start), comma(to), kind);

  const concept = (id: string): string => (id.startsWith('OFFICE') ? 'OFFICE' : id);
  const left = hits.findLast((hit) => hit.to <= start && start - hit.to <= NEIGHBOUR && hit.id !== 'PERSON');
  const right = hits.find((hit) => hit.from >= to && hit.from - to <= NEIGHBOUR && hit.id !== 'PERSON');
  add('left', left ? concept(left.id) : 'none');
  add('right', right ? concept(right.id) : 'none');

  const acts = scene.acts.filter(({ quoted }) => !quoted);
  const gap = (act: Act): number => Math.min(Math.abs(act.from - to), Math.abs(from - act.to));
  const [first] = acts;
  if (first) {
    const act = acts.reduce((a, b) => (gap(b) < gap(a) ? b : a), first);
    const role = from < act.from ? 'doer' : 'done to';
    const near = gap(act) <= 2 ? 'beside' : gap(act) <= 6 ? 'near' : 'far';
    add(role, act.id);
    add(role, act.id, act.tense);
    add(role, act.id, kind);
    add(role, act.id, side);
    add(role, act.id, near);
    add(role, near, side);
    add(role, act.tense, near);
    add(role, place, side);
    if (role === 'doer' && announcesAnother(person, act, scene, here)) add('announces', side);
    const between = hits.some(
      ({ id, from: left }) =>
        left >= to && left < act.from && (id.startsWith('OFFICE') || id === 'DELEGATION' || id === 'PERSON'),
    );
    if (role === 'doer') add('doer', between ? 'another between' : 'alone', kind);
  } else add('no act', side, kind);
  for (const cue of scene.cues) add('cue', cue.name, from < cue.from ? 'before' : 'behind');
  for (const id of sentence.concepts)
    if (TELLING.test(id)) {
      add('in', id);
      add('in', id, kind);
    }
  add('opens', from <= scene.dateline + 1 ? 'first' : start <= scene.dateline + 1 ? 'phrase' : 'no', place);
  add('opens', from <= scene.dateline + 1 ? 'first' : start <= scene.dateline + 1 ? 'phrase' : 'no', side);

  const before = text.slice(sentence.start, person.span.start);
  const after = text.slice(person.span.end, sentence.end);
  const company = companyOf(naming);
  const flag = (name: string, is: boolean): void => {
    if (!is) return;
    add('flag', name);
    add('flag', name, side);
  };
  flag('company', company === 'guest');
  flag('met', company === 'host');
  flag('leads', leads(naming));
  flag('joins', joins(naming));
  flag('others', OTHERS.test(before));
  flag('home', staysHome(person, after, scene, here));
  flag('refuses', refuses(scene, person));
  flag('called on', isCalledOn(scene, person));
  flag('addressee', isAddressee(person, scene));
  flag('possessor', isPossessor(person, scene));
  flag('opposition', OPPOSITION.test(person.role));
  flag(
    'that',
    tokens.slice(to, next + 4).some(({ folded }) => TELL.has(folded)),
  );
  const at = here.indexOf(person);
  const pairs = [
    [here[at - 1], person],
    [person, here[at + 1]],
  ] as const;
  for (const [one, other] of pairs)
    if (one && other && sideBySide(one, other, sentence, text)) {
      const beside = one === person ? other : one;
      add('pair', sideOf(beside.party, sides));
      add('pair', beside.leader ? 'leader' : (beside.office ?? 'none'), kind);
    }
  add('here', String(Math.min(here.length, 4)), String(Math.min(at, 3)));
}

/** What the story says of one person: features by bucket. `all` are the namings of everybody. */
export function officialFeatures(
  namings: readonly Naming[],
  party: Party | null,
  order: number,
  sides: Sides,
  all: ReadonlyMap<string, readonly Naming[]>,
): Map<number, number> {
  const counted = new Counted();
  const side = sideOf(party, sides);
  for (const naming of namings) countNaming(naming, sides, side, counted);
  const add = (a: string, b: string, c = '', d = ''): void => counted.add(1, a, b, c, d);
  const persons = namings.map(({ person }) => person);
  const told = persons.find(({ office }) => office !== null);
  const office = told?.office ?? 'none';
  const kind = persons.some(({ leader }) => leader) ? 'leader' : office;
  const guest = sides.visitors.length === 0 ? 'nobody' : sides.visitors.every(isBody) ? 'body' : 'state';
  add('side', side);
  add('side', side, guest);
  add('side', side, persons.some(({ attached }) => attached) ? 'attached' : '');
  add('office', kind);
  add('office', kind, side);
  add('office', kind, guest);
  if (OF_A_STATE.has(office)) add('of a state', side, guest);
  if (told && OF_THE_BODY.test(told.role)) add('of the body', guest, side);
  const name = persons[0]?.name ?? '';
  const size = name.split(' ').length;
  add('name', size === 1 ? 'bare' : size > 3 ? 'long' : 'full', kind === 'none' ? 'none' : 'office');
  const count = Math.min(namings.length, 4);
  add('count', String(count));
  add('count', String(count), side);
  const counts = [...all.values()].map((each) => each.length);
  add('most', String(namings.length >= Math.max(...counts)), side);
  add('order', String(Math.min(order, 4)));
  add('order', String(Math.min(order, 4)), side, kind === 'none' ? 'none' : 'office');
  add('all', String(Math.min(all.size, 6)));
  const [first] = namings;
  if (first) {
    add('first', placeOf(first.scene), side);
    add('first', placeOf(first.scene), kind);
  }
  const zones = new Set(namings.map(({ scene }) => placeOf(scene)));
  add('zones', [...zones].sort().join());
  if (office !== 'none')
    for (const [other, theirs] of all)
      if (other !== name && theirs.some(({ person }) => person.office === office)) add('peer', side);
  return counted.counts;
}
