import type { Official, Party, Span } from '../reading';
import { headlineNames } from './headline-names';
import { namingsOf } from './naming';
import type { PersonMention } from './people';
import type { PersonMemory } from './person-memory';
import type { Scene } from './scene';
import { oddsOf, settleOfficials } from './settle-officials';
import type { Sides } from './stage';
import { sovereignOf } from './visitors';

export interface Officials {
  readonly value: readonly Official[];
  readonly spans: readonly Span[];
}

const MOST = 6;

/** The state each person serves: what stands beside the name or in memory, before what the sentence suggests. */
export function partiesByName(people: readonly PersonMention[]): Map<string, Party> {
  const parties = new Map<string, Party>();
  for (const sure of [true, false])
    for (const { name, party, attached } of people)
      if (party !== null && attached === sure && !parties.has(name)) parties.set(name, sovereignOf(party));
  return parties;
}

/**
 * The visiting officials the story names, with their office in its words, as a model trained on many visits tells them
 * from hosts, speakers and earlier visitors (decision 24).
 */
export function pickOfficials(
  scenes: readonly Scene[],
  people: readonly PersonMention[],
  { visitors, host, published }: Sides,
  texts: Readonly<Record<string, string>>,
  memory: PersonMemory,
): Officials {
  const sides = { visitors: visitors.map(sovereignOf), host, published };
  const namings = namingsOf(scenes, people, texts, sides);
  const named = { namings, parties: partiesByName(people), sides };
  const chosen = settleOfficials(named, oddsOf(named)).slice(0, MOST);
  if (chosen.length === 0) return headlineNames(scenes, texts);
  const told = [...namings].filter(([name]) => chosen.includes(name));
  return {
    value: told.map(([name, each]) => ({
      name,
      role: each.find(({ person }) => person.role !== '')?.person.role ?? memory(name)?.role ?? '',
    })),
    spans: told.flatMap(([, [first]]) => (first ? [first.person.span] : [])),
  };
}
