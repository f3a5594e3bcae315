import type { Official, Party, Span } from '../reading';
import { isState } from '../gazetteer/names';
import { isBackground, judge, type Ballot } from './judge-naming';
import type { PersonMention, PersonMemory } from './people';
import { sovereignOf } from './visitors';
import { protagonist, standingOf } from './protagonist';
import type { Scene } from './scene';

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
    if (!isBackground(person, scene, person.party !== null && sides.includes(person.party))) {
      const standing = standingOf(person, scene);
      ballot.speaks ||= standing.speaks;
      ballot.leads ||= standing.leads;
    }
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
