import { KINDS, VISIT_STATUSES } from '../../src/meaning/reading';
import { MAIL_LANGUAGES } from '../../src/subscriptions/subscription';
import { SPEECH, WORDS, acceptedLanguage, fill } from '../../src/site/speech';

/** All texts of a tree by their path. */
function textsOf(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree as object).flatMap(([key, value]) => textsOf(value, `${path}/${key}`));
}
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const reference = new Map(textsOf(WORDS.es));

describe.each(MAIL_LANGUAGES)('words in %s', (lang) => {
  const texts = new Map(textsOf(WORDS[lang]));

  test('have the same keys and places as the reference', () => {
    expect([...texts.keys()].sort()).toEqual([...reference.keys()].sort());
    for (const [path, text] of texts)
      expect([path, places(text)]).toEqual([path, places(reference.get(path)!)]);
  });

  test('are none of them empty, and name every kind and status', () => {
    for (const [path, text] of texts) expect([path, text.trim()]).not.toEqual([path, '']);
    expect(Object.keys(WORDS[lang].kinds).sort()).toEqual([...KINDS].sort());
    expect(Object.keys(WORDS[lang].statuses).sort()).toEqual([...VISIT_STATUSES].sort());
  });
});

test('hardly any text is left untranslated', () => {
  for (const lang of ['en', 'pt'] as const) {
    const same = textsOf(WORDS[lang]).filter(
      ([path, text]) => text === reference.get(path) && text.length > 20,
    );
    expect(same).toEqual([]);
  }
});

test('countries, days, lists and counts are said in the language', () => {
  expect(SPEECH.es.parties(['EC', 'BR', 'org:UN'])).toBe('Ecuador, Brasil y Naciones Unidas');
  expect(SPEECH.pt.party('SV')).toBe('El Salvador');
  expect(SPEECH.en.parties([])).toBe('not stated');
  expect(SPEECH.en.day('2026-11')).toBe('November 2026');
  expect(SPEECH.pt.day('2026-11-20')).toBe('20 de novembro de 2026');
  expect(SPEECH.en.weekday(1)).toBe('Monday');
  expect(SPEECH.en.count(WORDS.en.events.outlets, 1)).toBe('1 outlet');
  expect(fill('{n} of {m}', { n: 1 })).toBe('1 of {m}');
});

test.each([
  [undefined, 'es'],
  ['', 'es'],
  ['*', 'es'],
  ['pt-BR', 'pt'],
  ['fr,en;q=0.2', 'en'],
  ['en;q=0.1,pt;q=0.9', 'pt'],
  [';;,=,', 'es'],
])('Accept-Language %j gets %s', (header, lang) => expect(acceptedLanguage(header)).toBe(lang));
