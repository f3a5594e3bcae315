import {
  oncePerStory,
  tokenSpan,
  type Analysed,
  type AnalysedSentence,
  type ConceptHit,
  isOf,
} from '../analysed';
import { Family } from '../concepts';
import { fold } from '../fold';
import type { Party, Person, Span } from '../reading';
import { attachedParties, isNamedParty, partyOf } from './parties';
import { findNameRuns, type NameRun } from './name-runs';
import type { PersonMemory } from './person-memory';
import { officeOf, roleText } from './office-of';
import { sceneSentences } from './scene';
import { isTitleCase, nameLength } from './title-case';
import { type Token, tokenAt } from '../tokens';
import { wordSet } from '../vocabulary';

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
  const titled: Found[] = [];
  const rest: Found[] = [];
  for (const sentence of sceneSentences(analysed)) {
    const found = sentence.zone === 'title' && isTitleCase(sentence) ? titled : rest;
    for (const run of findNameRuns(sentence, analysed.story[sentence.zone]))
      found.push(foundIn(sentence, run));
  }
  if (titled.length === 0) return rest;
  const text = analysed.story.title;
  const names: Found[] = [];
  for (const run of titled) {
    const size = nameLength(run, rest);
    if (size === 0) continue;
    const end = tokenAt(run.sentence.tokens, run.from + size - 1)?.end;
    const name = text.slice(run.sentence.tokens[run.from]?.start, end);
    names.push(foundIn(run.sentence, { name, from: run.from, to: run.from + size }));
  }
  return [...names, ...rest];
});

