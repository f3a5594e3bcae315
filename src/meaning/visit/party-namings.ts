import { type AnalysedSentence, type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { facilityById } from '../gazetteer/facilities';
import type { Party } from '../reading';
import { partyOfAny } from './parties';
import type { PersonMention } from './people';
import { wordSet } from '../vocabulary';
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

const ADDRESSES = wordSet('told tell tells telling ante devant face diante');
const ADDRESS_REACH = 3;

/** "Told reporters", "devant la presse": whom the news was told, not of whom it tells. */
const isTold = ({ tokens }: AnalysedSentence, { from }: ConceptHit): boolean => {
  for (let at = from - 1; at >= 0 && from - at <= ADDRESS_REACH; at--)
    if (ADDRESSES.has(tokens[at])) return true;
  return false;
};

export function namingsIn({ sentence }: Scene, people: readonly PersonMention[]): PartyNaming[] {
  const namings: PartyNaming[] = [];
  for (const hit of sentence.hits) {
    const party = namedBy(hit);
    if (party === null || (party === 'org:press' && isTold(sentence, hit))) continue;
    namings.push({ party, kind: hit.id, from: hit.from, to: hit.to });
  }
  for (const { sentence: at, party, from, to } of people)
    if (at === sentence.index && party !== null) namings.push({ party, kind: 'PEOPLE', from, to });
  return namings;
}
