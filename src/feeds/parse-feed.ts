import { decodeBody } from './decode';
import { entryFrom } from './entry';
import type { ParsedFeed } from './feed';
import { readJsonFeed } from './json-feed';
import { languageTag } from './language-tag';
import { documentBase, resolveLink } from './links';
import { readNewsSitemap } from './news-sitemap';
import { plainText } from './plain-text';
import type { RawFeed } from './raw-feed';
import { notAFeed } from './recognise';
import { readXmlFeed } from './xml-feed';
import { xmlTree } from './xml-tree';

export interface FeedContext {
  /** Address the body came from, after redirects. */
  readonly url: string;
  readonly contentType?: string | null;
  readonly contentLocation?: string | null;
  readonly now: Date;
  /** IANA zone of the outlet, for dates without one; UTC when absent. */
  readonly timeZone?: string | null;
}

/**
 * Reads the body of a feed in any dialect and charset. Entries beyond 1,000 are dropped.
 * @throws NotAFeed when the body is something else, saying what
 */
export function parseFeed(bytes: Uint8Array, context: FeedContext): ParsedFeed {
  const { text, charset, guessed } = decodeBody(bytes, context.contentType);
  const timeZone = context.timeZone ?? null;
  const raw = readRaw(text, documentBase(context));
  if (!raw) throw notAFeed(text, context.url);
  const base = raw.base || documentBase({ ...context, channelLink: raw.link });
  const lang = languageTag(raw.lang);
  return {
    format: raw.format,
    reader: raw.reader,
    title: plainText(raw.title.slice(0, 10_000)),
    link: resolveLink(raw.link, base),
    lang,
    entries: raw.entries.map((entry) => entryFrom(entry, { base, lang, now: context.now, timeZone })),
    charset,
    charsetGuessed: guessed,
    truncated: raw.truncated,
    ttlMinutes: raw.ttlMinutes,
    updatePeriodMinutes: raw.updatePeriodMinutes,
    skipHours: raw.skipHours,
  };
}

function readRaw(text: string, base: string | null): RawFeed | null {
  if (/^\s*[{[]/.test(text.slice(0, 200))) return readJsonFeed(jsonOf(text));
  const tree = xmlTree(text);
  return readXmlFeed(tree, base) ?? readNewsSitemap(tree);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
