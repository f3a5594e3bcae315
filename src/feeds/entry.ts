import { createHash } from 'node:crypto';
import { feedDate } from './dates';
import type { FeedEntry } from './feed';
import { nestedBase, resolveLink } from './links';
import { languageTag } from './language-tag';
import { outletAndTitle } from './outlet-suffix';
import { plainText } from './plain-text';
import type { RawEntry } from './raw-feed';

/** HTML read of one field, and text kept of it: a page of a newspaper is 5,000 characters. */
const maxHtml = 400_000;
const maxText = { title: 1_000, summary: 20_000, content: 100_000 };

export interface EntryContext {
  readonly base: string | null;
  readonly lang: string | null;
  readonly now: Date;
  readonly timeZone: string | null;
}

/** Cleans, resolves and dates what a reader found. */
export function entryFrom(raw: RawEntry, { base, lang, now, timeZone }: EntryContext): FeedEntry {
  const text = (html: string, limit: number): string =>
    html === '' ? '' : plainText(html.length > maxHtml ? html.slice(0, maxHtml) : html).slice(0, limit);
  const link = linkOf(raw, raw.base || base);
  const { title, outlet } = outletAndTitle(text(raw.title, maxText.title), text(raw.outlet, 200), link);
  const updated = feedDate(raw.updated, now, timeZone);
  const published = feedDate(raw.published, now, timeZone) ?? updated;
  const summary = text(raw.summary, maxText.summary);
  const { id, idFrom } = identity(raw, link, title, published);
  return {
    id,
    idFrom,
    link,
    title,
    // Google News repeats title and outlet where a summary should be.
    summary: summary === `${title} ${outlet}` ? '' : summary,
    content: text(raw.content, maxText.content),
    published,
    updated,
    lang: languageTag(raw.lang) ?? lang,
    author: authorName(text(raw.author, 300)),
    outlet,
    categories: [...new Set(raw.categories.slice(0, 50).map((each) => text(each, 100)))].filter(
      (each) => each !== '',
    ),
  };
}

function linkOf(raw: RawEntry, base: string | null): string | null {
  for (const link of raw.links) {
    const resolved = resolveLink(link, base);
    if (resolved) return resolved;
  }
  return raw.guidIsLink && /^(?:https?:)?\//i.test(raw.guid)
    ? resolveLink(raw.guid, nestedBase(raw.base, base))
    : null;
}

function identity(
  raw: RawEntry,
  link: string | null,
  title: string,
  published: string | null,
): Pick<FeedEntry, 'id' | 'idFrom'> {
  if (raw.guid !== '') return { id: raw.guid.slice(0, 2_000), idFrom: 'guid' };
  if (link) return { id: link, idFrom: 'link' };
  const day = published?.slice(0, 10) ?? '';
  return { id: createHash('sha256').update(`${title}\n${day}`).digest('hex'), idFrom: 'hash' };
}

/** `redaccion@example.net (Ana Pérez)` is Ana Pérez. */
function authorName(author: string): string | null {
  const name = /^\S+@\S+\s+\((.+)\)$/.exec(author)?.[1] ?? author;
  return name === '' ? null : name;
}
