import * as fc from 'fast-check';
import { NotAFeed } from '../../src/feeds/not-a-feed';
import { parseFeed } from '../../src/feeds/parse-feed';

const now = new Date('2026-11-22');
const parse = (text: string) => parseFeed(Buffer.from(text), { url: 'https://diario.example/feed/', now });
const rss = (body: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>D</title>${body}</channel></rss>`;
const item = (description: string, title = 'Visita'): string =>
  `<item><title>${title}</title><link>https://diario.example/a</link><pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate><description>${description}</description></item>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Generous for a loaded machine; quadratic readers need 20 s and more for these. */
const limitMs = 4_000;

test.each([
  ['300 KB of <', item('<'.repeat(300_000))],
  ['300 KB of < in CDATA', item(`<![CDATA[${'<'.repeat(300_000)}]]>`)],
  ['300 KB of x<p, escaped', item(escaped('x<p'.repeat(100_000)))],
  ['comments never closed', item(escaped('<!--a>'.repeat(50_000)))],
  ['quotes never closed', item(escaped('<a ="'.repeat(60_000)))],
  ['a 20 MB description', item('palabra '.repeat(2_500_000))],
  ['200,000 twice escaped entities', item(escaped('&amp;'.repeat(200_000)))],
  [
    'a wrapper in a wrapper, 20,000 times',
    `<item><title>Visita</title><link>${'https://www.google.com/url?q='.repeat(20_000)}</link></item>`,
  ],
  ['200,000 categories', `<item><title>Visita</title>${'<category>x</category>'.repeat(200_000)}</item>`],
  [
    '20,000 namespaces',
    `<item ${Array.from({ length: 20_000 }, (_, at) => `xmlns:n${at}="x"`).join(' ')}><title>Visita</title></item>`,
  ],
])('%s: read in time', (_, body) => {
  const start = performance.now();
  const feed = parse(rss(body));
  expect(performance.now() - start).toBeLessThan(limitMs);
  expect(feed.entries).toHaveLength(1);
  expect(feed.entries[0]?.title).toBe('Visita');
  expect(feed.entries[0]?.summary.length).toBeLessThanOrEqual(20_000);
});

test('100,000 nested tags: the complete items before them stay', () => {
  const feed = parse(rss(`${item('Uno')}${item('Dos')}<item><description>${'<a>'.repeat(100_000)}`));
  expect(feed.truncated).toBe(true);
  expect(feed.entries.map(({ summary }) => summary)).toEqual(['Uno', 'Dos']);
});

test('200,000 items: the first thousand are read', () => {
  const feed = parse(rss(item('Uno').repeat(200_000)));
  expect(feed.entries).toHaveLength(1_000);
  expect(feed.truncated).toBe(true);
});

test('a billion laughs stay a few', () => {
  const entities = Array.from(
    { length: 10 },
    (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
  ).join('');
  const doctype = `<!DOCTYPE rss [<!ENTITY a0 "ja">${entities}]>`;
  expect(parse(doctype + rss(item('&a10; &a0;')).slice(21)).entries[0]?.summary).toBe(
    `${'&a9;'.repeat(10)} ja`,
  );
});

test('an external entity is neither fetched nor read', () => {
  const doctype =
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1/"> %y;]>';
  expect(parse(doctype + rss(item('&x;')).slice(21)).entries[0]?.summary).toBe('&x;');
});

test('names from the prototype are only names', () => {
  const feed = parse(
    rss(
      `<item><title>Visita</title><__proto__ constructor="x">y</__proto__><constructor>z</constructor>${'<toString/>'}</item>`,
    ),
  );
  expect(feed.entries[0]?.title).toBe('Visita');
  expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
});

function outcome(text: string): string {
  try {
    return Array.isArray(parse(text).entries) ? 'feed' : 'nothing';
  } catch (error) {
    return error instanceof NotAFeed ? 'no feed' : String(error);
  }
}

test('any text is a feed or no feed, and nothing else happens', () => {
  const piece = fc.constantFrom(
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    'Uno',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&',
    '&amp;',
    '<',
    '>',
    '/>',
    '<link href="',
    '"',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '<updated>',
    'ayer',
    '<!DOCTYPE x [',
    ']>',
    '<?xml ',
    '?>',
    '{"items":[',
    '\0',
    '\ufeff',
    '<a:b xmlns:a="x">',
    'xml:base=":"',
    '<5',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      expect(outcome(pieces.join(''))).toMatch(/^(?:feed|no feed)$/);
    }),
    { numRuns: 1_000 },
  );
});
