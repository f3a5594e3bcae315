import { hitOf, inOrder, type ConceptHit, type NameFinder } from '../analysed';
import { foldedAt, isCapitalised, type Token, tokenAt } from '../tokens';
import { bookOf } from './books';
import { megaPrisonOf } from './facilities';
import type { NameMatch } from './name-trie';
import type { NameEntry } from './names';
import { findOffices } from './offices';
import { megaPrisonAt, prisonWordAfter, prisonWordBefore } from './prison-words';
import { findUnlisted } from './unlisted';
import { setOf } from '../set-of';
import { listed } from '../word-lists';

const LISTS = listed.gazetteer.findNames;

type Found = NameMatch<NameEntry>;

const LOCATIVE = setOf(LISTS.locative);

const partOfPersonName = (tokens: readonly Token[], from: number, to: number): boolean => {
  const next = tokens[to];
  const here = tokens[to - 1] as Token;
  return next !== undefined && isCapitalised(next) && next.start === here.end + 1;
};

const REGION = setOf(LISTS.region);
const TONGUE = new Set('acronym acronyms initials language speaking spelling'.split(' '));

/** "Central American", "sul-americano": a region. "Its Spanish acronym": a language. */
const isNoState = (tokens: readonly Token[], from: number, to: number, state: string): boolean =>
  (state === 'US' && REGION.has(foldedAt(tokens, from - 1))) || TONGUE.has(foldedAt(tokens, to));

/** Decides what an ambiguous name is where it stands: a hit, a hit of lesser weight, or nothing. */
function settle(match: Found, tokens: readonly Token[], caseless: boolean): ConceptHit | null {
  const { value: entry, from, to } = match;
  const { id, value } = entry;
  if (id === 'DEMONYM' && isNoState(tokens, from, to, value)) return null;
  if (!entry.weak) return hitOf(id, from, to, value);
  if (id === 'FACILITY') {
    const word = prisonWordBefore(tokens, from);
    if (word >= 0) return hitOf(id, word, to, value);
    const end = prisonWordAfter(tokens, to);
    if (end >= 0) return hitOf(id, from, end, value);
    return caseless ? null : hitOf(weakId(id), from, to, value);
  }
  if (!caseless && partOfPersonName(tokens, from, to)) return null;
  const before = tokenAt(tokens, from - 1)?.folded;
  const named = entry.country && (before === undefined || LOCATIVE.has(before));
  return hitOf(named ? id : weakId(id), from, to, value);
}

const isSame = (a: ConceptHit, b: ConceptHit): boolean =>
  a.from === b.from && a.to === b.to && a.id === b.id && a.value === b.value;

function isAmong(hit: ConceptHit, hits: readonly ConceptHit[]): boolean {
  for (const other of hits) if (isSame(other, hit)) return true;
  return false;
}

function dedupe(hits: readonly ConceptHit[]): ConceptHit[] {
  const kept: ConceptHit[] = [];
  for (const hit of hits) if (!isAmong(hit, kept)) kept.push(hit);
  return kept;
}

const covers = (a: ConceptHit, b: ConceptHit): boolean =>
  a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from;

/** A country and a state of the same name ("Georgia") leave both in doubt. */
const inDoubt = (hit: ConceptHit, hits: readonly ConceptHit[]): boolean =>
  hit.id === 'COUNTRY' &&
  hits.some(
    (other) =>
      other.id === 'COUNTRY.weak' &&
      other.from === hit.from &&
      other.to === hit.to &&
      other.value !== hit.value,
  );

const isOfCountry = ({ id, value }: ConceptHit): boolean =>
  value !== undefined && (id === 'COUNTRY' || id === 'DEMONYM' || id === 'LEADER');

/** True inside a longer name, unless that is in doubt itself. */
function isInside(hit: ConceptHit, hits: readonly ConceptHit[]): boolean {
  for (const other of hits) if (covers(other, hit) && other.id !== 'FACILITY.weak') return true;
  return false;
}

/** Without names inside longer ones, and with names in doubt marked as such. */
function disentangle(hits: readonly ConceptHit[]): ConceptHit[] {
  const kept: ConceptHit[] = [];
  for (const hit of hits)
    if (!isInside(hit, hits))
      kept.push(inDoubt(hit, hits) ? hitOf(weakId(hit.id), hit.from, hit.to, hit.value) : hit);
  return kept;
}

/** One string a name: a new one would be hashed anew wherever it is looked up. */
function oncePerName(make: (name: string) => string): (name: string) => string {
  const made = new Map<string, string>();
  return (name) => {
    const id = made.get(name) ?? make(name);
    made.set(name, id);
    return id;
  };
}

/** `OFFICE.justice`. */
const officeId = oncePerName((portfolio) => `OFFICE.${portfolio}`);
/** `COUNTRY.weak`. */
const weakId = oncePerName((id) => `${id}.weak`);

/** "la megacárcel de El Salvador", "Bukele's mega-prison": the one mega-prison of the country named beside it. */
function megaPrisons(tokens: readonly Token[], hits: readonly ConceptHit[], english: boolean): ConceptHit[] {
  const found: ConceptHit[] = [];
  for (let at = 0; at < tokens.length && hits.length > 0; at++) {
    const size = megaPrisonAt(tokens, at);
    if (size === 0) continue;
    for (const hit of hits) {
      if (hit.value === undefined || !isOfCountry(hit)) continue;
      const beside =
        (hit.from >= at + size && hit.from - at - size <= 4) || (english && hit.to <= at && at - hit.to <= 2);
      const facility = beside ? megaPrisonOf(hit.value) : undefined;
      if (facility)
        found.push(hitOf('FACILITY', Math.min(at, hit.from), Math.max(at + size, hit.to), facility.id));
    }
  }
  return found;
}

const hasCapitals = (tokens: readonly Token[]): boolean => {
  for (const token of tokens) if (isCapitalised(token)) return true;
  return false;
};

/**
 * Names in one sentence's tokens. Ids: COUNTRY, DEMONYM, LEADER (ISO code), FACILITY (id of `facilities`, or the
 * text's own words for one that is not listed, see `facilityName`), ORG and OUTLET (party), AGENCY (ISO code of the state it serves), PERSON (full name),
 * OFFICE.<portfolio>. `COUNTRY.weak`, `DEMONYM.weak` and `FACILITY.weak` are ambiguous names ("Santiago", "americano", "Litoral") that count
 * only where the story points to them otherwise. Text without a single capital ("visita cecot") is read
 * without regard to case.
 */
export const findNames: NameFinder = (tokens, lang) => {
  const caseless = !hasCapitals(tokens);
  const hits: ConceptHit[] = [];
  for (const match of bookOf(lang).find(tokens, caseless)) {
    const hit = settle(match, tokens, caseless);
    if (hit) hits.push(hit);
  }
  const english = lang === 'en';
  const names = hits.length > 1 ? disentangle(hits) : hits;
  const mega = megaPrisons(tokens, names, english);
  const found = names.length + mega.length > 1 ? dedupe(names.concat(mega)) : names;
  for (const hit of findUnlisted(tokens, found, english)) found.push(hit);
  for (const { portfolio, from, to } of findOffices(tokens, lang))
    found.push(hitOf(officeId(portfolio), from, to));
  return inOrder(found);
};
