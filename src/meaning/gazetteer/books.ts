import { fold } from '../fold';
import { LANGUAGES, type Language } from '../reading';
import { Shelf, type Filed } from '../shelf';
import { gazetteer, type Gazetteer } from './compiled';
import { countryCodes } from './countries';
import { facilityAt } from './facilities';
import { listedNames } from './listed-names';
import { NAME_KINDS, NAMES_A_KIND, usuallyCapital, type NameKind } from './name-kinds';
import { NameTrie, type Name } from './name-trie';
import type { NameEntry } from './names';
import { personAt } from './persons';

export type NameBook = NameTrie<NameEntry>;

const IDS: Readonly<Record<NameKind, string>> = {
  country: 'COUNTRY',
  'weak country': 'COUNTRY',
  place: 'COUNTRY',
  'weak place': 'COUNTRY',
  demonym: 'DEMONYM',
  'weak demonym': 'DEMONYM',
  facility: 'FACILITY',
  'weak facility': 'FACILITY',
  organisation: 'ORG',
  outlet: 'OUTLET',
  agency: 'AGENCY',
  person: 'PERSON',
  leader: 'LEADER',
};

let codes: readonly string[] | undefined;
let parties: readonly string[] | undefined;

function valueOf(id: string, number: number): string {
  if (id === 'FACILITY') return facilityAt(number).id;
  if (id === 'PERSON') return personAt(number).name;
  if (id === 'ORG' || id === 'OUTLET' || id === 'AGENCY')
    return (parties ??= gazetteer().parties.split(' '))[number] as string;
  return (codes ??= countryCodes())[number] as string;
}

function entryOf(tag: number): NameEntry {
  const kind = NAME_KINDS[Math.floor(tag / NAMES_A_KIND)] as NameKind;
  const id = IDS[kind];
  return {
    id,
    value: valueOf(id, tag % NAMES_A_KIND),
    weak: kind.startsWith('weak'),
    country: kind.endsWith('country'),
  };
}

/** A name as filed: its words, then, where it is unusual, how they are written (` =f`, ` =xUS`, ` =101`). */
function nameOf({ tag, text }: Filed, freeDemonyms: boolean): Name<NameEntry> {
  const value = entryOf(tag);
  const [spelt = '', mark] = text.split(' =');
  const words = spelt.split(' ');
  if (mark === 'f' || (mark === undefined && freeDemonyms && value.id === 'DEMONYM'))
    return { value, words, writing: 'free' };
  if (mark?.startsWith('x')) return { value, words, writing: 'exact', spelling: mark.slice(1).split(' ') };
  const capitals = words.map((word, at) =>
    mark === undefined ? usuallyCapital(word, at) : mark[at] === '1',
  );
  return { value, words, writing: 'name', capitals };
}

type Beginning = (word: string) => readonly Name<NameEntry>[];

function beginningsIn(names: string, freeDemonyms: boolean): Beginning {
  const shelf = new Shelf(names);
  return (word) => shelf.word(word).map((filed) => nameOf(filed, freeDemonyms));
}

const tagOf = (kind: NameKind): number => NAME_KINDS.indexOf(kind) * NAMES_A_KIND;

/** Beside the shelf of names that all languages share the usual names of prisons and the names of persons. */
function sharedBeginnings({ shared, facilities, persons }: Gazetteer): Beginning {
  const sources = [
    listedNames(facilities, tagOf('facility'), tagOf('weak facility')),
    listedNames(persons, tagOf('person'), tagOf('person')),
  ];
  const shelf = new Shelf(shared);
  return (word) =>
    [...shelf.word(word), ...sources.flatMap((namesBy) => namesBy(word))]
      .sort((a, b) => a.tag - b.tag)
      .map((filed) => nameOf(filed, true));
}

const beginnings = new Map<Language | 'shared', Beginning>();

function beginningsOf(part: Language | 'shared'): Beginning {
  const known =
    beginnings.get(part) ??
    (part === 'shared' ? sharedBeginnings(gazetteer()) : beginningsIn(gazetteer()[part], part !== 'en'));
  beginnings.set(part, known);
  return known;
}

const books = new Map<Language | 'other', NameBook>();

/**
 * The names of texts in one language, or in none of the four: cities and regions, prisons, organisations and persons,
 * which all languages share, then names and demonyms of countries.
 */
export function bookOf(lang: Language | 'other'): NameBook {
  const known = books.get(lang);
  if (known) return known;
  const parts = ['shared' as const, ...(lang === 'other' ? LANGUAGES : [lang])].map(beginningsOf);
  const book = new NameTrie((word) => parts.flatMap((beginning) => beginning(word)));
  books.set(lang, book);
  return book;
}

/** True for the name of a state in any of the languages, against one of its cities or regions. */
export const isCountryName = (name: string): boolean =>
  bookOf('other')
    .named(fold(name).split(' '))
    .some(({ country }) => country);
