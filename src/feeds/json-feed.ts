import type { RawEntry, RawFeed } from './raw-feed';
import { maxItems } from './xml-tree';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const asHtml = (plain: string): string => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** JSON Feed 1.0 and 1.1, whatever is missing in it; null when `document` is other JSON. */
export function readJsonFeed(document: unknown): RawFeed | null {
  if (!isObject(document) || !Array.isArray(document['items'])) return null;
  const items = document['items'].filter(isObject);
  const declared = text(document['version']).includes('jsonfeed.org');
  const plausible = items.some((item) => text(item['url']) !== '' || text(item['id']) !== '');
  if (!declared && !plausible) return null;
  return {
    format: 'json',
    reader: 'json',
    title: asHtml(text(document['title'])),
    link: text(document['home_page_url']),
    base: '',
    lang: text(document['language']),
    entries: items.slice(0, maxItems).map(entryOf),
    truncated: items.length > maxItems,
    ttlMinutes: null,
    updatePeriodMinutes: null,
    skipHours: [],
  };
}

function entryOf(item: Json): RawEntry {
  const authors = [...list(item['authors']), item['author']]
    .filter(isObject)
    .map((author) => text(author['name']));
  return {
    guid: text(item['id']),
    guidIsLink: true,
    links: [text(item['url']), text(item['external_url'])].filter((link) => link !== ''),
    base: '',
    title: asHtml(text(item['title'])),
    summary: asHtml(text(item['summary'])),
    content: text(item['content_html']) || asHtml(text(item['content_text'])),
    published: text(item['date_published']),
    updated: text(item['date_modified']),
    lang: text(item['language']),
    author: asHtml(authors.filter((name) => name !== '').join(', ')),
    outlet: '',
    categories: list(item['tags']).map(text),
  };
}
