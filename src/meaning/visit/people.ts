import { oncePerStory, tokenSpan, type Analysed, type AnalysedSentence, type ConceptHit } from '../analysed';
import { knownBySurname, knownPerson } from '../gazetteer/persons';
import { fold } from '../fold';
import type { Party, Person, Span } from '../reading';
import { attachedParties, isNamedParty, partyOf } from './parties';
import { findNameRuns, type NameRun } from './name-runs';
import { officeOf, roleText } from './office-of';
import { sceneSentences } from './scene';
import { isTitleCase, nameLength } from './title-case';

/** One naming of a person: tokens [from, to) of a sentence. */
export interface PersonMention {
  /** Full name as far as the story or the memory knows it. */
  readonly name: string;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** Office in the words of the story; empty when none stands by. */
  readonly role: string;
  /** Kind of office (`justice`, `legislature`, …), or null. */
  readonly office: string | null;
  /** State or body served, by the words around the name or by memory; null when unknown. */
  readonly party: Party | null;
  /** The words around the name say so. */
  readonly attached: boolean;
  /** Head of a state or government, by memory or by the office beside the name. */
  readonly leader: boolean;
}

/** Who a name or bare surname means, and whom that person serves; null when nobody is known by it. */
export type PersonMemory = (name: string, office?: string | null) => Person | null;

/** A run of capitalised words in a sentence, with what can be said of it without any memory. */
interface Found extends NameRun {
  readonly sentence: AnalysedSentence;
  /** Its words, folded. */
  readonly keys: readonly string[];
  /** Filled when first asked for: most runs are no persons. */
  around: Surroundings | null;
}

/** What the words around a name say of its bearer. */
interface Surroundings {
  readonly office: ConceptHit | null;
  readonly role: string;
  readonly attached: Party | undefined;
  readonly own: Party | null;
}

/** The name runs of a story's scenes. */
const runsOf = oncePerStory((analysed): readonly Found[] => {
  const found: Found[] = [];
  for (const sentence of sceneSentences(analysed))
    for (const run of findNameRuns(sentence, analysed.story[sentence.zone]))
      found.push(foundIn(sentence, run));
  const titled = found.filter(({ sentence }) => sentence.zone === 'title' && isTitleCase(sentence));
  if (titled.length === 0) return found;
  const rest = found.filter((run) => !titled.includes(run));
  const text = analysed.story.title;
  return [
    ...titled.flatMap((run) => {
      const size = nameLength(run, rest);
      if (size === 0) return [];
      const end = run.sentence.tokens[run.from + size - 1]?.end;
      const name = text.slice(run.sentence.tokens[run.from]?.start, end);
      return [foundIn(run.sentence, { name, from: run.from, to: run.from + size })];
    }),
    ...rest,
  ];
});

const foundIn = (sentence: AnalysedSentence, { name, from, to }: NameRun): Found => ({
  name,
  from,
  to,
  sentence,
  keys: name.split(' ').map(fold),
  around: null,
});

/** Full names by last name: as the story gives them, then as memory does. */
function fullNames(found: readonly Found[], memory: PersonMemory): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, keys } of found)
    for (let at = 1; at < keys.length; at++) {
      const key = keys[at] as string;
      if (key.length <= 2) continue;
      const known = names.get(key);
      // The first full name wins, a longer form of it replaces it.
      if (known === undefined || name.startsWith(`${known} `) || name.endsWith(` ${known}`))
        names.set(key, name);
    }
  for (const { name, keys, from, sentence } of found) {
    if (keys.length > 1 || names.has(keys[0] ?? '')) continue;
    const office = sentence.hits.find((hit) => hit.id.startsWith('OFFICE.') && hit.to === from);
    const person = memory(name, office ? (sentence.tokens[office.from]?.text ?? null) : null);
    if (person) names.set(keys[0] ?? '', person.name);
  }
  return names;
}

/** The full name of a run: the one known by its last word that holds all its words. */
function resolve({ name, keys }: Found, names: ReadonlyMap<string, string>): string {
  const full = names.get(keys.at(-1) ?? '');
  if (full === undefined || full === name) return name;
  const words = fold(full).split(' ');
  return keys.every((word) => words.includes(word)) ? full : name;
}

const OF = new Set('of de del da do du des d'.split(' '));

const IN = new Set('in at near em'.split(' '));

/** "in Alcala de Henares", "em Terra Branca": a place, if it is nobody known. */
const isPlaceOf = ({ from, sentence: { tokens, hits } }: Found): boolean =>
  IN.has(tokens[from - 1]?.text ?? '') && !hits.some((hit) => hit.id === 'PERSON' && hit.from === from);

const HONORIFIC = new Set('lord lady baroness sir dame mr mrs ms mme dr dra monsignor monseñor'.split(' '));

