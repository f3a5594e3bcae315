import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { FeedListing } from '../../src/feeds/feed';
import { FeedListUnusable, listNames, loadLists } from '../../src/feeds/lists';
import { NotOpml, parseOpml, writeOpml } from '../../src/feeds/opml';

const listing = (fields: Partial<FeedListing>): FeedListing => ({
  title: 'El Faro',
  outlet: 'El Faro',
  country: null,
  lang: null,
  url: 'https://elfaro.net/rss',
  siteUrl: null,
  kind: 'general',
  enabled: true,
  note: null,
  ...fields,
});

test('reads what other readers export: folders, missing attributes, other cases of names', () => {
  const exported = `<?xml version="1.0"?><opml version="1.0"><head><title>subs</title></head><body>
    <outline text="Centroamérica" title="Centroamérica">
      <outline text="El Faro &amp; más" title="El Faro &amp; más" type="rss" xmlUrl="https://elfaro.net/rss" htmlUrl="https://elfaro.net/"/>
      <outline text="Más"><outline xmlurl="http://plaza.example/feed?a=1&amp;b=2"/></outline>
    </outline>
    <outline text="otra vez" xmlUrl="https://elfaro.net/rss"/>
    <outline text="enlace" type="link" url="https://example.org"/>
    <outline text="raro" xmlUrl="javascript:alert(1)"/>
    <outline text="viejo" xmlUrl="feed://viejo.example/rss"/>
  </body></opml>`;
  expect(parseOpml(exported)).toEqual([
    listing({ title: 'El Faro & más', outlet: 'El Faro & más', siteUrl: 'https://elfaro.net/' }),
    listing({ title: 'plaza.example', outlet: 'plaza.example', url: 'http://plaza.example/feed?a=1&b=2' }),
    listing({ title: 'viejo', outlet: 'viejo', url: 'https://viejo.example/rss' }),
  ]);
});

test('our attributes come back under any prefix', () => {
  const text = `<opml version="2.0" xmlns:w="urn:vigia:feed-list:1"><body><outline text="A" xmlUrl="https://a.example/f" w:country="sv" w:enabled="false"/></body></opml>`;
  expect(parseOpml(text)).toEqual([
    listing({ title: 'A', outlet: 'A', url: 'https://a.example/f', country: 'SV', enabled: false }),
  ]);
});

const word = fc.stringMatching(/^[A-Za-zñé0-9<>&"'!?€.;-]{1,12}(?: [A-Za-z&<"]{1,8})?$/);
const anyListing = fc.record({
  title: word,
  outlet: word,
  country: fc.constantFrom('SV', 'BR', null),
  lang: fc.constantFrom('es', 'pt-br', null),
  url: fc.webUrl({ withQueryParameters: true }),
  siteUrl: fc.option(fc.webUrl()),
  kind: fc.constantFrom('general', 'national', 'query'),
  enabled: fc.boolean(),
  note: fc.option(word),
});

test('what is written is read back unchanged', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyListing, { selector: ({ url }) => url, maxLength: 6 }), (listings) => {
      expect(parseOpml(writeOpml(listings, 'Mi lista <1> & "más"'))).toEqual(listings);
    }),
  );
});

test.each([
  ['a feed', '<rss version="2.0"><channel/></rss>', /<rss>/],
  ['text', 'hello', /nothing/],
  [
    'a list cut short',
    '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/f"/>',
    /ends before/,
  ],
])('%s is no OPML', (_, text, reason) => {
  expect(() => parseOpml(text)).toThrow(NotOpml);
  expect(() => parseOpml(text)).toThrow(reason);
});

test('every list shipped loads, and no address is in two of them', () => {
  const dir = join(__dirname, '../../feeds');
  const names = listNames(dir);
  expect(names).toEqual(expect.arrayContaining(['sv', 'wires', 'specialised', 'queries']));
  const all = loadLists(dir, names);
  expect(all.length).toBe(names.flatMap((name) => loadLists(dir, [name])).length);
  expect(all.filter(({ enabled }) => enabled).length).toBeGreaterThan(300);
  for (const { country, lang, outlet } of all) {
    expect(country ?? 'SV').toMatch(/^[A-Z]{2}$/);
    expect(lang).toMatch(/^(?:es|en|pt|fr|nl)/);
    expect(outlet).not.toBe('');
  }
  expect(loadLists(dir, ['sv']).every(({ country }) => country === 'SV')).toBe(true);
});

test('a missing or broken list is named, with the fix', () => {
  const dir = mkdtempSync(join(tmpdir(), 'vigia-lists-'));
  writeFileSync(join(dir, 'mine.opml'), writeOpml([listing({})], 'Mine'));
  writeFileSync(join(dir, 'broken.opml'), '<opml><body><outline');
  writeFileSync(join(dir, 'hollow.opml'), writeOpml([], 'Hollow'));
  expect(loadLists(dir, ['mine'])).toEqual([listing({})]);
  expect(() => loadLists(dir, ['mine', 'sv'])).toThrow(
    /sv\.opml does not exist; the lists here are: broken, hollow, mine/,
  );
  expect(() => loadLists(dir, ['../etc/passwd'])).toThrow(FeedListUnusable);
  expect(() => loadLists(dir, ['broken'])).toThrow(/broken\.opml is broken/);
  expect(() => loadLists(dir, ['hollow'])).toThrow(/hollow\.opml names no feed/);
});
