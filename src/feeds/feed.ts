/** One item of a feed after decoding, parsing and cleaning. */
export interface FeedEntry {
  /** guid / atom:id when present, else the link, else sha-256 of title + day. */
  readonly id: string;
  readonly idFrom: 'guid' | 'link' | 'hash';
  /** Absolute http(s) address with wrappers removed (origLink, redir, Google News kept), or null. */
  readonly link: string | null;
  /** Plain text: entities decoded, tags stripped, white space folded. */
  readonly title: string;
  readonly summary: string;
  /** Full text when the feed carries it (content:encoded, atom content, content_html); else empty. */
  readonly content: string;
  /** ISO instant; null when absent, unreadable or more than 24 h in the future. */
  readonly published: string | null;
  readonly updated: string | null;
  /** BCP 47 tag declared by entry or feed, lower case; null when none. */
  readonly lang: string | null;
  readonly author: string | null;
  /** Original outlet named by the entry (`<source>`, Google News title suffix); null when none. */
  readonly outlet: string | null;
  readonly categories: readonly string[];
}

export interface ParsedFeed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'sitemap';
  readonly reader: 'rss-parser' | 'tolerant' | 'json' | 'sitemap';
  readonly title: string;
  readonly link: string | null;
  readonly lang: string | null;
  readonly entries: readonly FeedEntry[];
  readonly charset: string;
  /** True when nothing declared the charset and windows-1252 was assumed. */
  readonly charsetGuessed: boolean;
  /** True when items beyond the cap were dropped or the document was cut short. */
  readonly truncated: boolean;
  /** Publisher's polling hints. */
  readonly ttlMinutes: number | null;
  readonly updatePeriodMinutes: number | null;
  readonly skipHours: readonly number[];
}

/** A feed to watch, as an OPML list names it. */
export interface FeedListing {
  readonly title: string;
  readonly outlet: string;
  /** ISO 3166-1 alpha-2, or null for wires and international sources. */
  readonly country: string | null;
  readonly lang: string | null;
  readonly url: string;
  readonly siteUrl: string | null;
  /** `national`, `regional`, `wire`, `politics`, `ngo`, `query`, … as in the list. */
  readonly kind: string;
  readonly enabled: boolean;
  /** Known problems and advice, free text. */
  readonly note: string | null;
}
