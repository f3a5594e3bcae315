import { NAME_KINDS, NAMES_A_KIND, usuallyCapital } from '../../src/meaning/gazetteer/name-kinds';
import { fold } from '../../src/meaning/fold';
import { SIGNS } from '../../src/meaning/gazetteer/listed-names';
import { slugOf } from '../../src/meaning/gazetteer/slug';
import { LANGUAGES, type Language } from '../../src/meaning/reading';
import { isCapitalised, tokenize } from '../../src/meaning/tokens';
import { aliases } from './alias';
import { countryNames, sharedNames, type Name } from './names';
import { byText, shelve } from './shelve';
import { COUNTRIES, FACILITIES, ORGANISATIONS, PERSONS } from './sources';

const codes = Object.keys(COUNTRIES);
const parties = [...new Set(ORGANISATIONS.map(({ party }) => party))];
const BEARERS = {
  facility: FACILITIES.map(({ id }) => id),
  party: parties,
  person: PERSONS.map(({ name }) => name),
  country: codes,
};

function numberOf({ kind, value }: Name): number {
  const list = kind.endsWith('facility')
    ? BEARERS.facility
    : kind === 'person'
      ? BEARERS.person
      : ['organisation', 'outlet', 'agency'].includes(kind)
        ? BEARERS.party
        : BEARERS.country;
  const number = list.indexOf(value);
  if (number < 0 || number >= NAMES_A_KIND) throw new RangeError(`${kind} "${value}" is not in its list`);
  return number;
}

/** How the name must be written, where that does not follow from its kind and words. */
function writingMark({ name, writing }: Name, free: boolean): string {
  const tokens = tokenize(name);
  if (writing === 'exact') return ` =x${tokens.map(({ text }) => text).join(' ')}`;
  if (writing === 'free') return free ? '' : ' =f';
  const capitals = tokens.map(isCapitalised);
  const usual = !free && tokens.every(({ folded }, at) => capitals[at] === usuallyCapital(folded, at));
  return usual ? '' : ` =${capitals.map(Number).join('')}`;
}

/** `free` for the book of a language that writes demonyms small. */
function shelveNames(names: readonly Name[], lang: Language | null): string {
  const items = names.map((name) => {
    const words = tokenize(name.name).map(({ folded }) => folded);
    const free = name.kind.endsWith('demonym') && lang !== 'en';
    return {
      tag: NAME_KINDS.indexOf(name.kind) * NAMES_A_KIND + numberOf(name),
      text: words.join(' ') + writingMark(name, free),
      words: [words[0]!],
    };
  });
  return shelve(byText(items));
}

const line = (cells: readonly (string | number | undefined)[]): string =>
  cells
    .map((cell) => cell ?? '')
    .join('|')
    .replace(/\|+$/, '');

/** Usual names in the order of LANGUAGES; one that equals the first is left out. */
const countryLine = (code: string): string => {
  const { names } = COUNTRIES[code]!;
  const usual = LANGUAGES.map((lang) => aliases(names[lang] ?? names.en)[0]?.name ?? code);
  return code + line(usual.map((name, at) => (at > 0 && name === usual[0] ? '' : name)));
};

const shared = sharedNames();

/** True for a name as `listedNames` would file it. */
const isPlain = ({ name, writing }: Name): boolean =>
  writing === 'name' &&
  tokenize(name)
    .map(({ folded }) => folded)
    .join(' ') === fold(name);

/** The name under which prisons and persons are listed, if they are also filed under it; by kind and bearer. */
function listedNamesOf(bearers: ReadonlyMap<string, string>, kinds: readonly string[]): Map<string, Name> {
  const usual = shared.filter(
    (each) => kinds.includes(each.kind) && bearers.get(each.value) === each.name && isPlain(each),
  );
  return new Map(usual.map((each) => [each.value, each]));
}

const listedFacilities = listedNamesOf(new Map(FACILITIES.map(({ id, name }) => [id, name])), [
  'facility',
  'weak facility',
]);
const listedPersons = listedNamesOf(new Map(PERSONS.map(({ name }) => [name, name])), ['person']);
const listed = new Set([...listedFacilities.values(), ...listedPersons.values()]);

const signed = (name: string, usual: Name | undefined): string =>
  (usual === undefined ? SIGNS.unfiled : usual.kind === 'weak facility' ? SIGNS.weak : '') + name;

/** The gazetteers: who and what there is, and their names filed by first word. */
export const compileGazetteer = () => ({
  shared: shelveNames(
    shared.filter((name) => !listed.has(name)),
    null,
  ),
  facilities: FACILITIES.map(({ id, name, country, opened, parent, showpiece }) =>
    line([
      signed(name, listedFacilities.get(id)),
      country + (showpiece ? '*' : ''),
      opened,
      id === slugOf(name) ? '' : id,
      parent,
    ]),
  ).join('\n'),
  persons: PERSONS.map(({ name, party, role, from }) =>
    line([signed(name, listedPersons.get(name)), party, role, from]),
  ).join('\n'),
  countries: codes.map(countryLine).join('\n'),
  ...(Object.fromEntries(
    LANGUAGES.map((lang) => [lang, shelveNames([...countryNames(lang)], lang)]),
  ) as Record<Language, string>),
  mega: FACILITIES.flatMap(({ kind }, at) => (kind === 'mega' ? [at] : [])),
  largest: FACILITIES.flatMap(({ largest }, at) => (largest ? [at] : [])),
  parties: parties.join(' '),
});
