import type { FeedEntry, ParsedFeed } from '../../src/feeds/feed';
import { parseFeed, type FeedContext } from '../../src/feeds/parse-feed';

const now = new Date('2026-11-22T12:00:00Z');
const url = 'https://diario.example/feed/';
const parse = (text: string, context: Partial<FeedContext> = {}): ParsedFeed =>
  parseFeed(Buffer.from(text), { url, now, ...context });
const first = (text: string, context?: Partial<FeedContext>): FeedEntry => {
  const entry = parse(text, context).entries[0];
  if (!entry) throw new Error('no entry');
  return entry;
};

const pubDate = '<pubDate>Sat, 21 Nov 2026 10:00:00 -0600</pubDate>';
const rest = `<link>https://diario.example/a</link>${pubDate}`;
const rss = (item: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Diario</title><link>https://diario.example/</link>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${feed}><title>Diario</title><entry>${entry}</entry></feed>`;
const atomRest =
  '<link href="https://diario.example/a"/><id>tag:1</id><updated>2026-11-21T16:00:00Z</updated>';

test('an ordinary RSS item, read by rss-parser', () => {
  const feed = parse(
    rss(
      `<title>Delegación visita el CECOT</title>${rest}<guid isPermaLink="false">77</guid><dc:creator>Ana Pérez</dc:creator>
       <category>Nacional</category><category domain="x">Cárceles</category><description><![CDATA[<p>Una comitiva</p><p>llegó.</p>]]></description>
       <content:encoded><![CDATA[<p>Una comitiva llegó hoy.</p>]]></content:encoded>`,
      '<language>es-SV</language><ttl>30</ttl><skipHours><hour>1</hour><hour>2</hour></skipHours>',
    ),
  );
  expect(feed).toEqual({
    format: 'rss',
    reader: 'rss-parser',
    title: 'Diario',
    link: 'https://diario.example/',
    lang: 'es-sv',
    entries: [
      {
        id: '77',
        idFrom: 'guid',
        link: 'https://diario.example/a',
        title: 'Delegación visita el CECOT',
        summary: 'Una comitiva llegó.',
        content: 'Una comitiva llegó hoy.',
        published: '2026-11-21T16:00:00.000Z',
        updated: null,
        lang: 'es-sv',
        author: 'Ana Pérez',
        outlet: null,
        categories: ['Nacional', 'Cárceles'],
      },
    ],
    charset: 'utf-8',
    charsetGuessed: false,
    truncated: false,
    ttlMinutes: 30,
    updatePeriodMinutes: null,
    skipHours: [1, 2],
  });
});

test('an ordinary Atom entry, read by rss-parser', () => {
  const feed = parse(
    atom(
      `<title type="html">Comitiva &amp;amp; visita</title><link rel="self" href="https://diario.example/self"/><link rel="alternate" href="https://diario.example/a"/><id>tag:1</id><published>2026-11-21T16:00:00Z</published><updated>2026-11-21T17:00:00Z</updated><author><name>Ana</name></author><category term="Nacional"/><summary type="html">&lt;p&gt;Uno&lt;/p&gt;</summary><content type="html"><![CDATA[<p>Uno dos</p>]]></content>`,
      'xml:lang="es"',
    ),
  );
  expect(feed).toMatchObject({ format: 'atom', reader: 'rss-parser', title: 'Diario', lang: 'es' });
  expect(feed.entries[0]).toEqual({
    id: 'tag:1',
    idFrom: 'guid',
    link: 'https://diario.example/a',
    title: 'Comitiva & visita',
    summary: 'Uno',
    content: 'Uno dos',
    published: '2026-11-21T16:00:00.000Z',
    updated: '2026-11-21T17:00:00.000Z',
    lang: 'es',
    author: 'Ana',
    outlet: null,
    categories: ['Nacional'],
  });
});

test('both readers agree where both can read', () => {
  const item = `<title>Visita &lt;b&gt;oficial&lt;/b&gt;</title>${rest}<guid isPermaLink="false">77</guid><author>a@b.example (Ana Pérez)</author><category>X</category><source url="https://o.example">El Otro</source><description>Uno</description>`;
  const [plain, odd] = [
    parse(rss(item)),
    parse(rss(`${item}<atom:updated>2026-11-21T18:00:00Z</atom:updated>`)),
  ];
  expect([plain.reader, odd.reader]).toEqual(['rss-parser', 'tolerant']);
  expect(odd.entries[0]).toEqual({ ...plain.entries[0], updated: '2026-11-21T18:00:00.000Z' });
});

test.each([
  ['no version', '<rss><channel><item><title>Uno</title></item></channel></rss>', 'rss'],
  ['version 0.91', '<rss version="0.91"><channel><item><title>Uno</title></item></channel></rss>', 'rss'],
  [
    'version "RSS 2.0"',
    '<rss version="RSS 2.0"><channel><item><title>Uno</title></item></channel></rss>',
    'rss',
  ],
  [
    'items beside the channel',
    '<rss version="0.92"><channel><title>D</title></channel><item><title>Uno</title></item></rss>',
    'rss',
  ],
  [
    'RDF 1.0',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>D</title></channel><item rdf:about="https://d.example/1"><title>Uno</title></item></rdf:RDF>',
    'rdf',
  ],
  [
    'RDF 0.90',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>D</title></channel><item><title>Uno</title></item></rdf:RDF>',
    'rdf',
  ],
  [
    'other prefix for RDF',
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:channel><s:title>D</s:title></s:channel><s:item><s:title>Uno</s:title></s:item></r:RDF>',
    'rdf',
  ],
  [
    'Atom 0.3',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Uno</title></entry></feed>',
    'atom',
  ],
  [
    'prefixed Atom',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Uno</a:title></a:entry></a:feed>',
    'atom',
  ],
  ['Atom without a namespace', '<feed><entry><title>Uno</title></entry></feed>', 'atom'],
  [
    'Atom entries in RSS',
    '<rss><channel><atom:entry xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>Uno</atom:title></atom:entry></channel></rss>',
    'rss',
  ],
  ['upper-case tags', '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>Uno</TITLE></ITEM></CHANNEL></RSS>', 'rss'],
  ['tags in two cases', '<rss><channel><item><Title>Uno</title></ITEM></channel></rss>', 'rss'],
  [
    'junk before the declaration',
    '\n<br />Warning: x in y\n<?xml version="1.0"?><rss><channel><item><title>Uno</title></item></channel></rss>',
    'rss',
  ],
  [
    'a comment with dashes',
    '<rss><!-- a -- b --><channel><item><title>Uno</title></item></channel></rss>',
    'rss',
  ],
  [
    'attributes without quotes',
    '<rss version=2.0><channel><item><title type=text>Uno</title></item></channel></rss>',
    'rss',
  ],
  ['no closing tags at the end', '<rss><channel><item><title>Uno</title></item>', 'rss'],
  [
    'a doctype',
    '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><item><title>Uno</title></item></channel></rss>',
    'rss',
  ],
  [
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","title":"D","items":[{"id":"1","title":"Uno"}]}',
    'json',
  ],
])('dialect: %s', (_, text, format) => {
  const feed = parse(text);
  expect(feed.format).toBe(format);
  expect(feed.entries.map(({ title }) => title)).toEqual(['Uno']);
});

test.each([
  ['a bare ampersand', '<title>Pérez & Cía</title>', 'Pérez & Cía'],
  ['an unknown entity', '<title>a &foo; b</title>', 'a &foo; b'],
  ['HTML entities', '<title>Ma&ntilde;ana &nbsp;visita</title>', 'Mañana visita'],
  ['windows-1252 references', '<title>D&#146;A</title>', 'D’A'],
  ['twice escaped', '<title>d&amp;#x27;Ha&amp;iuml;ti</title>', "d'Haïti"],
  ['inline markup', '<title>Hola <b>nue</b>vo día</title>', 'Hola nuevo día'],
  ['CDATA with markup', '<title><![CDATA[Hola <i>mundo</i> &amp; m&aacute;s]]></title>', 'Hola mundo & más'],
  ['a stray bracket', '<title>Menos < 10 y 5<6</title>', 'Menos < 10 y 5<6'],
  ['an unclosed inner tag', '<title>Hola <b>mundo</title>', 'Hola mundo'],
  ['two titles, the first empty', '<title/><title>Uno</title>', 'Uno'],
  ['another vocabulary', '<dc:title>Uno</dc:title>', 'Uno'],
  ['other prefix', '<d:title xmlns:d="http://purl.org/dc/elements/1.1/">Uno</d:title>', 'Uno'],
])('RSS title: %s', (_, title, expected) => expect(first(rss(title + rest)).title).toBe(expected));

test.each([
  [
    'XHTML',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Uno <b>dos</b> tres &lt;4&gt;</div></title>',
    'Uno dos tres <4>',
  ],
  [
    'XHTML with a prefix',
    '<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">Uno <x:b>dos</x:b></x:div></title>',
    'Uno dos',
  ],
  ['base64', '<title mode="base64" type="text/html">PGI+SG9sYTwvYj4gbXVuZG8=</title>', 'Hola mundo'],
  ['text', '<title type="text">Paro &lt; 10 % y &gt; 5</title>', 'Paro < 10 % y > 5'],
  ['text with markup all the same', '<title>&lt;b&gt;Uno&lt;/b&gt;</title>', 'Uno'],
])('Atom title: %s', (_, title, expected) => expect(first(atom(title + atomRest)).title).toBe(expected));

test.each([
  ['pubDate', pubDate, '2026-11-21T16:00:00.000Z'],
  ['dc:date', '<dc:date>2026-11-21T10:00:00-06:00</dc:date>', '2026-11-21T16:00:00.000Z'],
  ['dcterms', '<dcterms:issued>2026-11-21T16:00:00Z</dcterms:issued>', '2026-11-21T16:00:00.000Z'],
  ['atom:updated only', '<atom:updated>2026-11-21T16:00:00Z</atom:updated>', '2026-11-21T16:00:00.000Z'],
  ['day first', '<pubDate>10/06/2026 08:00</pubDate>', '2026-06-10T14:00:00.000Z'],
  ['Portuguese', '<pubDate>Sáb, 21 Nov 2026 13:00:00 -0300</pubDate>', '2026-11-21T16:00:00.000Z'],
  ['unreadable', '<pubDate>hoy</pubDate>', null],
  ['the future', '<pubDate>Sat, 05 Dec 2026 10:00:00 GMT</pubDate>', null],
])('RSS date: %s', (_, date, expected) =>
  expect(
    first(rss(`<title>Uno</title><link>/a</link>${date}`), { timeZone: 'America/El_Salvador' }).published,
  ).toBe(expected),
);

test('one unreadable date leaves the other entries of an Atom feed alone', () => {
  const entry = (date: string): string =>
    `<entry><title>Uno</title><link href="/a"/><id>tag:${date}</id><updated>${date}</updated></entry>`;
  const feed = parse(
    `<feed xmlns="http://www.w3.org/2005/Atom">${entry('ayer')}${entry('2026-11-20T00:00:00Z')}</feed>`,
  );
  expect(feed.entries.map(({ published }) => published)).toEqual([null, '2026-11-20T00:00:00.000Z']);
});

test.each([
  ['relative', '<link>/a?id=1</link>', {}, 'https://diario.example/a?id=1'],
  [
    'relative to Content-Location',
    '<link>a</link>',
    { contentLocation: '/otra/feed.xml' },
    'https://diario.example/otra/a',
  ],
  ['without a scheme', '<link>//www.diario.example/a</link>', {}, 'https://www.diario.example/a'],
  ['without any', '<link>www.diario.example/a</link>', {}, 'https://www.diario.example/a'],
  ['with line breaks', '<link>\n https://diario.example/a\n</link>', {}, 'https://diario.example/a'],
  [
    'escaped twice',
    '<link>https://diario.example/a?x=1&amp;amp;y=2</link>',
    {},
    'https://diario.example/a?x=1&y=2',
  ],
  [
    'empty, atom:link beside',
    '<link/><atom:link href="https://diario.example/b" rel="alternate"/>',
    {},
    'https://diario.example/b',
  ],
  ['permalink guid', '<guid>https://diario.example/g</guid>', {}, 'https://diario.example/g'],
  ['guid that is none', '<guid isPermaLink="false">https://diario.example/g</guid>', {}, null],
  [
    'FeedBurner',
    '<link>http://feedproxy.google.com/~r/x/1</link><f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://diario.example/o</f:origLink>',
    {},
    'https://diario.example/o',
  ],
  [
    'Folha',
    '<link>https://redir.folha.com.br/redir/online/poder/*https://www1.folha.uol.com.br/a.shtml</link>',
    {},
    'https://www1.folha.uol.com.br/a.shtml',
  ],
  [
    'Google redirect',
    '<link>https://www.google.com/url?q=https://diario.example/q&amp;sa=X</link>',
    {},
    'https://diario.example/q',
  ],
  [
    'Google News',
    '<link>https://news.google.com/rss/articles/CBMi1?oc=5</link>',
    {},
    'https://news.google.com/rss/articles/CBMi1?oc=5',
  ],
  ['no web address', '<link>javascript:alert(1)</link>', {}, null],
  ['mail', '<link>mailto:a@b.example</link>', {}, null],
  ['xml:base', '<link xml:base="https://base.example/x/">a</link>', {}, 'https://base.example/x/a'],
])('RSS link: %s', (_, link, context, expected) =>
  expect(first(rss(`<title>Uno</title>${link}${pubDate}`), context).link).toBe(expected),
);

test.each([
  [
    'alternate among others',
    '<link rel="edit" href="/e"/><link rel="related" href="/r"/><link rel="alternate" href="/a"/>',
    '',
    'https://diario.example/a',
  ],
  ['none alternate', '<link rel="edit" href="/e"/>', '', null],
  [
    'HTML before others',
    '<link rel="alternate" type="application/pdf" href="/p"/><link rel="alternate" type="text/html" href="/h"/>',
    '',
    'https://diario.example/h',
  ],
  ['as text', '<link>https://diario.example/t</link>', '', 'https://diario.example/t'],
  [
    'xml:base on the feed',
    '<link href="a"/>',
    'xml:base="https://base.example/x/"',
    'https://base.example/x/a',
  ],
  [
    'xml:base on both',
    '<link xml:base="y/" href="a"/>',
    'xml:base="https://base.example/x/"',
    'https://base.example/x/y/a',
  ],
  ['no link, id an address', '<id>https://diario.example/i</id>', '', 'https://diario.example/i'],
])('Atom link: %s', (_, link, feed, expected) =>
  expect(first(atom(`<title>Uno</title>${link}<updated>2026-11-21T16:00:00Z</updated>`, feed)).link).toBe(
    expected,
  ),
);

test('an entry is known by guid, else link, else title and day', () => {
  expect(first(rss(`<title>Uno</title>${rest}<guid>g</guid>`))).toMatchObject({ id: 'g', idFrom: 'guid' });
  expect(first(rss(`<title>Uno</title>${rest}<guid/>`))).toMatchObject({
    id: 'https://diario.example/a',
    idFrom: 'link',
  });
  const bare = first(rss(`<title>Uno</title>${pubDate}`));
  expect(bare).toMatchObject({ id: expect.stringMatching(/^[\da-f]{64}$/), idFrom: 'hash' });
  expect(first(rss(`<title>Dos</title>${pubDate}`)).id).not.toBe(bare.id);
});

test('search feeds: the outlet is taken from the source or the end of the title', () => {
  const link = '<link>https://news.google.com/rss/articles/CBMi1?oc=5</link>';
  expect(
    first(
      rss(
        `<title>Visita al CECOT - El Faro</title>${link}${pubDate}<source url="https://elfaro.net">El Faro</source>`,
      ),
    ),
  ).toMatchObject({ title: 'Visita al CECOT', outlet: 'El Faro' });
  expect(first(rss(`<title>Visita - de nuevo - El Faro</title>${link}${pubDate}`))).toMatchObject({
    title: 'Visita - de nuevo',
    outlet: 'El Faro',
  });
  expect(
    first(
      rss(
        `<title>Visita</title>${rest}<News:Source xmlns:News="https://bing.example/">El Faro</News:Source>`,
      ),
    ).outlet,
  ).toBe('El Faro');
  expect(first(rss(`<title>Visita - de nuevo</title>${rest}`))).toMatchObject({
    title: 'Visita - de nuevo',
    outlet: null,
  });
});

test('a summary that only repeats title and outlet is none', () => {
  const description =
    '&lt;a href="x"&gt;Visita al CECOT&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font&gt;El Faro&lt;/font&gt;';
  const source = '<source url="https://elfaro.net">El Faro</source>';
  expect(
    first(
      rss(
        `<title>Visita al CECOT - El Faro</title>${rest}${source}<description>${description}</description>`,
      ),
    ),
  ).toMatchObject({ title: 'Visita al CECOT', summary: '' });
});

test('entities of the document itself are put in, one level deep', () => {
  const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY marca "Diario &amp; Hora"><!ENTITY dos "&marca;&marca;">]>${rss(`<title>&marca; - &dos;</title>${rest}`).slice(21)}`;
  expect(first(text).title).toBe('Diario & Hora - &marca;&marca;');
});

test('a document cut short keeps its complete items', () => {
  const item = (n: number): string =>
    `<item><title>Nota ${n}</title><link>https://diario.example/${n}</link>${pubDate}<description>Texto</description></item>`;
  const whole = `<rss version="2.0"><channel><title>D</title>${item(1)}${item(2)}${item(3)}`;
  const cut = parse(whole.slice(0, whole.indexOf('Nota 3') + 3));
  expect(cut.entries.map(({ title }) => title)).toEqual(['Nota 1', 'Nota 2']);
  expect(cut.truncated).toBe(true);
  expect(parse(whole).entries).toHaveLength(3);
});

