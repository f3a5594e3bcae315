import * as fc from 'fast-check';
import { quotable } from '../../src/subscriptions/quotable';

test.each([
  ['CECOT visit', 'CECOT visit'],
  ['"visita al CECOT" -fútbol host:SV', '"visita al CECOT" -fútbol host:SV'],
  ['win at https://evil.example/x now', 'win at … now'],
  ['www.evil.example/x', '…'],
  ['write to me@evil.example', 'write to …'],
  ['see evil.example today', 'see … today'],
  ['a\r\nBcc: x', 'a Bcc: x'],
  ['<b>bold</b>', 'b bold /b'],
])('%j is quoted as %j', (query, quoted) => expect(quotable(query)).toBe(quoted));

test('nothing that links, breaks lines or runs long is ever quoted', () => {
  const words = fc.constantFrom(
    'http://x.co',
    'javascript:alert(1)',
    'a@b.co',
    'x.co/y',
    'word',
    '<a href="x.co">',
    '\n',
    'éé',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words).map((all) => all.join(' ')),
      ),
      (query) => {
        const quoted = quotable(query);
        expect([...quoted].length).toBeLessThanOrEqual(80);
        expect(quoted).not.toMatch(/\p{C}|[<>]|:\/\/|@\S+\.\w|\bx\.co\b/u);
      },
    ),
    { numRuns: 1000 },
  );
});
