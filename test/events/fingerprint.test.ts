import { COPY, fingerprint, likeness } from '../../src/events/fingerprint';

const words = Array.from({ length: 300 }, (_, i) => `w${(i * 7919) % 1009}`);
const edit = (share: number) => words.map((word, i) => ((i * 31) % 100 < share ? `x${i}` : word));

test('a copy with a few edits is recognised', () => {
  expect(likeness(fingerprint(words), fingerprint(words))).toBe(1);
  expect(likeness(fingerprint(words), fingerprint(edit(4)))).toBeGreaterThan(COPY);
});

test('a rewritten text is not a copy', () => {
  expect(likeness(fingerprint(words), fingerprint(edit(60)))).toBeLessThan(COPY);
});

test('texts too short to tell are never copies', () => {
  expect(fingerprint(['a', 'b', 'c'])).toBe('');
  expect(likeness('', fingerprint(words))).toBe(0);
});
