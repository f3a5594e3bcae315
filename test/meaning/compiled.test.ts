import * as fc from 'fast-check';
import { compileAll } from '../../scripts/language-data/compile-all';
import { changedIn } from '../../scripts/language-data/files';
import { packed } from '../../scripts/language-data/pack';
import { shelve } from '../../scripts/language-data/shelve';
import { PARTING, unpack } from '../../src/meaning/packed';
import { beginningOf, Shelf } from '../../src/meaning/shelf';

test('src/meaning/compiled is what its sources say; if not: npm run compile-language-data', () => {
  expect(changedIn(compileAll())).toEqual([]);
});

test('what was packed is unpacked, whatever its characters', () => {
  expect(unpack(packed({ names: ['São Paulo', 'Łódź', 'ĝis', '—', '😀', '"\\'] }))).toEqual({
    names: ['São Paulo', 'Łódź', 'ĝis', '—', '😀', '"\\'],
  });
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      fc.pre(text !== PARTING);
      const long = { latin: 'ñ'.repeat(9000), any: text.padEnd(9000, 'x') };
      const data = { value: JSON.parse(JSON.stringify(value)) as unknown, text, long };
      expect(unpack(packed(data))).toEqual(data);
    }),
    { numRuns: 30 },
  );
});

const piece = fc.constantFrom(...'abcñéABÀÉ .-(|)?{}~*/');
const key = (most: number) =>
  fc.string({ unit: fc.constantFrom(...'abcñé.1'), minLength: 1, maxLength: most });
const item = fc.record({
  tag: fc.nat({ max: 60 }),
  text: fc.string({ unit: piece, minLength: 1, maxLength: 20 }),
  words: fc.uniqueArray(key(5), { minLength: 1, maxLength: 3 }),
  beginnings: fc.uniqueArray(key(3), { maxLength: 3 }),
});

test('a shelf gives back what was filed under a word or a beginning, by tag, then in its order', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), fc.array(key(5)), (items, others) => {
      const shelf = new Shelf(shelve(items));
      const filed = (is: (each: (typeof items)[number]) => boolean) =>
        items
          .filter(is)
          .sort((a, b) => a.tag - b.tag)
          .map(({ tag, text }) => ({ tag, text }));
      const keys = [...items.flatMap(({ words, beginnings }) => [...words, ...beginnings]), ...others];
      for (const asked of keys)
        expect(shelf.word(asked)).toEqual(filed(({ words }) => words.includes(asked)));
      for (const asked of keys.map(beginningOf))
        expect(shelf.beginning(asked)).toEqual(filed(({ beginnings }) => beginnings.includes(asked)));
    }),
  );
});

test('keys are marked in the text, the others follow it', () => {
  const items = [
    { tag: 4, text: 'visita oficial', words: ['visita'] },
    { tag: 4, text: '(visita|gira) a', words: ['gira', 'visita'] },
    { tag: 5, text: 'el viaje de la ONU', words: ['viaje', 'el'] },
    { tag: 9, text: '{ir} a la', words: ['a'], beginnings: ['va', 'ir', 'fue'] },
    { tag: 10, text: '24 horas', words: ['24'] },
  ];
  expect(shelve(items)).toBe(
    '4:Visita oficial,(Visita|Gira) a;:EL Viaje de la `O`N`U;9:{Èr} ^a la<Õa<Åue;:^24 horas',
  );
});

test('what a shelf cannot hold is refused', () => {
  for (const odd of ['', 'a,b', 'a;b', 'a<b', 'a^b', 'a:b', 'a_b', 'a`b'])
    expect(() => shelve([{ tag: 1, text: odd, words: ['a'] }])).toThrow(RangeError);
  for (const odd of ['', 'a b', 'a,', 'A'])
    expect(() => shelve([{ tag: 1, text: 'a', words: [odd] }])).toThrow(RangeError);
  expect(() => shelve([{ tag: 1, text: 'a', beginnings: ['abcd'] }])).toThrow(RangeError);
  expect(() => shelve([{ tag: 1, text: 'a', words: [], beginnings: [] }])).toThrow(RangeError);
});
