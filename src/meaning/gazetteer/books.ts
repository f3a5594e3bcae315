import { fold } from '../fold';
import { LANGUAGES, type Language } from '../reading';
import { Shelf, type Filed } from '../shelf';
import { gazetteer } from './compiled';
import { countryCodes } from './countries';
import { facilityAt } from './facilities';
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

function bookOf(names: string, freeDemonyms: boolean): NameBook {
  const shelf = new Shelf(names);
  return new NameTrie((word) => shelf.word(word).map((filed) => nameOf(filed, freeDemonyms)));
}

const books = new Map<Language, NameBook>();
let shared: NameBook | undefined;

/** Names that all languages share: cities and regions, prisons, organisations, persons. */
export const sharedBook = (): NameBook => (shared ??= bookOf(gazetteer().shared, true));

/** Names and demonyms of countries in one language. */
export function languageBook(lang: Language): NameBook {
  const known = books.get(lang);
  if (known) return known;
  const book = bookOf(gazetteer()[lang], lang !== 'en');
  books.set(lang, book);
  return book;
}

/** True for the name of a state in any of the languages, against one of its cities or regions. */
export function isCountryName(name: string): boolean {
  const words = fold(name).split(' ');
  return LANGUAGES.some((lang) =>
    languageBook(lang)
      .named(words)
      .some(({ country }) => country),
  );
}
