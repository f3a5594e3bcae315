import * as fc from 'fast-check';
import { compileAll, readCompiled } from '../../scripts/language-data/files';
import { pack } from '../../scripts/language-data/pack';
import { Drawers } from '../../src/meaning/drawers';

const compiled = compileAll();

test.each(Object.keys(compiled))(
  'src/meaning/compiled/%s is what its sources say; if not: npm run compile-language-data',
  (name) => {
    expect(readCompiled(name) === compiled[name]).toBe(true);
  },
);

const word = fc.stringMatching(/^[a-zñ]{1,4}$/);
const item = fc.record({
  tag: fc.nat({ max: 2000 }),
  text: fc.stringMatching(/^[A-Za-zñé(|)*~{}?. '-]{1,20}$/),
  keys: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
});

test.each([1, 2] as const)('drawers give back what was filed, in its order (width %d)', (width) => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), fc.array(word), (items, others) => {
      const { lines, elsewhere } = pack(items, width);
      const drawers = new Drawers(width, lines, elsewhere);
      for (const key of [...items.flatMap(({ keys }) => keys), ...others]) {
        const filed = items.filter(({ keys }) => keys.includes(key));
        expect(drawers.open(key)).toEqual(filed.map(({ tag, text }) => ({ tag, text })));
      }
    }),
  );
});

test('what drawers cannot hold is refused', () => {
  expect(() => pack([{ tag: 24 * 90, text: 'a', keys: ['a'] }], 1)).toThrow(RangeError);
  expect(() => pack([{ tag: 1, text: 'a\nb', keys: ['a'] }], 1)).toThrow(RangeError);
  expect(() => pack([{ tag: 1, text: 'a', keys: ['A'] }], 1)).toThrow(RangeError);
});
