import { isState } from '../gazetteer/names';
import type { Party, Span } from '../reading';
import type { Token } from '../tokens';
import { onSubjectSide } from './actors';
import { announcesAnother, isAddressee, isEarlier, isPossessor, OTHERS, staysHome } from './bystander';
import { JOINS, LEADS, OF_A_STATE, OF_THE_BODY, WITH_HOST, WITH_VISITOR } from './company';
import type { PersonMention } from './people';
import { DOMESTIC_VOICES } from './protagonist';
import { refuses } from './refusal';
import { hasCue, ON_THE_SPOT, type Scene } from './scene';

const DOES: ReadonlySet<string> = new Set([
  ...ON_THE_SPOT,
  'ACT.travel',
  'ACT.arrive',
  'ACT.study',
  'ACT.meet',
  'ACT.presence',
]);
const STRONG: ReadonlySet<string> = new Set([...ON_THE_SPOT, 'ACT.travel', 'ACT.study']);

/** Who visits whom. */
export interface Sides {
  /** States that territories belong to stand for them. */
  readonly visitors: readonly Party[];
  readonly host: Party | 'unknown';
  /** Day or month on which the story was published. */
  readonly published: string | null;
}

/** No single state: members come from many. */
export const isBody = (party: Party): boolean => !isState(party) || party === 'EU';

/** What the namings of one person add up to. */
export interface Ballot {
  /** Named as the one who goes. */
  doer: boolean;
  name: string;
  role: string;
  office: string | null;
  points: number;
  against: number;
  speaks: boolean;
  leads: boolean;
  mentions: number;
  party: Party | null;
  span: Span;
  order: number;
}

export const newBallot = (person: PersonMention, order: number): Ballot => ({
  doer: false,
  name: person.name,
  role: '',
  office: null,
  points: 0,
  against: 0,
  speaks: false,
  leads: false,
  mentions: 0,
  party: null,
  span: person.span,
  order,
});

/** "Opposition leader", "shadow minister": of the visitors' country, and against the visit or left at home. */
export const OPPOSITION = /(?:opposit|oposici|opositor|oposiç|shadow)/iu;

const textBefore = (person: PersonMention, scene: Scene, text: string): string =>
  text.slice(scene.sentence.start, person.span.start);

/** How far behind a name it is told that its bearer came along. */
const JOINED_WITHIN = 90;
const joinsThem = ({ to, span }: PersonMention, { sentence }: Scene, after: string): boolean =>
  JOINS.mayStand(sentence.tokens, to, span.end + JOINED_WITHIN) && JOINS.isIn(after.slice(0, JOINED_WITHIN));

/** Adds what one naming says for and against its bearer being one of those who visit. */
export function judge(
  person: PersonMention,
  scene: Scene,
  text: string,
  { visitors, host, published }: Sides,
  ballot: Ballot,
  people: readonly PersonMention[],
): void {
  const { acts } = scene;
  const before = textBefore(person, scene, text);
  const { tokens, end } = scene.sentence;
  const stands = WITH_VISITOR.mayStand(tokens, 0, person.span.start) ? WITH_VISITOR.lastIn(before) : -1;
  const joined = stands >= 0 && OTHERS.test(before) ? -1 : stands;
  const company = joined >= 0;
  const after = text.slice(person.span.end, end);
  const leads = LEADS.test(after) || joinsThem(person, scene, after);
  if (person.office === 'private' && !leads) return;
  if (!company && !leads && staysHome(person, after, scene, people)) return;
  // Who came along is often told late: the place in the story says little.
  const late = Math.max(scene.weight, 0.75);
  const earlier =
    (scene.recap && !company && !leads) || (ballot.mentions === 0 && isEarlier(scene, published));
  const weight = earlier ? 0.2 : late;
  const ofBodies = visitors.length > 0 && visitors.every(isBody);
  const ours = person.party !== null && visitors.includes(person.party);
  if (!company && !leads && isBackground(person, scene, ours)) return;
  if (refuses(scene, person) || (!ours && isCalledOn(scene, person))) {
    ballot.against += 3 * weight;
    return;
  }
  if (!company && !leads && isAddressee(person, scene)) return;
  const does = acts.filter((each) => !each.quoted && DOES.has(each.id));
  const act = does.find((each) => each.tense !== 'noun' && each.from >= person.to) ?? does[0];
  const doer = act !== undefined && person.to <= act.from && !announcesAnother(person, act, scene, people);
  // A head of state is named beside every visit; only as the one who does what follows his name does he go.
  if (
    person.leader &&
    !company &&
    !leads &&
    !(doer && act.tense !== 'noun') &&
    !hasCue(scene, 'denied') &&
    !opensHead(person, scene)
  )
    return;
  if (OPPOSITION.test(person.role) && !(doer && ON_THE_SPOT.has(act.id))) return;
  const met = WITH_HOST.mayStand(tokens, 0, person.span.start) ? WITH_HOST.lastIn(before) : -1;
  const hosts = met >= 0;
  if (ofBodies && (leads || (met <= joined && (company || isOfTheBody(person, before))))) {
    ballot.doer ||= leads || company;
    ballot.points += 1.6 * weight;
    return;
  }
  const refused = hasCue(scene, 'denied') && (act !== undefined || scene.sentence.zone !== 'body');
  if (person.party !== null && !ours) {
    // Members of a body come from all countries but the one they visit.
    if (ofBodies && person.party !== host && !OF_A_STATE.has(person.office ?? '')) return;
    ballot.against += 4 * weight;
    return;
  }
  if (hosts && met > joined && !refused && person.party === null) {
    ballot.against += 1.2 * weight;
    return;
  }
  if (person.party !== null) {
    const share =
      !isState(person.party) || doer || company || leads || refused
        ? 1
        : person.attached && (act !== undefined || isHead(scene) || OF_A_STATE.has(person.office ?? ''))
          ? 0.7
          : act
            ? 0.5
            : 0.15;
    ballot.doer ||= doer;
    ballot.points += 2.2 * share * weight;
    return;
  }
  if (company || leads) {
    ballot.doer ||= leads;
    ballot.points += 1.6 * weight;
    return;
  }
  if (person.office !== null && DOMESTIC_VOICES.has(person.office)) return;
  const spot = act !== undefined && STRONG.has(act.id);
  if (visitors.every((party) => !isState(party)) && !spot) return;
  if (opensSentence(person, scene, people)) {
    ballot.points += 1.2 * weight;
    ballot.doer = true;
  } else if (doer && act.tense !== 'noun') {
    ballot.points += (person.office === null ? 0.7 : 1.2) * weight;
    ballot.doer ||= spot;
  }
}

