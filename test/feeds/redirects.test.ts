import type { Hop } from '../../src/feeds/http/client';
import { followRedirect, permanentTarget } from '../../src/feeds/redirects';
import { DAY } from '../support/fake-clock';
import { start } from './support';

const hop = (from: string, to: string, status = 301): Hop => ({
  from,
  to,
  status,
  permanent: status === 301 || status === 308,
});
const a = 'https://a.example/';
const b = 'https://b.example/';
const c = 'https://c.example/';

test.each([
  ['nothing', [], null],
  ['a permanent hop', [hop(a, b)], b],
  ['two', [hop(a, b, 308), hop(b, c)], c],
  ['a temporary one', [hop(a, b, 302)], null],
  ['a permanent one before a temporary one', [hop(a, b), hop(b, c, 307)], b],
  ['a temporary one before a permanent one', [hop(a, b, 302), hop(b, c)], null],
] as const)('a chain of %s leads for good to %s', (_, hops, target) => {
  expect(permanentTarget(hops)).toBe(target);
});

const visits = (days: readonly number[], hops: readonly Hop[], sameFeed = true) => {
  let state = { address: hops[0]!.from, redirect: null } as Parameters<typeof followRedirect>[0];
  for (const day of days)
    state = followRedirect(state, hops, { now: new Date(start.getTime() + day * DAY), sameFeed });
  return state.address;
};

test('it is adopted after three times over seven days', () => {
  expect(visits([0, 3, 7], [hop(a, b)])).toBe(b);
  expect(visits([0, 7], [hop(a, b)])).toBe(a);
  expect(visits([0, 1, 2, 3, 4, 5, 6], [hop(a, b)])).toBe(a);
});

test('not when it leads to another feed, nor when it is taken back in between', () => {
  expect(visits([0, 3, 7, 9], [hop(a, b)], false)).toBe(a);
  let state = followRedirect({ address: a, redirect: null }, [hop(a, b)], { now: start, sameFeed: true });
  state = followRedirect(state, [], { now: start, sameFeed: true });
  expect(state).toEqual({ address: a, redirect: null });
});

test('the step from http to https is adopted at once', () => {
  expect(visits([0], [hop('http://a.example/', a)])).toBe(a);
  expect(visits([0], [hop('http://a.example/', a), hop(a, b)])).toBe(a);
  expect(visits([0], [hop('http://a.example/', a, 302)])).toBe('http://a.example/');
});
