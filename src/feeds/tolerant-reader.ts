import { markup } from './text-construct';
import { nestedBase } from './links';
import type { RawEntry } from './raw-feed';
import { child, childrenNamed, childText, elements, textOf } from './xml-query';
import type { XmlElement } from './xml-tree';

/**
 * One item of any RSS, RDF or Atom dialect, vocabularies mixed at will; what is missing is an empty string.
 * `base` is the base address the item stands in, `lang` the language it inherits.
 */
export function readTolerantly(item: XmlElement, base: string, lang: string): RawEntry {
  const itemBase = nestedBase(item.attributes['xml:base'] ?? '', base) ?? '';
  const guid = child(item, 'guid', 'id', 'atom:id', 'dc:identifier');
  const title = child(item, 'title', 'atom:title', 'dc:title', 'media:title');
  const content = child(
    item,
    'content:encoded',
    'content',
    'atom:content',
    'xhtml:body',
    'body',
    'fullitem',
    'content_encoded',
  );
  const summary = child(
    item,
    'description',
    'summary',
    'atom:summary',
    'dc:description',
    'itunes:summary',
    'media:description',
    'tagline',
    'abstract',
  );
  const link = bestLink(item);
  const source = child(item, 'source', 'atom:source', 'news:source', 'dc:source');
  return {
    guid: textOf(guid) || (item.attributes['rdf:about'] ?? ''),
    guidIsLink: guid?.name === 'guid' && (guid.attributes['ispermalink'] ?? 'true').toLowerCase() !== 'false',
    links: [
      ...link.map(({ href }) => href),
      item.attributes['rdf:about'] ?? '',
      item.attributes['href'] ?? '',
    ].filter(Boolean),
    base: nestedBase(link[0]?.base ?? '', itemBase) ?? '',
    title: markup(title),
    summary: markup(summary),
    content: markup(content),
    published: childText(
      item,
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
      'news:publication_date',
    ),
    updated:
      childText(item, 'updated', 'atom:updated', 'dcterms:modified', 'modified', 'lastbuilddate') ||
      (item.attributes['lastmod'] ?? ''),
    lang: langOf(item, title) || lang,
    author: authorOf(item),
    outlet: source ? childText(source, 'title', 'atom:title') || ownText(source) : '',
    categories: childrenNamed(item, 'category')
      .concat(childrenNamed(item, 'dc:subject'), childrenNamed(item, 'atom:category'))
      .map(
        (category) => textOf(category) || (category.attributes['label'] ?? category.attributes['term'] ?? ''),
      ),
  };
}

const langOf = (item: XmlElement, title: XmlElement | null): string =>
  title?.attributes['xml:lang'] || item.attributes['xml:lang'] || childText(item, 'dc:language', 'language');

/** Text directly in an element, its children's left out. */
const ownText = (element: XmlElement): string =>
  element.children
    .filter((each) => typeof each === 'string')
    .join('')
    .trim();

interface Candidate {
  readonly href: string;
  readonly base: string;
  readonly rank: number;
}

/** Addresses of the item, the publisher's own before a counter's, `alternate` before others, HTML before others. */
function bestLink(item: XmlElement): Candidate[] {
  return elements(item)
    .flatMap((element): Candidate[] => {
      const base = element.attributes['xml:base'] ?? '';
      if (element.name === 'feedburner:origlink') return [{ href: textOf(element), base, rank: 0 }];
      if (element.name !== 'link' && element.name !== 'atom:link') return [];
      return [
        { href: element.attributes['href'] ?? textOf(element), base, rank: rankOf(element.attributes) },
      ];
    })
    .filter(({ href, rank }) => href !== '' && rank < 9)
    .toSorted((a, b) => a.rank - b.rank);
}

function rankOf({ rel = 'alternate', type = 'text/html' }: Readonly<Record<string, string>>): number {
  if (/^(?:.*iana.*[#/])?alternate$/i.test(rel.trim())) return /html/i.test(type) ? 1 : 2;
  return 9;
}

function authorOf(item: XmlElement): string {
  const author = child(item, 'dc:creator', 'author', 'atom:author', 'itunes:author', 'dc:contributor');
  if (!author) return '';
  return childText(author, 'name', 'atom:name', 'foaf:name', 'email') || textOf(author);
}
