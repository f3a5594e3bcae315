import type { RawEntry, RawFeed } from './raw-feed';
import { child, childrenNamed, childText } from './xml-query';
import type { XmlElement, XmlTree } from './xml-tree';

/** A Google News sitemap; null for sitemaps without news, which carry no titles. */
export function readNewsSitemap({ root, truncated }: XmlTree): RawFeed | null {
  if (root.name.replace(/^.*:/, '') !== 'urlset') return null;
  const pages = childrenNamed(root, 'url').filter((page) => page.closed && child(page, 'news:news') !== null);
  if (pages.length === 0) return null;
  return {
    format: 'sitemap',
    reader: 'sitemap',
    title: '',
    link: '',
    base: '',
    lang: '',
    entries: pages.map(entryOf),
    truncated,
    ttlMinutes: null,
    updatePeriodMinutes: null,
    skipHours: [],
  };
}

function entryOf(page: XmlElement): RawEntry {
  const news = child(page, 'news:news') ?? page;
  const publication = child(news, 'news:publication') ?? news;
  const link = childText(page, 'loc');
  return {
    guid: '',
    guidIsLink: false,
    links: link === '' ? [] : [link],
    base: '',
    title: childText(news, 'news:title'),
    summary: '',
    content: '',
    published: childText(news, 'news:publication_date'),
    updated: childText(page, 'lastmod'),
    lang: childText(publication, 'news:language'),
    author: '',
    outlet: childText(publication, 'news:name'),
    categories: childText(news, 'news:keywords').split(',').filter(Boolean),
  };
}
