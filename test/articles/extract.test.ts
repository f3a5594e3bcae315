import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { extractArticle } from '../../src/articles/extract';
import { PageTooComplex } from '../../src/articles/page-scan';
import { decodeBody } from '../../src/feeds/decode';

const now = new Date('2026-11-20T00:00:00Z');
const site = path.join(__dirname, '../fixtures/site');
const manifest = JSON.parse(readFileSync(path.join(site, 'manifest.json'), 'utf8')) as {
  outlets: { host: string; pages: Record<string, string> }[];
};
const pages = manifest.outlets.flatMap(({ host, pages }) =>
  Object.entries(pages).map(([address, file]) => [`https://${host}${address}`, file] as const),
);

test.each(pages)('%s: text without its surroundings, and a title', (url, file) => {
  const bytes = readFileSync(path.join(site, file));
  const { text, title } = extractArticle(decodeBody(bytes, 'text/html').text, url, now);
  expect(title).not.toBeNull();
  expect(text.length).toBeGreaterThan(120);
  expect(text).not.toMatch(
    /cookies|newsletter|bolet[ií]n|lettre d['’]info|derechos reservados|\d{4}-\d\d-\d\dT|Lotería|Leave a Reply/i,
  );
});

test('no page, however broken, throws anything but a bound', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '<article>',
      '</article>',
      '<table><tr><td>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<script type="application/ld+json">{"@graph":[',
      '<time datetime="',
      '&#0;',
      '<h1>',
      '</html>',
      '<title>',
      '<svg><p>',
      '<br',
      '"',
    ),
    fc.string({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(extractArticle(pieces.join(''), 'https://faro.example/a', now)).toHaveProperty('text');
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['nested elements', '<div>'.repeat(100_000)],
  ['nested inline elements', '<b><i>'.repeat(50_000)],
  ['open angle brackets', `<p>${'<'.repeat(300_000)}`],
  ['half tags', `<p>${'x<p'.repeat(100_000)}`],
  ['open comments', '<!--'.repeat(200_000)],
  ['attributes', `<p ${'a="b" '.repeat(200_000)}>`],
  ['a long JSON-LD', `<script type="application/ld+json">${'['.repeat(400_000)}</script>`],
  ['white space', `<p>${' '.repeat(1_000_000)}x</p>`],
  ['link lists', `<ul>${'<li><a href="#">cookie experiencia</a></li>'.repeat(8_000)}</ul>`],
  ['one long paragraph', `<p>${'suscr '.repeat(200_000)}</p>`],
])('%s do not hang it', (_, html) => {
  const began = performance.now();
  const outcome = attempt(() => extractArticle(html, 'https://faro.example/a', now));
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(outcome === null || outcome instanceof PageTooComplex).toBe(true);
});

/** What it threw, or null. */
function attempt(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
