import { aliases } from '../../../scripts/language-data/alias';
import { demonymForms } from '../../../scripts/language-data/inflect';
import { COUNTRIES, FACILITIES, ORGANISATIONS, PERSONS } from '../../../scripts/language-data/sources';
import { findNames } from '../../../src/meaning/gazetteer/find-names';
import { LANGUAGES, type Language } from '../../../src/meaning/reading';
import { tokenize } from '../../../src/meaning/tokens';

/** Ids and values of the names found in a sentence, as `FACILITY cecot`. */
const namesIn = (sentence: string, lang: Language): string[] =>
  findNames(tokenize(sentence), lang).map(({ id, value }) => `${id} ${value}`);

/** A sentence that names a thing; an ambiguous prison's name stands beside the word for one. */
const FRAMES: Readonly<
  Record<
    Language,
    { plain: (name: string) => string; prison: (name: string) => string; from: (name: string) => string }
  >
> = {
  es: {
    plain: (name) => `Ayer se habló mucho sobre ${name}.`,
    prison: (name) => `El ministro visitó la cárcel ${name} ayer.`,
    from: (name) => `La comitiva viajó a ${name} ayer.`,
  },
  en: {
    plain: (name) => `They talked at length about ${name} yesterday.`,
    prison: (name) => `The minister toured the ${name} prison yesterday.`,
    from: (name) => `The group flew to ${name} yesterday.`,
  },
  pt: {
    plain: (name) => `Ontem falou-se muito sobre ${name}.`,
    prison: (name) => `O ministro visitou a prisão ${name} ontem.`,
    from: (name) => `A comitiva viajou para ${name} ontem.`,
  },
  fr: {
    plain: (name) => `On a beaucoup parlé hier : ${name}.`,
    prison: (name) => `Le ministre a visité la prison ${name} hier.`,
    from: (name) => `Le groupe est parti pour ${name} hier.`,
  },
};

describe.each(LANGUAGES)('every name of the gazetteers in %s', (lang) => {
  const { plain, prison, from } = FRAMES[lang];

  it('finds every prison by each of its names', () => {
    const missed = FACILITIES.flatMap(({ id, aliases: list }) =>
      aliases(list)
        .filter(({ name, weak }) => {
          const found = namesIn(weak ? prison(name) : plain(name), lang);
          return !found.some((each) => each.startsWith('FACILITY '));
        })
        .map(({ name }) => `${id}: ${name}`),
    );
    expect(missed).toEqual([]);
  });

  it('takes a name that stands alone for no other prison', () => {
    const mistaken = FACILITIES.flatMap(({ id, aliases: list }) =>
      aliases(list)
        .filter(({ name, weak }) => !weak && !namesIn(plain(name), lang).includes(`FACILITY ${id}`))
        .map(({ name }) => `${id}: ${name}`),
    );
    expect(mistaken).toEqual([]);
  });

  it('finds every organisation and person', () => {
    const bodies = ORGANISATIONS.flatMap(({ name, aliases: others }) => [name, ...others]).filter(
      (name) => !namesIn(plain(name), lang).some((each) => /^(?:ORG|OUTLET|AGENCY)\b/.test(each)),
    );
    const persons = PERSONS.map(({ name }) => name).filter(
      (name) => !namesIn(plain(name), lang).includes(`PERSON ${name}`),
    );
    expect({ bodies, persons }).toEqual({ bodies: [], persons: [] });
  });

  it('finds every country by name and demonym', () => {
    const missed = Object.entries(COUNTRIES).flatMap(([code, { names, demonyms }]) => [
      ...aliases(names[lang])
        .filter(({ name, weak }) => {
          const found = namesIn(from(name), lang);
          // A state, city or region of the same name leaves an ambiguous one for the story to decide.
          return !found.includes(`COUNTRY ${code}`) && !(weak && found.includes(`COUNTRY.weak ${code}`));
        })
        .map(({ name }) => `${code}: ${name}`),
      ...aliases(demonyms?.[lang])
        .filter(({ weak }) => !weak)
        .flatMap(({ name }) => demonymForms(name, lang))
        .filter((name) => !namesIn(plain(name), lang).includes(`DEMONYM ${code}`))
        .map((name) => `${code}: ${name}`),
    ]);
    expect(missed).toEqual([]);
  });
});
