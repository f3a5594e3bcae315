import { Parser } from 'htmlparser2';
import { decodeBody } from './decode';
import type { Answer } from './http/client';
import { resolveLink } from './links';

/** A feed that a page or its headers name. */
export interface NamedFeed {
  readonly url: string;
  readonly title: string;
}

const feedType =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|text\/xml|application\/xml)\b/i;
/** WordPress names a comment feed beside every feed, and an oEmbed address as JSON. */
const noFeed = /\/comments\/feed|\/wp-json\/|oembed/i;
const mostFeeds = 20;

/** Feeds that a page names with `<link rel="alternate">`, in its order; relative addresses follow its base. */
export function feedsInPage(html: string, pageUrl: string): NamedFeed[] {
  const found: NamedFeed[] = [];
  let base = pageUrl;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '', title = '' }) {
      if (name === 'base' && href) base = resolveLink(href, pageUrl) ?? pageUrl;
      if (name !== 'link' || !/\balternate\b/i.test(rel) || !feedType.test(type.trim())) return;
      addFeed(found, resolveLink(href, base), title);
    },
  });
  parser.end(html.slice(0, 1_000_000));
  return found;
}

/** Feeds that a `Link` header names. */
export function feedsInHeader(header: string | undefined, pageUrl: string): NamedFeed[] {
  const found: NamedFeed[] = [];
  for (const [, href, parameters = ''] of (header ?? '').slice(0, 8_000).matchAll(/<([^>]*)>([^<]*)/g)) {
    const of = (name: string) =>
      new RegExp(`;\\s*${name}\\s*=\\s*"?([^";,]*)`, 'i').exec(parameters)?.[1] ?? '';
    if (/\balternate\b/i.test(of('rel')) && feedType.test(of('type')))
      addFeed(found, resolveLink(href ?? '', pageUrl), of('title'));
  }
  return found;
}

function addFeed(found: NamedFeed[], url: string | null, title: string): void {
  if (!url || noFeed.test(url) || found.length >= mostFeeds || found.some((feed) => feed.url === url)) return;
  found.push({ url, title: title.replace(/\s+/g, ' ').trim() });
}

/** The first few feeds that a page at a feed's address names: for a person to choose from, never taken by themselves. */
export function proposalsIn({ body, headers, url }: Answer): string[] {
  const page = decodeBody(body, headers['content-type']).text;
  const named = [...feedsInHeader(headers['link'], url), ...feedsInPage(page, url)];
  return [...new Set(named.map((feed) => feed.url))].slice(0, 3);
}
