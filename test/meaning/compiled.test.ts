import * as fc from 'fast-check';
import { compileAll } from '../../scripts/language-data/compile-all';
import { isCompiled } from '../../scripts/language-data/files';
import { packed } from '../../scripts/language-data/pack';
import { shelve } from '../../scripts/language-data/shelve';
import { unpack } from '../../src/meaning/packed';
import { Shelf } from '../../src/meaning/shelf';

const compiled = compileAll();

test.each(Object.keys(compiled))(
  'src/meaning/compiled/%s.json is what its sources say; if not: npm run compile-language-data',
  (name) => {
    expect(isCompiled(name, compiled[name]!)).toBe(true);
  },
);

test('what was packed is unpacked, whatever its characters', () => {
  expect(unpack(packed({ names: ['São Paulo', 'Łódź', 'ĝis', '—', '😀', '"\\'] }))).toEqual({
    names: ['São Paulo', 'Łódź', 'ĝis', '—', '😀', '"\\'],
  });
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const data = { value: JSON.parse(JSON.stringify(value)) as unknown, text };
      expect(unpack(packed(data))).toEqual(data);
    }),
    { numRuns: 30 },
  );
});

const piece = fc.constantFrom(..."abcñé .'-(|)?{}~*/");
const key = (letters: number) =>
  fc.string({ unit: fc.constantFrom(...'abcñ'), minLength: 1, maxLength: letters });
const item = (letters: number) =>
  fc.record({
    tag: fc.nat({ max: 60 }),
    text: fc.string({ unit: piece, minLength: 1, maxLength: 20 }),
    keys: fc.uniqueArray(key(letters), { minLength: 1, maxLength: 3 }),
  });

test.each([3, 4])(
  'a shelf gives back what was filed, by tag, then in its order (keys of %d letters)',
  (letters) => {
    fc.assert(
      fc.property(fc.array(item(letters), { maxLength: 30 }), fc.array(key(letters)), (items, others) => {
        const shelf = new Shelf(shelve(items, letters), letters);
        for (const asked of [...items.flatMap(({ keys }) => keys), ...others]) {
          const filed = items.filter(({ keys }) => keys.includes(asked)).sort((a, b) => a.tag - b.tag);
          expect(shelf.open(asked)).toEqual(filed.map(({ tag, text }) => ({ tag, text })));
        }
      }),
    );
  },
);

test('keys are marked in the text, the others follow it', () => {
  const items = [
    { tag: 4, text: 'visita oficial', keys: ['vis'] },
    { tag: 4, text: '(visita|gira) a', keys: ['gir', 'vis'] },
    { tag: 5, text: 'el viaje', keys: ['via'] },
    { tag: 9, text: '{ir} a la', keys: ['va', 'ir', 'fue'] },
  ];
  expect(shelve(items, 3)).toBe('4:^visita oficial,(^visita|^gira) a;:el ^viaje;9:{^ir} a la<^va^fue');
});

test('what a shelf cannot hold is refused', () => {
  for (const odd of ['', 'a,b', 'a;b', 'a<b', 'a^b', 'a:b'])
    expect(() => shelve([{ tag: 1, text: odd, keys: ['a'] }], 3)).toThrow(RangeError);
  for (const odd of ['', 'a b', 'a,', 'abcd'])
    expect(() => shelve([{ tag: 1, text: 'a', keys: [odd] }], 3)).toThrow(RangeError);
  expect(() => shelve([{ tag: 1, text: 'a', keys: [] }], 3)).toThrow(RangeError);
});