test('a forgotten </item> does not swallow the next item', () => {
  const feed = parse(
    '<rss><channel><item><title>Uno</title><link>/1</link><item><title>Dos</title><link>/2</link></item></channel></rss>',
  );
  expect(feed.entries.map(({ title, link }) => [title, link])).toEqual([
    ['Uno', 'https://diario.example/1'],
    ['Dos', 'https://diario.example/2'],
  ]);
});

test('JSON Feed', () => {
  const feed = parse(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'Diario',
      home_page_url: 'https://diario.example/',
      language: 'pt-BR',
      items: [
        {
          id: 7,
          url: '/a',
          title: 'A < B & C',
          content_html: '<p>Uno</p>',
          date_published: '2026-11-21T16:00:00Z',
          tags: ['x'],
          authors: [{ name: 'Ana' }],
        },
        {
          id: 'https://diario.example/b',
          content_text: '5 < 6 & 7 > 6',
          date_modified: '2026-11-21T16:00:00Z',
          language: 'es',
        },
        'noise',
      ],
    }),
  );
  expect(feed).toMatchObject({ format: 'json', reader: 'json', title: 'Diario', lang: 'pt-br' });
  expect(feed.entries).toMatchObject([
    {
      id: '7',
      link: 'https://diario.example/a',
      title: 'A < B & C',
      content: 'Uno',
      author: 'Ana',
      categories: ['x'],
      lang: 'pt-br',
    },
    {
      link: 'https://diario.example/b',
      title: '',
      content: '5 < 6 & 7 > 6',
      published: '2026-11-21T16:00:00.000Z',
      lang: 'es',
    },
  ]);
});

test('Google News sitemap', () => {
  const feed =
    parse(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://diario.example/a</loc><n:news><n:publication><n:name>Diario</n:name><n:language>es</n:language></n:publication><n:publication_date>2026-11-21T10:00:00-06:00</n:publication_date><n:title>Visita &amp; reforma</n:title><n:keywords>cárcel, visita</n:keywords></n:news></url>
    <url><loc>https://diario.example/portada</loc></url></urlset>`);
  expect(feed).toMatchObject({ format: 'sitemap', reader: 'sitemap' });
  expect(feed.entries).toMatchObject([
    {
      id: 'https://diario.example/a',
      title: 'Visita & reforma',
      outlet: 'Diario',
      lang: 'es',
      published: '2026-11-21T16:00:00.000Z',
      categories: ['cárcel', 'visita'],
    },
  ]);
});

test('polling hints', () => {
  const hints =
    '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><ttl>no</ttl><skipHours><hour>24</hour><hour>x</hour></skipHours>';
  expect(parse(rss(`<title>Uno</title>${rest}`, hints))).toMatchObject({
    updatePeriodMinutes: 30,
    ttlMinutes: null,
    skipHours: [0],
  });
});
