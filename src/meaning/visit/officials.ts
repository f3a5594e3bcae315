import type { Official, Party, Span } from '../reading';
import { isState } from '../gazetteer/names';
import { OF_A_STATE } from './company';
import { headlineNames } from './headline-names';
import { isBackground, isBody, judge, newBallot, type Ballot, type Sides } from './judge-naming';
import type { PersonMention, PersonMemory } from './people';
import { sovereignOf } from './visitors';
import { protagonist, standingOf } from './protagonist';
import type { Scene } from './scene';
import { sideBySide } from './side-by-side';

export interface Officials {
  readonly value: readonly Official[];
  readonly spans: readonly Span[];
}

const MOST = 6;
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

/** What is said of each person, mention by mention. */
function collect(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  sides: Sides,
  texts: Readonly<Record<string, string>>,
): Map<string, Ballot> {
  const ballots = new Map<string, Ballot>();
  const bySentence = new Map(scenes.map((scene) => [scene.sentence.index, scene]));
  const parties = partiesByName(people);
  for (const mention of people) {
    const scene = bySentence.get(mention.sentence);
    if (scene === undefined) continue;
    const party = parties.get(mention.name) ?? null;
    const ofState = OF_A_STATE.has(mention.office ?? '');
    // "Corrections Minister Lee did not oppose UN inspections": no minister serves a body.
    const person = { ...mention, party: ofState && party !== null && !isState(party) ? null : party };
    const ballot = ballots.get(person.name) ?? newBallot(person, ballots.size);
    if (ballot.role === '' && person.role !== '') {
      ballot.role = person.role;
      ballot.office = person.office;
    }
    ballot.party ??= person.party;
    judge(person, scene, texts[scene.sentence.zone] ?? '', sides, ballot, people);
    const ours = person.party !== null && sides.visitors.includes(person.party);
    if (!isBackground(person, scene, ours) && !(ofState && sides.visitors.every(isBody))) {
      const standing = standingOf(person, scene);
      ballot.speaks ||= standing.speaks;
      ballot.leads ||= standing.leads;
    }
    ballot.mentions++;
    ballots.set(person.name, ballot);
  }
  return ballots;
}

const isElected = ({ points, against }: Ballot): boolean => points >= LEAST && points > against;

/** A bare full name belongs to an official only when he is told to go. */
const isCertain = (ballot: Ballot): boolean =>
  isElected(ballot) && (ballot.role !== '' || (ballot.name.includes(' ') && ballot.doer));

/** Elects who stands side by side with one who is elected; true when somebody was. */
function electBeside(
  ballots: ReadonlyMap<string, Ballot>,
  here: readonly PersonMention[],
  { sentence }: Scene,
  text: string,
): boolean {
  let elected = false;
  here.forEach((right, at) => {
    const left = here[at - 1];
    if (left === undefined) return;
    const pair = [left, right].map(({ name }) => ballots.get(name));
    const other = pair.find((ballot) => ballot && !isCertain(ballot));
    if (!other || other.against > 0 || !pair.some((ballot) => ballot && isCertain(ballot))) return;
    if ([left, right].some(({ office, leader }) => office === 'private' || leader)) return;
    if (!sideBySide(left, right, sentence, text, here[at + 1])) return;
    other.points = Math.max(LEAST, other.points);
    other.doer = true;
    elected = true;
  });
  return elected;
}

/** Who is named in one breath with one who goes, goes as well, unless something speaks for another side. */
function electNeighbours(
  ballots: ReadonlyMap<string, Ballot>,
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  texts: Readonly<Record<string, string>>,
): void {
  for (const scene of scenes) {
    if (scene.recap) continue;
    const here = people.filter((person) => person.sentence === scene.sentence.index);
    // Along a list both ways: whoever is elected may stand at its end.
    for (let round = 1; round < here.length; round++)
      if (!electBeside(ballots, here, scene, texts[scene.sentence.zone] ?? '')) break;
  }
}

/**
 * Two ministers of justice, of whom one serves the visitors: the other is the host who shows him round.
 */
const isCounterpart = (ballot: Ballot, all: readonly Ballot[], sides: readonly Party[]): boolean =>
  sides.length === 1 &&
  ballot.party === null &&
  ballot.office !== null &&
  OF_A_STATE.has(ballot.office) &&
  !SECOND.test(ballot.role) &&
  all.some(
    (other) =>
      other !== ballot &&
      other.office === ballot.office &&
      !SECOND.test(other.role) &&
      other.party !== null &&
      sides.includes(other.party),
  );
const SECOND = /^(?:vice|sub|deputy|under|ex|sous|junior|s$)/i;

/**
 * The visiting officials the story names, with their office in its words: those of the visitors' side, and those
 * without a known side who do the visiting or come along. Hosts, speakers and earlier visitors are left out.
 */
export function pickOfficials(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  { visitors, host, published }: Sides,
  texts: Readonly<Record<string, string>>,
  memory: PersonMemory,
): Officials {
  const sides = visitors.map(sovereignOf);
  const ballots = collect(scenes, people, { visitors: sides, host, published }, texts);
  electNeighbours(ballots, scenes, people, texts);
  const named = [...ballots.values()].filter(isElected);
  const certain = withRoles(named, memory).filter(
    (ballot) => isCertain(ballot) && !isCounterpart(ballot, named, sides),
  );
  const chosen = (
    certain.length > 0
      ? certain
      : withRoles(protagonist([...ballots.values()], visitors.some(isState)), memory)
  )
    .sort((a, b) => b.points - a.points || a.order - b.order)
    .slice(0, MOST)
    .sort((a, b) => a.order - b.order);
  if (chosen.length === 0) return headlineNames(scenes, texts);
  return { value: chosen.map(({ name, role }) => ({ name, role })), spans: chosen.map(({ span }) => span) };
}