/**
 * "O comissário mexicano Joel Hernández, relator": a member of a body that visits. The country beside the name is
 * where he comes from, or what he reports on.
 */
const isOfTheBody = (person: PersonMention, before: string): boolean =>
  person.office !== null &&
  !OF_A_STATE.has(person.office) &&
  !person.leader &&
  OF_THE_BODY.test(`${before.slice(-60)} ${person.role}`);

/** Later in the story those of the visitors' country who comment are named with their party as well. */
const isHead = ({ sentence: { zone, position } }: Scene): boolean => zone !== 'body' || position < HEAD;

/** "Para visitar a la senadora Leila de Lima", "met Sen. X": whom the visitors came to see. */
export const isCalledOn = (scene: Scene, person: PersonMention): boolean =>
  scene.acts.some(
    (act) =>
      SEES.has(act.id) &&
      act.tense !== 'noun' &&
      act.to <= person.from &&
      scene.sentence.tokens
        .slice(act.to, person.from)
        .every(
          (token, i) =>
            LEADING.has(token.folded) ||
            scene.sentence.hits.some(
              (hit) => hit.id.startsWith('OFFICE.') && hit.from <= act.to + i && act.to + i < hit.to,
            ),
        ),
  );
const SEES: ReadonlySet<string> = new Set(['ACT.visit', 'ACT.meet']);
const LEADING = new Set('a al la el le o the to with com con avec ao'.split(' '));

/**
 * "Renata Falcão et Otávio Brandt, venus …": a full name that opens a sentence of the head of a story, without a word
 * of inmates or trials in it, is one of those the title calls by their office.
 */
const opensSentence = (
  person: PersonMention,
  { sentence, dateline, acts }: Scene,
  people: readonly PersonMention[],
): boolean =>
  (person.from === dateline || isSecond(person, people, sentence.tokens, dateline)) &&
  person.name.includes(' ') &&
  acts.length > 0 &&
  (sentence.zone === 'summary' || (sentence.zone === 'body' && sentence.position < 3)) &&
  !sentence.hits.some(({ id }) => NOT_OFFICIAL.test(id));
const AND = new Set('y e et and'.split(' '));
const isSecond = (
  person: PersonMention,
  people: readonly PersonMention[],
  tokens: readonly Token[],
  opening: number,
): boolean =>
  AND.has(tokens[person.from - 1]?.folded ?? '') &&
  people.some(
    ({ sentence, from, to }) => sentence === person.sentence && from === opening && to === person.from - 1,
  );
const NOT_OFFICIAL = /^(?:INMATE|TRANSFER|NEG\.court|RIGHTS\.wrongful)/;

/**
 * "El gobierno de Milei, aliado de Trump": a head of state or government is named for many reasons; only as the one
 * who goes is he part of a visit.
 */
export const isBackground = (person: PersonMention, scene: Scene, ours: boolean): boolean => {
  if (!person.leader || (ours && hasCue(scene, 'denied'))) return false;
  if (isPossessor(person, scene)) return true;
  return (
    !opensHead(person, scene) && (scene.acts.length === 0 || !onSubjectSide(scene, person.from, person.to))
  );
};

const opensHead = (person: PersonMention, { sentence: { zone, position }, acts, dateline }: Scene): boolean =>
  person.from - dateline <= OPENING && (zone !== 'body' || (position < HEAD && acts.length > 0));

/** A name that stands among the first words of a sentence of the head of the story is its subject. */
const OPENING = 5;
const HEAD = 3;