/**
 * A word alone is a person only when it is the surname of someone known by full name, or follows an office or a title
 * ("ministro Arana", "Lord Timpson"); otherwise it is a place, a party, or the first word of a sentence.
 */
function isPerson(run: Found, names: ReadonlyMap<string, string>): boolean {
  if (run.to - run.from > 1) return !isPlaceOf(run);
  const full = run.keys.length === 1 ? names.get(run.keys[0] ?? '') : undefined;
  if (full !== undefined && full !== run.name) return true;
  if (HONORIFIC.has(run.sentence.tokens[run.from - 1]?.folded ?? '')) return true;
  const office = run.sentence.hits.some((hit) => hit.id.startsWith('OFFICE.') && hit.to === run.from);
  // "Le sénateur Reconquête des Bouches-du-Rhône": his party.
  const of = (at: number): boolean => OF.has(run.sentence.tokens[at]?.folded ?? '');
  return office && !of(run.from - 1) && !of(run.to);
}

/** Offices of heads of state and government as the memory of persons writes them. */
const LEADER =
  /^(?:president[ae]?(?: del gobierno)?|président|prime minister|premier ministre|primeiro-ministro)$/i;

/** "El presidente de Ecuador", "the president": of a state; "presidente del comité" is none. */
function heads(office: ConceptHit, { tokens, hits }: AnalysedSentence): boolean {
  if (office.id !== 'OFFICE.head') return false;
  if (!OF.has(tokens[office.to]?.folded ?? '')) return true;
  return hits.some((hit) => isNamedParty(hit) && hit.from - office.to <= 2 && hit.from > office.to);
}

/** Every person the scenes name, with office and party as far as the words around or the memory tell. */
export function findPeople(analysed: Analysed, memory: PersonMemory): PersonMention[] {
  const found = runsOf(analysed);
  const names = fullNames(found, memory);
  const people: PersonMention[] = [];
  for (const run of found) {
    if (!isPerson(run, names)) continue;
    const { office, role, attached, own } = surroundings(run, analysed);
    const name = resolve(run, names);
    const remembered = memory(name);
    const portfolio = office ? office.id.slice('OFFICE.'.length) : null;
    people.push({
      name: remembered?.name ?? name,
      sentence: run.sentence.index,
      from: run.from,
      to: run.to,
      span: tokenSpan(run.sentence, run.from, run.to),
      role,
      office: portfolio,
      attached: attached !== undefined || own !== null,
      party: remembered?.party ?? attached ?? own,
      leader: (office !== null && heads(office, run.sentence)) || LEADER.test(remembered?.role ?? ''),
    });
  }
  return people;
}

/** Office and side of a run's bearer by the words around it. */
function surroundings(run: Found, { story }: Analysed): Surroundings {
  if (run.around !== null) return run.around;
  const { sentence } = run;
  const text = story[sentence.zone];
  const office = officeOf(run, text);
  run.around = office
    ? {
        office,
        role: roleText(office, run, text),
        attached: attachedParties(sentence, office.from, office.to, text).parties[0],
        own: null,
      }
    : { office, role: '', attached: undefined, own: ownParty(run, text) };
  return run.around;
}

const OF_THE_STATE = /^[\s,(]*(?:(?:of|de|del|da|do|du|d|D|R)\b['’-]?\s*)?$/u;
const ADJECTIVE = /^\s+$/u;

/** "Chris Van Hollen, D-Md.", "Riley Moore of West Virginia", "el costarricense Rodrigo Chaves". */
function ownParty({ sentence, from, to }: Found, text: string): Party | null {
  const { tokens, hits } = sentence;
  for (const hit of hits) {
    if (!isNamedParty(hit)) continue;
    const after =
      hit.from >= to && OF_THE_STATE.test(text.slice(tokens[to - 1]?.end, tokens[hit.from]?.start));
    const before =
      hit.to === from && ADJECTIVE.test(text.slice(tokens[hit.to - 1]?.end, tokens[from]?.start));
    if (after || (before && hit.id === 'DEMONYM')) return partyOf(hit);
  }
  return null;
}

/** So many years before his office a politician of that full name is already one of his country. */
const CAREER = 8;

/** Memory of the gazetteer for those who held office around the time of the story. */
export const gazetteerMemory =
  (published: string | null, earlier: PersonMemory = () => null): PersonMemory =>
  (name, office = null) => {
    const own = earlier(name.split(' ').at(-1) ?? name);
    if (own && (own.name === name || !name.includes(' '))) return own;
    const known = knownPerson(name) ?? knownBySurname(name, office);
    const year = published === null ? null : Number(published.slice(0, 4));
    if (known === undefined) return null;
    if (year === null || year >= known.from - 1)
      return { name: known.name, role: known.role, party: known.party };
    // Before his time in office: of the same country, in another office.
    const near = name.includes(' ') && year >= known.from - CAREER;
    return near ? { name: known.name, role: '', party: known.party } : null;
  };
