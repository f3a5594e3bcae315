import { freshMinutes } from '../../src/feeds/cache-rules';
import { conditionalHeaders, fullReadDue, validatorsOf } from '../../src/feeds/conditional';
import type { Answer } from '../../src/feeds/http/client';
import { DAY, HOUR } from '../support/fake-clock';
import { knownFeed, start, url } from './support';

const after = (ms: number) => new Date(start.getTime() + ms);
const answer = (headers: Record<string, string>, status = 200): Answer => ({
  status,
  headers,
  url,
  hops: [],
  body: new Uint8Array(),
});
const yesterday = 'Mon, 16 Nov 2026 12:00:00 GMT';

test.each([
  [
    'both, byte for byte',
    { etag: 'W/"a-gzip;x"', 'last-modified': yesterday },
    { etag: 'W/"a-gzip;x"', lastModified: yesterday },
  ],
  ['an unquoted ETag', { etag: 'abc' }, { etag: 'abc', lastModified: null }],
  ['none', {}, null],
  ['none of what is declared stale at once', { etag: '"a"', expires: '0' }, null],
  ['no date in the future', { 'last-modified': 'Wed, 18 Nov 2026 12:00:00 GMT' }, null],
  [
    'no date of a clock run over',
    { 'last-modified': 'Tue, 19 Jan 2038 03:14:07 GMT', etag: '"a"' },
    { etag: '"a"', lastModified: null },
  ],
] as const)('keeps %s', (_, headers, expected) => {
  expect(validatorsOf(answer(headers), start)).toEqual(expected && { url, ...expected });
});

test('a 304 refreshes what it carries and leaves the rest', () => {
  const known = { url, etag: '"1"', lastModified: yesterday };
  expect(validatorsOf(answer({ etag: '"2"' }, 304), start, known)).toEqual({ ...known, etag: '"2"' });
  expect(validatorsOf(answer({}, 304), start, known)).toEqual(known);
  expect(validatorsOf(answer({}, 200), start, known)).toBeNull();
});

const state = knownFeed({ validators: { url, etag: '"1"', lastModified: yesterday } });

test('validators go to the address that gave them, and to no other', () => {
  expect(conditionalHeaders(state, url, after(HOUR))).toEqual({
    'if-none-match': '"1"',
    'if-modified-since': yesterday,
  });
  expect(conditionalHeaders(state, 'https://otro.example/', after(HOUR))).toEqual({});
});

test.each([
  ['a week after the last full reading', { gap: 10_000, lastNew: after(-DAY).toISOString() }, 7 * DAY, true],
  ['not before', { gap: 10_000 }, 6 * DAY, false],
  ['when a daily feed is silent for three gaps', { gap: 600 }, 31 * HOUR, true],
  ['not within three gaps', { gap: 600 }, 29 * HOUR, false],
  ['not in one quiet night of a busy feed', { gap: 10 }, 5 * HOUR, false],
  ['always for validators caught lying three times', { contradictions: 3 }, HOUR, true],
  ['when the last reading was not finished', { bodyHash: null }, HOUR, true],
])('reads in full %s', (_, changes, ms, expected) => {
  expect(fullReadDue({ ...state, ...changes }, after(ms))).toBe(expected);
});

test.each([
  [{ 'cache-control': 'public, max-age=600' }, 10],
  [{ 'cache-control': 'max-age=600, s-maxage=60' }, 1],
  [{ 'cache-control': 'max-age=600', age: '300' }, 5],
  [{ 'cache-control': 'no-cache, max-age=600' }, null],
  [{ 'cache-control': 'max-age=0' }, null],
  [{ expires: 'Tue, 17 Nov 2026 13:00:00 GMT' }, 60],
  [{ expires: 'Tue, 17 Nov 2026 11:00:00 GMT' }, null],
  [{ expires: '-1' }, null],
  [{}, null],
] as [Record<string, string>, number | null][])('%j is fresh for %s minutes', (headers, minutes) => {
  expect(freshMinutes(headers, start)).toBe(minutes);
});
