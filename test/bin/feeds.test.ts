import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkTable } from '../../bin/commands/feeds/check';
import { tableOf } from '../../bin/commands/table';
import type { CheckResult } from '../../src/feeds/check';
import { listing } from '../feeds/support';

const ROOT = path.join(__dirname, '../..');
// A process of its own starts slowly on a busy machine.
jest.setTimeout(30_000);
let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'vigia-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const vigia = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) =>
    execFile('node', [path.join(ROOT, 'bin/vigia.mjs'), ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );

test('checking a list: a feed in trouble is a finding, a list that cannot be used is an error', async () => {
  writeFileSync(
    path.join(folder, 'mine.opml'),
    '<opml version="2.0"><body><outline text="El Faro" xmlUrl="http://127.0.0.1:9/rss"/></body></opml>',
  );
  const found = await vigia('feeds', 'check', 'mine', '--folder', folder);
  expect(found.out).toMatch(/^no +El Faro +address-refused .*correct its address/m);
  expect(found.err).toContain('1 feeds: 0 answer (0 with advice), 1 in trouble');
  expect(found.code).toBe(0);
  const missing = await vigia('feeds', 'check', 'yours', '--folder', folder);
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.err).toMatch(/the lists here are: mine/);
});

test('discovery says why a site cannot be looked at', async () => {
  const { code, err } = await vigia('feeds', 'discover', 'http://127.0.0.1/');
  expect(code).toBe(1);
  expect(err).toMatch(/127\.0\.0\.1 is no public address/);
});

test('a table shows trouble first and keeps its columns whatever a title holds', () => {
  const result = (changes: Partial<CheckResult>): CheckResult => ({
    listing: listing(),
    ok: true,
    status: 200,
    failure: null,
    reason: '',
    format: 'rss',
    charset: 'utf-8',
    charsetGuessed: false,
    items: 20,
    newest: '2026-11-17T12:00:00.000Z',
    bytes: 1,
    ms: 1,
    advice: null,
    ...changes,
  });
  const lines = checkTable([
    result({}),
    result({
      listing: listing({ title: 'Añó\nRadio\u001b[31m' }),
      ok: false,
      status: null,
      format: null,
      charset: null,
      newest: null,
      failure: 'dns',
      advice: 'check it',
    }),
  ]).split('\n');
  expect(lines).toEqual([
    '    feed             status  format  charset  items  newest      advice',
    'no  Añó Radio [31m   dns                                         check it',
    'ok  El Faro del Sur  200     rss     utf-8       20  2026-11-17',
  ]);
});

test('long texts are cut at their column', () => {
  const rows = [{ a: 'una palabra larguísima', b: 7 }];
  expect(
    tableOf(rows, [
      { name: 'a', of: ({ a }) => a, most: 8 },
      { name: 'b', of: ({ b }) => b, right: true },
    ]),
  ).toBe('a         b\nuna pal…  7');
});
