import type { FeedListing } from './feed';
import { languageTag } from './language-tag';
import { elements } from './xml-query';
import { xmlTree, type XmlElement } from './xml-tree';

/** Namespace of the attributes other readers do not have; `feeds/README.md` documents them. */
export const listNamespace = 'urn:vigia:feed-list:1';

/** Text that is no OPML: `reason` says why. */
export class NotOpml extends Error {
  override readonly name = 'NotOpml';
  constructor(readonly reason: string) {
    super(`not an OPML feed list: ${reason}`);
  }
}

/**
 * The feeds of an OPML list from this or any other reader; folders are flattened, an address listed twice counts
 * once, and outlines without an http(s) `xmlUrl` (folders, links, podcasts' notes) are passed over.
 * @throws NotOpml
 */
export function parseOpml(text: string): FeedListing[] {
  const { root, truncated } = xmlTree(text.replace(/^\ufeff/, ''));
  if (root.name !== 'opml') throw new NotOpml(`its root element is <${root.name || 'nothing'}>, not <opml>`);
  if (truncated) throw new NotOpml('it ends before its last element is closed');
  const listings = new Map<string, FeedListing>();
  for (const outline of outlines(root)) {
    const listing = listingOf(outline);
    if (listing && !listings.has(listing.url)) listings.set(listing.url, listing);
  }
  return [...listings.values()];
}

const outlines = (parent: XmlElement): XmlElement[] =>
  elements(parent).flatMap((each) => (each.name === 'outline' ? [each, ...outlines(each)] : outlines(each)));

function listingOf({ attributes }: XmlElement): FeedListing | null {
  const url = (attributes['xmlurl'] ?? '')
    .trim()
    .replace(/^feed:(?:\/\/)?(?=\w)(?!https?:)/i, 'https://')
    .replace(/^feed:/i, '');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const own = (name: string): string => (attributes[`vigia:${name}`] ?? '').trim();
  const site = (attributes['htmlurl'] ?? '').trim();
  const title = (attributes['title'] || attributes['text'] || '').trim() || new URL(url).hostname;
  return {
    title,
    outlet: own('outlet') || title,
    country: /^[A-Z]{2}$/i.test(own('country')) ? own('country').toUpperCase() : null,
    lang: languageTag(attributes['language'] ?? ''),
    url,
    siteUrl: /^https?:\/\//i.test(site) ? site : null,
    kind: own('kind') || 'general',
    enabled: own('enabled').toLowerCase() !== 'false',
    note: own('note') || null,
  };
}

/** An OPML 2.0 document that any reader imports and `parseOpml` reads back unchanged. */
export function writeOpml(listings: readonly FeedListing[], title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:vigia="${listNamespace}">`,
    `  <head><title>${escapeText(title)}</title></head>`,
    '  <body>',
    ...listings.map((listing) => `    <outline${attributesOf(listing)}/>`),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function attributesOf(listing: FeedListing): string {
  const attributes: readonly (readonly [string, string | null])[] = [
    ['type', 'rss'],
    ['text', listing.title],
    ['xmlUrl', listing.url],
    ['htmlUrl', listing.siteUrl],
    ['language', listing.lang],
    ['vigia:outlet', listing.outlet === listing.title ? null : listing.outlet],
    ['vigia:country', listing.country],
    ['vigia:kind', listing.kind === 'general' ? null : listing.kind],
    ['vigia:enabled', listing.enabled ? null : 'false'],
    ['vigia:note', listing.note],
  ];
  return attributes
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeText(value)}"`))
    .join('');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Markup characters and line breaks escaped, letters left readable; what XML cannot carry is dropped. */
const escapeText = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? character);
