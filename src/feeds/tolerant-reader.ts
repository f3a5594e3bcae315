import { nestedBase } from './links';
import type { RawEntry } from './raw-feed';
import { markup } from './text-construct';
import { child, childrenNamed, childText, elements, textOf } from './xml-query';
import type { XmlElement } from './xml-tree';

/** Elements that carry a field in one dialect or another, the best first. */
const fields = {
  guid: ['guid', 'id', 'atom:id', 'dc:identifier'],
  title: ['title', 'atom:title', 'dc:title', 'media:title'],
  summary: [
    'description',
    'summary',
    'atom:summary',
    'dc:description',
    'itunes:summary',
    'media:description',
    'abstract',
  ],
  content: ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem'],
  published: [
    'pubdate',
    'published',
    'dc:date',
    'dcterms:issued',
    'issued',
    'atom:published',
    'dcterms:created',
    'created',
    'dcterms:date',
    'date',
  ],
  updated: ['updated', 'atom:updated', 'dcterms:modified', 'modified', 'lastbuilddate'],
  source: ['source', 'atom:source', 'news:source', 'dc:source'],
  author: ['dc:creator', 'author', 'atom:author', 'itunes:author', 'dc:contributor'],
};

/** One item of any RSS, RDF or Atom dialect, vocabularies mixed at will, standing in `base` (empty for none). */
export function readTolerantly(item: XmlElement, base: string): RawEntry {
  const { attributes } = item;
  const itemBase = nestedBase(attributes['xml:base'] ?? '', base) ?? '';
  const about = attributes['rdf:about'] ?? '';
  const guid = child(item, ...fields.guid);
  const title = child(item, ...fields.title);
  const source = child(item, ...fields.source);
  return {
    guid: (guid && guidOf(guid, itemBase)) || about,
    guidIsLink: (guid?.attributes['ispermalink'] ?? 'true').toLowerCase() !== 'false',
    links: [...linksOf(item, itemBase), about, attributes['href'] ?? ''].filter((link) => link !== ''),
    base: itemBase,
    title: markup(title),
    summary: markup(child(item, ...fields.summary)),
    content: markup(child(item, ...fields.content)),
    published: childText(item, ...fields.published),
    updated: childText(item, ...fields.updated) || (attributes['lastmod'] ?? ''),
    lang:
      title?.attributes['xml:lang'] || attributes['xml:lang'] || childText(item, 'dc:language', 'language'),
    author: authorOf(item),
    outlet: source ? childText(source, 'title', 'atom:title') || ownText(source) : '',
    categories: ['category', 'dc:subject', 'atom:category']
      .flatMap((name) => childrenNamed(item, name))
      .map(labelOf),
  };
}

const labelOf = (category: XmlElement): string =>
  textOf(category) || (category.attributes['label'] ?? category.attributes['term'] ?? '');

/** Text directly in an element, its children's left out. */
const ownText = ({ children }: XmlElement): string =>
  children
    .filter((each) => typeof each === 'string')
    .join('')
    .trim();

/** A guid as written; an Atom id is an address, so a relative one is resolved (spaces stay, they mark no escape). */
function guidOf(guid: XmlElement, base: string): string {
  const text = textOf(guid);
  if (text === '' || (guid.name === 'guid' && !text.startsWith('/'))) return text;
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(text)?.[0];
  if (scheme) return scheme.toLowerCase() + text.slice(scheme.length);
  return URL.canParse(text, base) ? new URL(text, base).href.replaceAll('%20', ' ') : text;
}

/** Addresses of the item: the publisher's own before a counter's, HTML before others; `rel` other than alternate out. */
function linksOf(item: XmlElement, base: string): string[] {
  return elements(item)
    .map((element) => ({ href: hrefOf(element, base), rank: rankOf(element) }))
    .filter(({ href, rank }) => href !== '' && rank < 9)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ href }) => href);
}

function hrefOf(element: XmlElement, base: string): string {
  const href = element.attributes['href'] ?? textOf(element);
  const own = nestedBase(element.attributes['xml:base'] ?? '', base) ?? base;
  return own !== base && URL.canParse(href, own) ? new URL(href, own).href : href;
}

function rankOf({ name, attributes }: XmlElement): number {
  if (name === 'feedburner:origlink') return 0;
  if (name !== 'link' && name !== 'atom:link') return 9;
  if (!/^(?:.*iana.*[#/])?alternate$/i.test((attributes['rel'] ?? 'alternate').trim())) return 9;
  return /html/i.test(attributes['type'] ?? 'text/html') ? 1 : 2;
}

function authorOf(item: XmlElement): string {
  const author = child(item, ...fields.author);
  return author ? childText(author, 'name', 'atom:name', 'foaf:name', 'email') || textOf(author) : '';
}