/** The words of a name, folded. */
function keysOf({ tokens }: AnalysedSentence, { name, from, to }: NameRun): readonly string[] {
  const keys: string[] = [];
  let length = to - from - 1;
  for (let at = from; at < to; at++) {
    const { text, folded } = tokens[at] as Token;
    keys.push(folded);
    length += text.length;
  }
  // Blanks alone part the words, unless the name holds hyphens, apostrophes or stops.
  return length === name.length && !/['’.-]/.test(name) ? keys : name.split(' ').map(fold);
}

const foundIn = (sentence: AnalysedSentence, run: NameRun): Found => ({
  name: run.name,
  from: run.from,
  to: run.to,
  sentence,
  keys: keysOf(sentence, run),
  around: null,
});

/** The office that ends right before a token. */
function officeBefore({ hits, concepts }: AnalysedSentence, at: number): ConceptHit | undefined {
  if (concepts.speaksOf(Family.Office))
    for (const hit of hits) if (hit.to === at && isOf(hit, Family.Office)) return hit;
  return undefined;
}

const isLonger = (name: string, known: string): boolean =>
  name.length > known.length && (name.startsWith(`${known} `) || name.endsWith(` ${known}`));

/** A name with its words, folded. */
type FullName = Pick<Found, 'name' | 'keys'>;

/** Full names by last name: as the story gives them, then as memory does. */
function fullNames(found: readonly Found[], memory: PersonMemory): Map<string, FullName> {
  const names = new Map<string, FullName>();
  for (const run of found)
    for (let at = 1; at < run.keys.length; at++) {
      const key = run.keys[at] as string;
      if (key.length <= 2) continue;
      const known = names.get(key);
      // The first full name wins, a longer form of it replaces it.
      if (known === undefined || isLonger(run.name, known.name)) names.set(key, run);
    }
  for (const { name, keys, from, sentence } of found) {
    if (keys.length > 1 || names.has(keys[0] ?? '')) continue;
    const office = officeBefore(sentence, from);
    const person = memory(name, office ? (sentence.tokens[office.from]?.text ?? null) : null);
    if (person) names.set(keys[0] ?? '', { name: person.name, keys: fold(person.name).split(' ') });
  }
  return names;
}

/** The full name of a run: the one known by its last word that holds all its words. */
function resolve({ name, keys }: Found, names: ReadonlyMap<string, FullName>): string {
  const full = names.get(keys.at(-1) ?? '');
  if (full === undefined || full.name === name) return name;
  for (const key of keys) if (!full.keys.includes(key)) return name;
  return full.name;
}

const OF = wordSet('of de del da do du des d');

const HONORIFIC = wordSet('lord lady baroness sir dame mr mrs ms mme dr dra monsignor monseñor');

const IN = new Set('in at near em'.split(' '));

/** "in Alcala de Henares", "em Terra Branca": a place, if it is nobody known. */
const isPlaceOf = ({ from, sentence: { tokens, hits } }: Found): boolean =>
  IN.has(tokenAt(tokens, from - 1)?.text ?? '') &&
  !hits.some((hit) => hit.id === 'PERSON' && hit.from === from);

/**
 * A word alone is a person only when it is the surname of someone known by full name, or follows an office or a title
 * ("ministro Arana", "Lord Timpson"); otherwise it is a place, a party, or the first word of a sentence.
 */
function isPerson(run: Found, names: ReadonlyMap<string, FullName>): boolean {
  if (run.to - run.from > 1) return !isPlaceOf(run);
  const full = run.keys.length === 1 ? names.get(run.keys[0] ?? '') : undefined;
  if (full !== undefined && full.name !== run.name) return true;
  const { tokens } = run.sentence;
  if (HONORIFIC.has(tokenAt(tokens, run.from - 1))) return true;
  // "Le sénateur Reconquête des Bouches-du-Rhône": his party.
  return (
    officeBefore(run.sentence, run.from) !== undefined &&
    !OF.has(tokenAt(tokens, run.from - 1)) &&
    !OF.has(tokens[run.to])
  );
}

/** Offices of heads of state and government as the memory of persons writes them. */
const LEADER =
  /^(?:president[ae]?(?: del gobierno)?|président|prime minister|premier ministre|primeiro-ministro)$/i;

/** "El presidente de Ecuador", "the president": of a state; "presidente del comité" is none. */
function heads(office: ConceptHit, { tokens, hits }: AnalysedSentence): boolean {
  if (office.id !== 'OFFICE.head') return false;
  if (!OF.has(tokens[office.to])) return true;
  return hits.some((hit) => isNamedParty(hit) && hit.from - office.to <= 2 && hit.from > office.to);
}

/** Every person the scenes name, with office and party as far as the words around or the memory tell. */
export function findPeople(analysed: Analysed, memory: PersonMemory): PersonMention[] {
  const found = runsOf(analysed);
  const names = fullNames(found, memory);
  const known = new Map<string, Person | null>();
  const people: PersonMention[] = [];
  for (const run of found) {
    if (!isPerson(run, names)) continue;
    const { office, role, attached, own } = surroundings(run, analysed);
    const name = resolve(run, names);
    let remembered = known.get(name);
    if (remembered === undefined) known.set(name, (remembered = memory(name)));
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
/** So many words that may lead to the state stand between it and the name. */
const BEHIND_NAME = 1;
const ADJECTIVE = /^\s+$/u;

/** "Chris Van Hollen, D-Md.", "Riley Moore of West Virginia", "el costarricense Rodrigo Chaves". */
function ownParty({ sentence, from, to }: Found, text: string): Party | null {
  const { tokens, hits } = sentence;
  for (const hit of hits) {
    if (hit.from >= to ? hit.from - to > BEHIND_NAME : hit.to !== from) continue;
    if (!isNamedParty(hit)) continue;
    const after =
      hit.from >= to && OF_THE_STATE.test(text.slice(tokenAt(tokens, to - 1)?.end, tokens[hit.from]?.start));
    const before =
      hit.to === from && ADJECTIVE.test(text.slice(tokenAt(tokens, hit.to - 1)?.end, tokens[from]?.start));
    if (after || (before && hit.id === 'DEMONYM')) return partyOf(hit);
  }
  return null;
}
