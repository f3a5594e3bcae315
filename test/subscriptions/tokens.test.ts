import { Links } from '../../src/subscriptions/links';
import { ProofOfWork, readProof } from '../../src/subscriptions/proof-of-work';
import { Stamps } from '../../src/subscriptions/stamp';
import { TOKEN_PURPOSES, Tokens, randomId } from '../../src/subscriptions/token';

const tokens = new Tokens('one secret of at least thirty-two characters');
const other = new Tokens('another secret of at least thirty-two characters');

test('a token opens one door of one id of one installation and generation', () => {
  const ids = [randomId(), randomId()];
  const made = new Set<string>();
  for (const id of ids)
    for (const purpose of TOKEN_PURPOSES)
      for (const generation of [0, 1]) {
        const token = tokens.make(purpose, id, generation);
        expect(token).toMatch(/^[\w-]{22}$/);
        expect(tokens.check(token, purpose, id, generation)).toBe(true);
        expect(other.check(token, purpose, id, generation)).toBe(false);
        expect(tokens.check(token, purpose, id, generation + 2)).toBe(false);
        made.add(token);
      }
  expect(made.size).toBe(2 * TOKEN_PURPOSES.length * 2);
  expect(tokens.check('', 'feed', ids[0]!)).toBe(false);
});

test('a short secret is refused', () => expect(() => new Tokens('short')).toThrow(/at least 32/));

test('links are absolute and carry the token', () => {
  const links = new Links('https://news.example', tokens);
  expect(links.unsubscribe('ab')).toBe(
    `https://news.example/unsubscribe/ab/${tokens.make('unsubscribe', 'ab')}`,
  );
});

test('a stamp tells its time for its purpose only', () => {
  const stamps = new Stamps(tokens);
  const at = new Date('2026-11-22T12:00:00.123Z');
  const stamp = stamps.make('form', at);
  expect(stamps.read('form', stamp)).toEqual(at);
  expect(stamps.read('wait', stamp)).toBeNull();
  expect(stamps.read('form', stamp.replace(/^./, 'z'))).toBeNull();
  expect(new Stamps(other).read('form', stamp)).toBeNull();
});

describe('proof of work', () => {
  const work = new ProofOfWork(tokens, 50);
  const now = new Date('2026-11-22T12:00:00Z');
  const solutions = (challenge = work.challenge(now)) =>
    Array.from({ length: 50 }, (_, number) => work.check({ ...challenge, number }, now)).filter(Boolean);

  test('has exactly one solution, good for ten minutes', () => {
    expect(solutions()).toEqual([new Date('2026-11-22T12:10:00Z')]);
    const challenge = work.challenge(now);
    const late = new Date('2026-11-22T12:10:00Z');
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    expect(numbers.some((number) => work.check({ ...challenge, number }, late))).toBe(false);
  });

  test('cannot be made easier, prolonged or brought from elsewhere', () => {
    const challenge = work.challenge(now);
    expect(solutions({ ...challenge, salt: challenge.salt.replace(/\.\d+$/, '.9999999999') })).toEqual([]);
    expect(solutions(new ProofOfWork(other, 50).challenge(now))).toEqual([]);
    expect(solutions(new ProofOfWork(tokens, 2).challenge(now))).toEqual([]);
  });

  test.each([null, 7, '', '{', 'bnVsbA==', {}, { salt: 1 }, []])('%j is no proof', (raw) =>
    expect(readProof(raw)).toBeNull(),
  );
});
