import * as fc from 'fast-check';
import { AddressRefused, mailboxOf, normaliseAddress } from '../../src/subscriptions/address';

const problemOf = (typed: string) => {
  try {
    return normaliseAddress(typed);
  } catch (error) {
    if (error instanceof AddressRefused) return error.problem;
    throw error;
  }
};

describe('normaliseAddress', () => {
  test.each([
    ['Ana.Perez+news@Example.ORG', 'ana.perez+news@example.org'],
    ['  ana@example.org ', 'ana@example.org'],
    ['ana@peñarol.example', 'ana@xn--pearol-xwa.example'],
    ['ana@MÜNCHEN.example', 'ana@xn--mnchen-3ya.example'],
    ["o'hara@example.org", "o'hara@example.org"],
  ])('%j becomes %j', (typed, address) => expect(normaliseAddress(typed)).toBe(address));

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ana', 'form'],
    ['@example.org', 'form'],
    ['ana@', 'domain'],
    ['ana@localhost', 'domain'],
    ['ana@127.0.0.1', 'domain'],
    ['ana@[127.0.0.1]', 'domain'],
    ['ana@0x7f.1', 'domain'],
    ['ana@exa%6dple.org', 'domain'],
    ['ana@example.org/x', 'domain'],
    ['ana@-x.org', 'domain'],
    ['ana@a..org', 'domain'],
    ['ana@example.org.', 'domain'],
    ['ana..b@example.org', 'form'],
    ['.ana@example.org', 'form'],
    ['"ana b"@example.org', 'form'],
    ['a@b@example.org', 'form'],
    ['Ana <ana@example.org>', 'form'],
    ['ana@example.org, eva@example.org', 'form'],
    ['josé@example.org', 'non-ascii-name'],
    ['ana@example.org\r\nBcc: eva@example.org', 'control'],
    ['ana@example.org\n', 'control'],
    ['ana\u0000@example.org', 'control'],
    ['ana@exam\u200bple.org', 'control'],
    ['ana@example.org\u2028', 'control'],
    [`${'a'.repeat(65)}@example.org`, 'too-long'],
    [
      `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}`,
      'too-long',
    ],
    [`${'a'.repeat(5000)}@example.org`, 'too-long'],
  ])('%j is refused: %s', (typed, problem) => expect(problemOf(typed)).toBe(problem));

  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
      .map(([a, b]) => `${a}@${b}.org`),
    fc
      .tuple(
        fc.emailAddress(),
        fc.constantFrom('\r\nBcc: x@y.org', '\n', '\u0085', ',x@y.org', '<x@y.org>'),
        fc.nat(40),
      )
      .map(([address, poison, at]) => address.slice(0, at) + poison + address.slice(at)),
  );
  test('whatever is typed, what passes fits on one header line and stays what it is', () => {
    fc.assert(
      fc.property(wild, (typed) => {
        const result = problemOf(typed);
        if (!result.includes('@')) return;
        expect(result).toMatch(/^[!-~]+@[a-z0-9.-]+$/);
        expect(result).not.toMatch(/[\s,;<>()[\]\\"]/);
        expect(result.length).toBeLessThanOrEqual(254);
        expect(normaliseAddress(result)).toBe(result);
      }),
      { numRuns: 2000 },
    );
  });

  test('ordinary addresses pass', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        fc.pre(!/\.\d+$/.test(typed));
        expect(normaliseAddress(typed)).toBe(typed.toLowerCase());
      }),
    );
  });
});

test.each([
  ['ana+x@example.org', 'ana@example.org'],
  ['a.n.a+x@googlemail.com', 'ana@gmail.com'],
  ['a.n.a@example.org', 'a.n.a@example.org'],
  ['+x@example.org', '+x@example.org'],
])('the mailbox of %s is %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox));
