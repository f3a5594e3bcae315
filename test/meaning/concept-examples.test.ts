import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRISON_LEXICON } from '../../scripts/language-data/sources';
import { prisonLexicon } from '../../src/meaning/lexicon/prison-lexicon';
import type { Language } from '../../src/meaning/reading';
import { tokenize } from '../../src/meaning/tokens';

/** Sentences that a concept must be found in, and such with a like word that means something else. */
interface Examples {
  readonly found: readonly string[];
  readonly not: readonly string[];
}

const FOLDER = join(__dirname, 'concept-examples');

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    lang: name.slice(0, 2) as Language,
    examples: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Readonly<Record<string, Examples>>,
  }));

/** Asked of the lexicon alone: what names of bodies and prisons swallow is the gazetteer's to test. */
const says = (sentence: string, id: string, lang: Language): boolean =>
  prisonLexicon.find(tokenize(sentence), lang).some((hit) => hit.id === id);

describe.each(files)('example sentences of $lang', ({ lang, examples }) => {
  test('every concept with wording has examples, and none is unknown', () => {
    const worded = PRISON_LEXICON.filter((entry) => entry[lang]).map(({ id }) => id);
    expect(Object.keys(examples).sort()).toEqual(worded.sort());
    const thin = Object.entries(examples).filter(([, { found, not }]) => found.length < 4 || not.length < 1);
    expect(thin.map(([id]) => id)).toEqual([]);
  });

  test.each(Object.entries(examples))('%s', (id, { found, not }) => {
    expect({ missed: found.filter((sentence) => !says(sentence, id, lang)) }).toEqual({ missed: [] });
    expect({ mistaken: not.filter((sentence) => says(sentence, id, lang)) }).toEqual({ mistaken: [] });
  });
});
