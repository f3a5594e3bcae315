import type { ParsedFeed } from './feed';
import { nestedBase } from './links';
import { prefixOf } from './namespaces';
import { pollingHints } from './polling-hints';
import type { RawEntry, RawFeed } from './raw-feed';
import { readWithRssParser } from './rss-parser-reader';
import { readTolerantly } from './tolerant-reader';
import { markup } from './text-construct';
import { child, childText, childrenNamed, descendantsNamed, textOf } from './xml-query';
import type { XmlElement, XmlTree } from './xml-tree';

/**
 * RSS, RDF and Atom: rss-parser first, the tolerant reader where that loses something; null for other
 * XML. `documentBase` is what relative addresses start from.
 */
export function readXmlFeed({ root, truncated }: XmlTree, documentBase: string | null): RawFeed | null {
  const format = formatOf(root);
  if (!format) return null;
  const channel = (format === 'atom' ? root : (child(root, 'channel') ?? root)) as XmlElement;
  const items = complete(itemsOf(root, format));
  const base = nestedBase(
    channel.attributes['xml:base'] ?? '',
    nestedBase(root.attributes['xml:base'] ?? '', documentBase),
  );
  const lang =
    childText(channel, 'language', 'dc:language') ||
    (channel.attributes['xml:lang'] ?? root.attributes['xml:lang'] ?? '');
  const entries = base === documentBase ? readWithRssParser(format === 'atom', items) : null;
  return {
    format,
    reader: entries ? 'rss-parser' : 'tolerant',
    title: markup(child(channel, 'title', 'atom:title', 'dc:title')),
    link: linkOf(channel),
    base: base ?? '',
    lang,
    entries: entries ?? items.map((item): RawEntry => readTolerantly(item, base ?? '')),
    truncated,
    ...pollingHints(channel),
  };
}

function formatOf(root: XmlElement): Extract<ParsedFeed['format'], 'rss' | 'rdf' | 'atom'> | null {
  const local = root.name.replace(/^.*:/, '');
  if (local === 'feed' || local === 'entry') return 'atom';
  if (local === 'rdf') return isRssRdf(root) ? 'rdf' : null;
  if (local === 'rss' || local === 'channel') return 'rss';
  return null;
}

/** RDF has other uses; a feed holds a channel or items, or at least declares an RSS vocabulary. */
const isRssRdf = (root: XmlElement): boolean =>
  child(root, 'channel', 'item') !== null ||
  Object.values(root.attributes).some((value) => prefixOf(value) === '');

function itemsOf(root: XmlElement, format: ParsedFeed['format']): XmlElement[] {
  if (root.name === 'entry') return [root];
  const names = format === 'atom' ? ['entry', 'atom:entry', 'item'] : ['item', 'entry', 'atom:entry'];
  for (const name of names) {
    const found = descendantsNamed(root, name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Of a document cut short, the last item may hold half a sentence; the next poll brings it whole. */
function complete(items: readonly XmlElement[]): readonly XmlElement[] {
  return items.length > 1 && items.at(-1)?.closed === false ? items.slice(0, -1) : items;
}

function linkOf(channel: XmlElement): string {
  const links = childrenNamed(channel, 'link').concat(childrenNamed(channel, 'atom:link'));
  const chosen =
    links.find(({ attributes, children }) => !attributes['href'] && children.length > 0) ??
    links.find(({ attributes }) => attributes['href'] && (attributes['rel'] ?? 'alternate') === 'alternate');
  return chosen ? (chosen.attributes['href'] ?? textOf(chosen)) : '';
}
