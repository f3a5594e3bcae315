import type { Official, Party, Span } from '../reading';
import { isState } from '../gazetteer/names';
import { JOINS, LEADS, OF_THE_BODY, WITH_HOST, WITH_VISITOR } from './company';
import type { Token } from '../tokens';
import type { PersonMention, PersonMemory } from './people';
import { refuses } from './refusal';
import { sovereignOf } from './visitors';
import { DOMESTIC_VOICES, protagonist, standingOf } from './protagonist';
import { hasCue, ON_THE_SPOT, type Scene } from './scene';

export interface Officials {
  readonly value: readonly Official[];
  readonly spans: readonly Span[];
}

const MOST = 6;
const DOES: ReadonlySet<string> = new Set([
  ...ON_THE_SPOT,
  'ACT.travel',
  'ACT.arrive',
  'ACT.study',
  'ACT.meet',
  'ACT.presence',
]);
const STRONG: ReadonlySet<string> = new Set([...ON_THE_SPOT, 'ACT.travel', 'ACT.study']);

interface Ballot {
  /** Named as the one who goes. */
  doer: boolean;
  name: string;
  role: string;
  points: number;
  against: number;
  speaks: boolean;
  leads: boolean;
  mentions: number;
  party: Party | null;
  span: Span;
  order: number;
}

const textBefore = (person: PersonMention, scene: Scene, text: string): string =>
  text.slice(scene.sentence.start, person.span.start);

function judge(
  person: PersonMention,
  scene: Scene,
  text: string,
  visitors: readonly Party[],
  ballot: Ballot,
  people: readonly PersonMention[],
): void {
  const { acts } = scene;
  if (person.office === 'private' && visitors.every(isState)) return;
  const before = textBefore(person, scene, text);
  const company = WITH_VISITOR.exec(before);
  const after = text.slice(person.span.end, scene.sentence.end);
  const leads = LEADS.test(after) || JOINS.test(after.slice(0, 90));
  const hosts = WITH_HOST.exec(before);
  // Who came along is often told late: the place in the story says little.
  const late = Math.max(scene.weight, 0.75);
  const weight = scene.recap && !company && !leads ? 0.2 : late;
  const ours = person.party !== null && visitors.includes(person.party);
  if (refuses(scene, person) || (!ours && isCalledOn(scene, person))) {
    ballot.against += 3 * weight;
    return;
  }
  const does = acts.filter((each) => !each.quoted && DOES.has(each.id));
  const act = does.find((each) => each.tense !== 'noun' && each.from >= person.to) ?? does[0];
  const doer = act !== undefined && person.to <= act.from;
  const refused = hasCue(scene, 'denied') && (act !== undefined || scene.sentence.zone !== 'body');
  if (person.party !== null && !visitors.includes(person.party)) {
    ballot.against += 4 * weight;
    return;
  }
  if (hosts && (!company || hosts.index > company.index) && !refused && person.party === null) {
    ballot.against += 1.2 * weight;
    return;
  }
  if (person.party !== null) {
    const share =
      !isState(person.party) || doer || company || leads || refused
        ? 1
        : person.attached
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
  if (
    OF_THE_BODY.test(before.slice(-60)) &&
    visitors.some((party) => !isState(party)) &&
    person.office !== null
  ) {
    ballot.points += 1.6 * weight;
    return;
  }
  if (visitors.every((party) => !isState(party)) && !spot) return;
  if (opensSentence(person, scene, people)) {
    ballot.points += 1.2 * weight;
    ballot.doer = true;
  } else if (doer && act.tense !== 'noun') {
    ballot.points += (person.office === null ? 0.7 : 1.2) * weight;
    ballot.doer ||= spot;
  }
}

/** "Para visitar a la senadora Leila de Lima", "met Sen. X": whom the visitors came to see. */
const isCalledOn = (scene: Scene, person: PersonMention): boolean =>
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

const LEAST = 1.1;

/** The state each person serves: what stands beside the name or in memory, before what the sentence suggests. */
function partiesByName(people: readonly PersonMention[]): Map<string, Party> {
  const parties = new Map<string, Party>();
  for (const sure of [true, false])
    for (const { name, party, attached } of people)
      if (party !== null && attached === sure && !parties.has(name)) parties.set(name, sovereignOf(party));
  return parties;
}

const withRoles = (ballots: readonly Ballot[], memory: PersonMemory): Ballot[] =>
  ballots.map((ballot) => ({ ...ballot, role: ballot.role || (memory(ballot.name)?.role ?? '') }));

/**
 * The visiting officials the story names, with their office in its words: those of the visitors' side, and those
 * without a known side who do the visiting or come along. Hosts, speakers and earlier visitors are left out.
 */
export function pickOfficials(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  visitors: readonly Party[],
  texts: Readonly<Record<string, string>>,
  memory: PersonMemory,
): Officials {
  const ballots = new Map<string, Ballot>();
  const bySentence = new Map(scenes.map((scene) => [scene.sentence.index, scene]));
  const parties = partiesByName(people);
  const sides = visitors.map(sovereignOf);
  for (const mention of people) {
    const scene = bySentence.get(mention.sentence);
    if (scene === undefined) continue;
    const person = { ...mention, party: parties.get(mention.name) ?? null };
    const ballot = ballots.get(person.name) ?? {
      doer: false,
      name: person.name,
      role: '',
      points: 0,
      against: 0,
      speaks: false,
      leads: false,
      mentions: 0,
      party: null,
      span: person.span,
      order: ballots.size,
    };
    if (ballot.role === '' && person.role !== '') ballot.role = person.role;
    ballot.party ??= person.party;
    judge(person, scene, texts[scene.sentence.zone] ?? '', sides, ballot, people);
    const standing = standingOf(person, scene);
    ballot.speaks ||= standing.speaks;
    ballot.leads ||= standing.leads;
    ballot.mentions++;
    ballots.set(person.name, ballot);
  }
  const named = [...ballots.values()].filter(
    (ballot) => ballot.points >= LEAST && ballot.points > ballot.against,
  );
  const certain = withRoles(named, memory).filter(
    (ballot) => ballot.role !== '' || (ballot.name.includes(' ') && ballot.doer),
  );
  const chosen = (
    certain.length > 0
      ? certain
      : withRoles(protagonist([...ballots.values()], visitors.some(isState)), memory)
  )
    .sort((a, b) => b.points - a.points || a.order - b.order)
    .slice(0, MOST)
    .sort((a, b) => a.order - b.order);
  return { value: chosen.map(({ name, role }) => ({ name, role })), spans: chosen.map(({ span }) => span) };
}
