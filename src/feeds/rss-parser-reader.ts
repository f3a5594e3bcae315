import Parser from 'rss-parser';
import internals from 'rss-parser/lib/utils';
import type { RawEntry } from './raw-feed';
import { elements, textOf } from './xml-query';
import type { XmlElement } from './xml-tree';

/**
 * Dates pass through rss-parser under names it does not know: its own reading of them takes 10/06 for October and
 * gives up a whole Atom feed for one it cannot read.
 */
const dates: ReadonlyMap<string, string> = new Map([
  ['pubdate', 'date:published'],
  ['published', 'date:published'],
  ['dc:date', 'date:published'],
  ['updated', 'date:updated'],
]);

type Shape = Record<string, unknown>;
interface Item {
  readonly title?: unknown;
  readonly link?: unknown;
  readonly guid?: unknown;
  readonly id?: unknown;
  readonly published?: unknown;
  readonly content?: unknown;
  readonly 'content:encoded'?: unknown;
  readonly summary?: unknown;
  readonly creator?: unknown;
  readonly author?: unknown;
  readonly language?: unknown;
  readonly source?: unknown;
  readonly origLink?: unknown;
  readonly updated?: unknown;
  readonly labels?: readonly unknown[];
}

/** The mapping half of rss-parser, which takes an xml2js tree and needs neither sockets nor promises. */
interface Mapping {
  buildRSS(channel: Shape, items: readonly Shape[]): { readonly items: readonly Item[] };
  buildAtomFeed(document: { readonly feed: Shape }): { readonly items: readonly Item[] };
}

const mapping = new Parser({
  customFields: {
    item: [
      ['feedburner:origlink', 'origLink'],
      ['dc:language', 'language'],
      ['date:published', 'published'],
      ['date:updated', 'updated'],
      ['news:source', 'source'],
      ['source', 'source'],
      ['category', 'labels', { keepArray: true }],
    ] as unknown as string[][],
  },
}) as unknown as Mapping;

/**
 * Entries as rss-parser maps them, or null where it is known to lose or invert something: see `unsuited`. Its
 * tokenizer is replaced by our tree, and its snippet step (quadratic on hostile text) by nothing.
 */
export function readWithRssParser(isAtom: boolean, items: readonly XmlElement[]): RawEntry[] | null {
  if (items.length === 0 || items.some((item) => unsuited(item, isAtom))) return null;
  const shapes = items.map((item) => shapeOf(item, isAtom));
  const snippet = internals.getSnippet;
  internals.getSnippet = () => '';
  try {
    const { items: mapped } = isAtom
      ? mapping.buildAtomFeed({ feed: { entry: shapes } })
      : mapping.buildRSS({}, shapes);
    const entries = mapped.map(entryOf);
    return entries.every((entry) => entry.title && entry.links.length > 0 && entry.published)
      ? entries
      : null;
  } finally {
    internals.getSnippet = snippet;
  }
}

const texts = new Set([
  'title',
  'description',
  'summary',
  'content',
  'content:encoded',
  'guid',
  'id',
  'link',
  'pubdate',
]);
const plainTypes = /^(?:text|html|text\/html|text\/plain)$/;

/** XHTML, base64, `xml:base` and per-entry languages, dates in other vocabularies, repeated fields. */
function unsuited(item: XmlElement, isAtom: boolean): boolean {
  if (item.attributes['xml:base'] !== undefined || item.attributes['xml:lang'] !== undefined) return true;
  const seen = new Set<string>();
  for (const child of elements(item)) {
    const { name, attributes } = child;
    if (name.startsWith('dcterms:') || name.startsWith('atom:')) return true;
    if (isAtom && name === 'source') return true;
    if (attributes['xml:base'] !== undefined || attributes['mode'] !== undefined) return true;
    if (isAtom && name === 'id' && !/^[a-z][a-z\d+.-]*:/.test(textOf(child))) return true;
    if (!texts.has(name)) continue;
    if (name !== 'link' && attributes['type'] !== undefined && !plainTypes.test(attributes['type']))
      return true;
    if (child.children.some((each) => typeof each !== 'string')) return true;
    if (name === 'link' && isAtom) {
      if (!attributes['href']) return true;
      if ((attributes['rel'] ?? 'alternate') !== 'alternate') continue;
    }
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return isAtom && !seen.has('link');
}

/** An element in the shape of xml2js: arrays of texts, or of objects with the text in `_` and attributes in `$`. */
function shapeOf(element: XmlElement, isAtom: boolean): Shape {
  const shape: Shape = {};
  for (const child of elements(element)) {
    const name = dates.get(child.name) ?? child.name;
    const value = valueOf(child, name, isAtom);
    const before = shape[name];
    if (Array.isArray(before)) before.push(value);
    else shape[name] = [value];
  }
  return shape;
}

function valueOf(child: XmlElement, name: string, isAtom: boolean): unknown {
  if (isAtom && name === 'link') return { $: { rel: 'alternate', ...child.attributes } };
  if (isAtom && name === 'author') return shapeOf(child, false);
  for (const _ in child.attributes) return { _: textOf(child), $: child.attributes };
  return textOf(child);
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function entryOf(item: Item): RawEntry {
  const [full, short] = [text(item['content:encoded']), text(item.content)];
  const isAtom = item.id !== undefined;
  return {
    guid: text(item.guid) || text(item.id),
    guidIsLink: false,
    links: [text(item.origLink), text(item.link)].filter((link) => link !== ''),
    base: '',
    title: text(item.title),
    summary: isAtom ? text(item.summary) : short || text(item.summary),
    content: isAtom ? short : full,
    published: text(item.published),
    updated: text(item.updated),
    lang: text(item.language),
    author: text(item.creator) || text(item.author),
    outlet: text(item.source),
    categories: (item.labels ?? []).map(labelOf),
  };
}

function labelOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { _: own, $: attributes } = value as { _?: string; $?: Record<string, string> };
  return own || attributes?.['label'] || attributes?.['term'] || '';
}
