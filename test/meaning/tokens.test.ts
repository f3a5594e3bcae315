import { assert, property, string } from 'fast-check';
import { splitSentences } from '../../src/meaning/sentences';
import { PhraseSyntaxError } from '../../src/meaning/phrase-syntax';
import { PhraseMatcher } from '../../src/meaning/phrases';
import { tokenize } from '../../src/meaning/tokens';

const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);
const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end).trim());

test.each([
  ['Visitó la prisão de São Paulo', ['visito', 'la', 'prisao', 'de', 'sao', 'paulo']],
  ["l'Intérieur d'El Salvador", ['l', 'interieur', 'd', 'el', 'salvador']],
  ['U.S. and EE. UU. mega-prison', ['u.s', 'and', 'eeuu', 'mega', 'prison']],
  ['EEUU, EE.UU. y año 2.024', ['eeuu', 'eeuu', 'y', 'año', '2.024']],
  ['the J. Pérez case', ['the', 'j', 'perez', 'case']],
])('words of %j', (text, words) => {
  expect(folded(text)).toEqual(words);
});

test('every token lies at its offsets, whatever the text', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    }),
  );
});

test.each([
  ['El Sr. Gómez llegó. Visitó el penal.', ['El Sr. Gómez llegó.', 'Visitó el penal.']],
  ['The U.S. delegation left. It was late.', ['The U.S. delegation left.', 'It was late.']],
  ['Viajó a EE. UU. El ministro volvió?  ¡Sí!', ['Viajó a EE. UU. El ministro volvió?', '¡Sí!']],
  ['Primera línea\nSegunda. «Tercera», dijo.', ['Primera línea', 'Segunda.', '«Tercera», dijo.']],
  ['Sen. J. Doe came. “Good,” he said.', ['Sen. J. Doe came.', '“Good,” he said.']],
])('sentences of %j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

describe('phrase matcher', () => {
  const matcher = new PhraseMatcher<string>();
  matcher.add('(cárcel|cárceles) de máxima seguridad', 'max');
  matcher.add('cárcel', 'prison');
  matcher.add('ICE', 'ice', { cased: true });
  matcher.add('took ~ road', 'road');
  matcher.add('state of (the)? union', 'union');
  const find = (text: string): string[] => matcher.findLongest(tokenize(text)).map((match) => match.value);

  test.each([
    ['La CÁRCEL de maxima seguridad', ['max']],
    ['la cárcel', ['prison']],
    ['ICE on ice', ['ice']],
    ['took the long road, took a b c d road', ['road']],
    ['state of union, state of the union', ['union', 'union']],
    ['cárceles', []],
  ])('%j', (text, values) => {
    expect(find(text)).toEqual(values);
  });

  test('a phrase must begin with a word', () => {
    expect(() => matcher.add('~ road', 'x')).toThrow(PhraseSyntaxError);
  });
});
