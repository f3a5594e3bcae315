import type { Official, Party, Span } from '../reading';
import { isState } from '../gazetteer/names';
import { announcesAnother, isEarlier, staysHome } from './bystander';
import { OF_A_STATE } from './company';
import { headlineNames } from './headline-names';
import { isBackground, isBody, judge, newBallot, OPPOSITION, type Ballot, type Sides } from './judge-naming';
import type { PersonMention, PersonMemory } from './people';
import { sovereignOf } from './visitors';
import { protagonist, standingOf } from './protagonist';
import { companyOf, joins, leads, type Naming } from './naming';
import { refuses } from './refusal';
import type { Scene } from './scene';
import { featuresOf, namingsOf, settleOfficials } from './settle-officials';
import { sideBySide } from './side-by-side';

export interface Officials {
  readonly value: readonly Official[];
  readonly spans: readonly Span[];
}

const MOST = 6;
const LEAST = 1.1;

/** The state each person serves: what stands beside the name or in memory, before what the sentence suggests. */
export function partiesByName(people: readonly PersonMention[]): Map<string, Party> {
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
  parties: ReadonlyMap<string, Party>,
  sides: Sides,
  texts: Readonly<Record<string, string>>,
): Map<string, Ballot> {
  const ballots = new Map<string, Ballot>();
  const bySentence = new Map(scenes.map((scene) => [scene.sentence.index, scene]));
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

/** Those of whom the story says by its wording that they go; else whoever stands in its middle. */
function electByRules(ballots: readonly Ballot[], visitors: readonly Party[]): readonly Ballot[] {
  const certain = ballots.filter((ballot) => isCertain(ballot) && !isCounterpart(ballot, ballots, visitors));
  return certain.length > 0 ? certain : protagonist(ballots, visitors.some(isState));
}

/** "…, who headed the mission", "… will join them": the story itself says that he is one of those who visit. */
const isTold = (naming: Naming): boolean => leads(naming) || joins(naming);

/** First named as a critic, one who announces another's journey, the opposition, one who lets nobody in. */
function isToldToStay(naming: Naming): boolean {
  const { person, scene, text, here } = naming;
  const act = scene.acts.find(({ quoted, from }) => !quoted && from >= person.to);
  return (
    !isTold(naming) &&
    (staysHome(person, text.slice(person.span.end, scene.sentence.end), scene, here) ||
      (act !== undefined && announcesAnother(person, act, scene, here)) ||
      refuses(scene, person) ||
      OPPOSITION.test(person.role))
  );
}

/** What the rules say of each person, as log-odds beside the model's. */
function opinionsOf(
  ballots: readonly Ballot[],
  namings: ReadonlyMap<string, readonly Naming[]>,
  { visitors, published }: Sides,
): Map<string, number> {
  const elected = electByRules(ballots, visitors);
  const named = ballots.filter(isElected);
  return new Map(
    ballots.map((ballot) => {
      const told = namings.get(ballot.name) ?? [];
      if (elected.includes(ballot))
        return [
          ballot.name,
          told.some((naming) => isTold(naming) || companyOf(naming) === 'guest') ? SURE : TRUST,
        ];
      // Only while others go: of a journey refused or disputed those complain who wanted to go.
      const stays =
        elected.length > 0 &&
        (told.slice(0, 1).some(isToldToStay) ||
          told.every(({ scene }) => scene.recap || isEarlier(scene, published)) ||
          isCounterpart(ballot, named, visitors));
      return [ballot.name, stays ? -STAYS : -TRUST];
    }),
  );
}
const TRUST = 0.5;
const SURE = 2;
const STAYS = 3.5;

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
  const sides = { visitors: visitors.map(sovereignOf), host, published };
  const parties = partiesByName(people);
  const ballots = collect(scenes, people, parties, sides, texts);
  electNeighbours(ballots, scenes, people, texts);
  const all = withRoles([...ballots.values()], memory);
  const namings = namingsOf(scenes, people, texts);
  const opinions = opinionsOf(all, namings, sides);
  const chosen = settleOfficials(all, opinions, featuresOf(namings, parties, sides))
    .slice(0, MOST)
    .sort((a, b) => a.order - b.order);
  if (chosen.length === 0) return headlineNames(scenes, texts);
  return { value: chosen.map(({ name, role }) => ({ name, role })), spans: chosen.map(({ span }) => span) };
}
