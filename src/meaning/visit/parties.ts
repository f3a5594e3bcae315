import { type AnalysedSentence, type ConceptHit, isOf } from '../analysed';
import { Family } from '../concepts';
import { facilityById } from '../gazetteer/facilities';
import { knownPerson } from '../gazetteer/persons';
import type { Party } from '../reading';
import { tokenAt } from '../tokens';

/** Bodies that may be one side of a visit; regional parliaments and national mechanisms are none. */
const VISITING = new Set(['org:UN', 'org:OAS', 'org:IACHR', 'org:NGO', 'org:press', 'EU']);

/** The party a name stands for, or null; heads of state count for their country. */
export function partyOf(hit: ConceptHit): Party | null {
  if (hit.value === undefined) return null;
  switch (hit.id) {
    case 'COUNTRY':
    case 'DEMONYM':
    case 'LEADER':
    case 'AGENCY':
      return hit.value;
    case 'ORG':
      return VISITING.has(hit.value) || /^[A-Z]{2}$/.test(hit.value) ? hit.value : null;
    case 'PERSON':
      return knownPerson(hit.value)?.party ?? null;
    default:
      return null;
  }
}

/** Parties that stand in the sentence as a country's name or adjective, or as a body: what an office can belong to. */
export const isNamedParty = (hit: ConceptHit): boolean =>
  hit.id === 'COUNTRY' ||
  hit.id === 'DEMONYM' ||
  hit.id === 'AGENCY' ||
  (hit.id === 'ORG' && partyOf(hit) !== null);

/** Weak names ("Santiago", "americano") may belong to an office when nothing better does. */
export const isWeakParty = (hit: ConceptHit): boolean =>
  hit.id === 'COUNTRY.weak' || hit.id === 'DEMONYM.weak';

/** The party a name stands for, weak names included; null for no party's name. */
export const partyOfAny = (hit: ConceptHit): Party | null =>
  isWeakParty(hit) ? (hit.value ?? null) : partyOf(hit);

const CHAIN =
  /^(?:\s*,\s*|\s+(?:y|e|and|et|&)\s+)(?:(?:de|del|da|do|of|du|des|d['’])\s*(?:la\s+|las\s+|los\s+|l['’])?)?(?:the\s+|el\s+|la\s+|le\s+)?$/iu;
const STOP_BETWEEN = /[;:()]|\. |—|–/;

export interface Attached {
  readonly parties: readonly Party[];
  readonly hits: readonly ConceptHit[];
}

const OF_PLACE = /^\s+(?:de|del|of|da|do|du|d['’])\s*(?:la\s+|el\s+|the\s+|l['’])?$/iu;

const ofFacility = (hit: ConceptHit): Attached => {
  const country = facilityById(hit.value ?? '')?.country;
  return country === undefined ? NONE : { parties: [country], hits: [] };
};

const NONE: Attached = { parties: [], hits: [] };
/** What parts a country from the office after it: a comma, a dash, a preposition. */
const PARTED = /[,;:.()—–]|\b(?:en|in|a|to|de|y|and|por|by|em|no|na|au|con|com|with|avec|o|el|the|le)\s*$/iu;
const BEHIND = 9;
const AHEAD = 3;

/**
 * The parties an office or delegation in tokens [from, to) belongs to: "presidente electo de Chile", "U.S. Sen.",
 * "delegaciones de Colombia y Costa Rica". `text` is the text of the sentence's zone.
 */
export function attachedParties(
  sentence: AnalysedSentence,
  from: number,
  to: number,
  text: string,
): Attached {
  const { tokens, hits } = sentence;
  const gap = (left: number, right: number): string =>
    text.slice(tokenAt(tokens, left - 1)?.end ?? 0, tokens[right]?.start ?? 0);
  let ahead: ConceptHit | undefined;
  for (const hit of hits) {
    if (hit.from >= to) break;
    if (hit.from >= from) {
      if (isNamedParty(hit)) return chain(sentence, hit, text);
    } else if (
      hit.to <= from &&
      from - hit.to <= AHEAD &&
      isNamedParty(hit) &&
      !PARTED.test(gap(hit.to, from).replace(/^['’]s/, ''))
    )
      ahead = hit;
  }
  if (ahead && before(sentence, ahead, from)) return { parties: partiesOf([ahead]), hits: [ahead] };
  for (const hit of hits) {
    if (hit.from < to) continue;
    const facility = hit.id === 'FACILITY' && OF_PLACE.test(gap(to, hit.from));
    // "directora de la cárcel de Ducos": of the state whose prison it is.
    if (facility) return ofFacility(hit);
    if (hit.from - to > BEHIND || !isNamedParty(hit)) continue;
    const between = gap(to, hit.from);
    if (STOP_BETWEEN.test(between) || isElsewhere(hits, to, hit.from)) break;
    // "el ministro, que viajó a Perú": what follows a comma is another matter, unless it is "X, de Perú" or "X, (R-Ky.)".
    if (
      between.includes(',') &&
      !/,\s*(?:de|del|da|do|of|du|d['’]|R|D)?[\s-]*(?:la\s|l['’])?$/iu.test(between)
    )
      break;
    if (
      /\b(?:en|in|a|al|to|con|with|por|by|em|no|na|ao|au|aux|à|para|for|hacia|contra|sur|sobre|dans|at)\s*(?:el\s|la\s|the\s|l['’])?$/iu.test(
        between,
      ) &&
      !/\b(?:por|for)\s*$/iu.test(between)
    )
      break;
    return chain(sentence, hit, text);
  }
  return NONE;
}

/** Between an office and a party stand an act or another office: the party is theirs. */
function isElsewhere(hits: readonly ConceptHit[], from: number, to: number): boolean {
  for (const hit of hits)
    if (
      hit.from >= from &&
      hit.to <= to &&
      (isOf(hit, Family.Office) || (isOf(hit, Family.Act) && hit.id !== 'ACT.announce'))
    )
      return true;
  return false;
}

const partiesOf = (hits: readonly ConceptHit[]): Party[] => [
  ...new Set(hits.map(partyOf).filter((party) => party !== null)),
];

/** An adjective or possessive before the office: English "Chilean president-elect", not Spanish "la chilena ministra". */
const before = (sentence: AnalysedSentence, hit: ConceptHit, from: number): boolean =>
  hit.id !== 'DEMONYM' || from - hit.to <= 2;

/** A named party and those listed with it: "Colombia, Perú y Costa Rica". */
function chain(sentence: AnalysedSentence, first: ConceptHit, text: string): Attached {
  const found = [first];
  for (const hit of sentence.hits) {
    const last = found.at(-1) as ConceptHit;
    if (!isNamedParty(hit) || hit.from < last.to) continue;
    const between = text.slice(
      tokenAt(sentence.tokens, last.to - 1)?.end ?? 0,
      sentence.tokens[hit.from]?.start ?? 0,
    );
    if (!CHAIN.test(between)) break;
    found.push(hit);
  }
  return { parties: partiesOf(found), hits: found };
}

/** "Eurodiputados españoles": deputies of the Union's parliament who are called by their nation go for it. */
export const nationOfDeputies = (
  { hits }: AnalysedSentence,
  { from, to }: ConceptHit,
): ConceptHit | undefined =>
  hits.some((hit) => hit.value === 'EU' && hit.from === from && hit.to === to)
    ? hits.find((hit) => hit.id === 'DEMONYM' && (hit.from === to || hit.to === from))
    : undefined;
