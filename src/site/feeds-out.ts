/** Text that XML can carry: markup escaped, characters XML forbids left out. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export interface FeedItem {
  /** Stable; unique over all feeds of the installation. */
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly link: string;
  /** ISO instants. */
  readonly published: string;
  readonly updated: string;
  readonly text: string;
}

export interface FeedOut {
  readonly title: string;
  readonly self: string;
  readonly home: string;
  readonly author: string;
  /** ISO instant of the newest change; of the feed's making when it is empty. */
  readonly updated: string;
  readonly items: readonly FeedItem[];
}

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';
export const JSON_FEED_TYPE = 'application/feed+json; charset=utf-8';

export function atom(feed: FeedOut): string {
  const entries = feed.items.map(
    (item) => `<entry xml:lang="${xml(item.lang)}">
<id>urn:vigia:${xml(item.id)}</id><title>${xml(item.title)}</title><link href="${xml(item.link)}"/>
<published>${item.published}</published><updated>${item.updated}</updated><summary>${xml(item.text)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xml(feed.self)}</id><title>${xml(feed.title)}</title><updated>${feed.updated}</updated>
<author><name>${xml(feed.author)}</name></author>
<link rel="self" href="${xml(feed.self)}"/><link href="${xml(feed.home)}"/>
${entries.join('\n')}
</feed>
`;
}

export const jsonFeed = (feed: FeedOut): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    authors: [{ name: feed.author }],
    items: feed.items.map((item) => ({
      id: `urn:vigia:${item.id}`,
      url: item.link,
      title: item.title,
      content_text: item.text,
      date_published: item.published,
      date_modified: item.updated,
      language: item.lang,
    })),
  });
