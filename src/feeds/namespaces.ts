/** Usual prefix of each vocabulary feeds use, by namespace without scheme, `www.` and trailing `/` or `#`. */
const prefixes: Readonly<Record<string, string>> = {
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss': '',
  'sitemaps.org/schemas/sitemap/0.9': '',
  'google.com/schemas/sitemap/0.84': '',
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/echo': 'atom',
  'example.com/newformat': 'atom',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/rss/1.0/modules/dcterms': 'dcterms',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/xml/1998/namespace': 'xml',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'search.yahoo.com/mrss': 'media',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'urn:vigia:feed-list:1': 'vigia',
};

/** The usual prefix for a namespace address (empty for RSS itself), or null for a vocabulary nobody needs. */
export function prefixOf(namespace: string): string | null {
  const key = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '');
  return Object.hasOwn(prefixes, key) ? (prefixes[key] ?? null) : null;
}
