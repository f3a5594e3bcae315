import { assert, property, string } from 'fast-check';
import { describeQuery, parseQuery, QueryError } from '../../../src/meaning/query';

test.each([
  [
    'CECOT visit',
    'visita Cecot',
    'visite du CECOT',
    'visita ao Cecot',
    'tour of CECOT',
    'visit to the Terrorism Confinement Center',
    'visita al Centro de Confinamiento del Terrorismo',
    'official visits El Salvador mega-prison',
  ],
  [
    'prison reform',
    'reforma penitenciaria',
    'réforme pénitentiaire',
    'reforma prisional',
    'reforma carcelaria',
  ],
  ['Bukele model', 'modelo Bukele', 'modèle Bukele', 'El Salvador model'],
  ['mega-prison', 'megacárcel', 'mégaprison', 'megaprisão', 'mega prison'],
  ['prisoner transfer', 'traslado de presos', 'transferência de presos', 'transfert de détenus'],
  [
    'delegation from Costa Rica',
    'delegación de Costa Rica',
    'délégation du Costa Rica',
    'delegação da Costa Rica',
    'Costa Rican delegation',
    'visit by Costa Rica’s justice minister',
  ],
  [
    'delegation to El Salvador prisons',
    'visita a cárceles de El Salvador',
    'visita às prisões de El Salvador',
    'visit to Salvadoran prisons',
  ],
])('one question is one query in every language: %s', (first, ...others) => {
  const { hash } = parseQuery(first);
  for (const other of others) expect([other, parseQuery(other).hash]).toEqual([other, hash]);
});

test.each([
  ['CECOT visit', 'delegation from Costa Rica'],
  ['visit from Ecuador', 'visit to prisons in Ecuador'],
  ['prison riot', 'prison reform'],
  ['prison reform Peru', 'prison reform Chile'],
  ['CECOT', 'CECOT visit'],
])('different questions stay apart: %s / %s', (a, b) => {
  expect(parseQuery(a).hash).not.toBe(parseQuery(b).hash);
});

test.each([
  ['"mano dura" OR "iron fist"', 'or("iron fist" "mano dura")'],
  ['CECOT -Noem', 'and(concept:FACILITY=cecot not(word:noem))'],
  ['from:EC host:SV', 'and(from:EC host:SV)'],
  ['host:SV from:Ecuador', 'and(from:EC host:SV)'],
  ['facility:CECOT status:denied', 'and(facility:cecot status:denied)'],
  [
    'kind:cooperation lang:pt source:folha.uol.com.br',
    'and(kind:cooperation lang:pt source:folha.uol.com.br)',
  ],
  ['CECOT NEAR/5 ministro', 'near/5("cecot" "ministro")'],
  ['riot riot riot', parseQuery('riot').canonical],
])('reads %s', (source, canonical) => {
  expect(parseQuery(source).canonical).toBe(canonical);
});

test.each([
  ['', /empty at 1/],
  ['CECOT "visit', /unclosed quote at 7/],
  ['(CECOT visit', /unclosed bracket at 1/],
  ['CECOT)', /closing bracket without an opening one at 6/],
  ['CECOT OR', /a word is missing at 9/],
  ['-CECOT', /only excludes/],
  ['the of and', /only common words/],
  ['from:Narnia', /does not know the country or body “Narnia”/],
  ['kind:party', /takes one of delegation-visit/],
  ['constructor:red', /unknown field “constructor:”/],
  ['colour:red', /unknown field “colour:”; there are from:/],
  ['NEAR/3 CECOT', /NEAR stands between/],
  ['host: Peru', /host: needs a value right after the colon at 6/],
  ['visit from:(Peru)', /from: needs a value/],
  ['x'.repeat(201), /at most 200 characters/],
])('says what is wrong with %s and where', (source, message) => {
  expect(() => parseQuery(source)).toThrow(QueryError);
  expect(() => parseQuery(source)).toThrow(message);
});

test('a headline may hold a colon', () => {
  expect(parseQuery('Perú: visita al CECOT').canonical).toBe(parseQuery('Perú visita al CECOT').canonical);
});

test('names the words it does not know', () => {
  expect(parseQuery('CECOT visit gjilan').unknownWords).toEqual(['gjilan']);
});

test.each([
  ['CECOT visit', 'en', 'official visits to CECOT, from any country'],
  ['visita Cecot', 'es', 'visitas oficiales a CECOT, de cualquier país'],
  ['CECOT visit', 'pt', 'visitas oficiais a CECOT, de qualquer país'],
  ['delegation from Costa Rica', 'en', 'official visits to prisons in another country, from Costa Rica'],
  [
    'prison reform Peru -amnesty',
    'en',
    'changes to prisons and prison systems and about Peru, but not “amnesty”',
  ],
] as const)('echoes %s in words (%s)', (source, lang, words) => {
  expect(describeQuery(parseQuery(source), lang)).toBe(words);
});

/** What comes of a text typed as a query: its reading twice and in words, or the error. */
function outcomeOf(source: string) {
  try {
    const query = parseQuery(source);
    return { again: parseQuery(source).canonical === query.canonical, words: describeQuery(query, 'es') };
  } catch (error) {
    return error;
  }
}

test('whatever is typed is read or refused with a reason, and reads the same twice', () => {
  const acceptable = (outcome: unknown, source: string) =>
    outcome instanceof QueryError
      ? outcome.at <= Math.max(source.length, 200)
      : (outcome as { again: boolean; words: string }).again && (outcome as { words: string }).words !== '';
  const always = () =>
    assert(
      property(string({ maxLength: 80, unit: 'binary' }), (source) => acceptable(outcomeOf(source), source)),
      { numRuns: 400 },
    );
  expect(always).not.toThrow();
});
