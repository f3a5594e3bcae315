import { type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { facilityById } from '../gazetteer/facilities';
import type { Party } from '../reading';
import { partyOfAny } from './parties';
import type { PersonMention } from './people';
import type { Scene } from './scene';

/** A party named at tokens [from, to) by a name of this kind. */
export interface PartyNaming {
  readonly party: Party;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

function namedBy(hit: ConceptHit): Party | null {
  if (isOf(hit, Family.Facility)) return facilityById(hit.value ?? '')?.country ?? null;
  if (hit.id === 'ACTOR.press') return 'org:press';
  return partyOfAny(hit);
}

export function namingsIn({ sentence }: Scene, people: readonly PersonMention[]): PartyNaming[] {
  const namings: PartyNaming[] = [];
  for (const hit of sentence.hits) {
    const party = namedBy(hit);
    if (party !== null) namings.push({ party, kind: hit.id, from: hit.from, to: hit.to });
  }
  for (const { sentence: at, party, from, to } of people)
    if (at === sentence.index && party !== null) namings.push({ party, kind: 'PEOPLE', from, to });
  return namings;
}
