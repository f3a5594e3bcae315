import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { feedDate } from '../feeds/dates';
import { languageTag } from '../feeds/language-tag';
import { resolveLink } from '../feeds/links';
import { plainText } from '../feeds/plain-text';
import { domainOf } from '../feeds/state';
import type { Article } from './article';
import { cleanParagraphs, subscribersOnly } from './clean-paragraphs';
import { type LinkedArticle, linkedArticle } from './json-ld';
import { showMarkup } from './page-markup';
import { type PageScan, scanPage } from './page-scan';
import { paragraphsOf } from './paragraphs';

/** What could be taken from a page's HTML. */
export interface Extract extends Pick<
  Article,
  'text' | 'title' | 'published' | 'lang' | 'canonical' | 'outlet'
> {
  /** The page says, or shows, that the rest is for subscribers. */
  readonly paywalled: boolean;
}

/** Less than this is no article. */
export const FEWEST_CHARACTERS = 120;
/** A page that keeps its article back shows no more than this of it. */
const longestTeaser = 1_500;
const mostText = 100_000;

/** Main text and declarations of an article page. @throws PageTooComplex */
export function extractArticle(html: string, url: string, now: Date): Extract {
  const page = scanPage(html);
  const linked = linkedArticle(page.jsonLd);
  const title = titleOf(page, linked);
  const text = longest([
    () => readable(page, title),
    () => readable(scanPage(html, { keepChrome: true }), title),
    () => cleanParagraphs(bodyParagraphs(linked?.body ?? ''), title).join('\n\n'),
  ]);
  const free = linked?.free ?? true;
  return {
    text: text.slice(0, mostText),
    title,
    published: publishedOf(page, linked, now),
    lang:
      languageTag(page.lang ?? '') ??
      languageTag(linked?.lang ?? '') ??
      languageTag(page.meta.get('og:locale') ?? ''),
    canonical: canonicalOf(page, linked, url),
    outlet: plainText(page.meta.get('og:site_name') ?? '') || linked?.outlet || null,
    paywalled: (!free || page.paywallMarks || subscribersOnly.test(page.html)) && text.length < longestTeaser,
  };
}

/** The first way that yields an article; else the one that yields most. */
function longest(ways: readonly (() => string)[]): string {
  let best = '';
  for (const way of ways) {
    const text = way();
    if (text.length > best.length) best = text;
    if (best.length >= 3 * FEWEST_CHARACTERS) break;
  }
  return best;
}

/** The extractor's time grows with the elements; beyond these the longer paragraphs of the page must do. */
const mostForExtractor = 4_000;
const fewestInParagraph = 60;

function readable({ html, elements }: PageScan, title: string | null): string {
  const paragraphs =
    elements > mostForExtractor
      ? paragraphsOf(html).filter((each) => each.length >= fewestInParagraph)
      : paragraphsOf(mainHtml(html));
  return cleanParagraphs(paragraphs.map(showMarkup), title).join('\n\n');
}

function mainHtml(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const options = { charThreshold: FEWEST_CHARACTERS, disableJSONLD: true };
  return new Readability(document, options).parse()?.content ?? '';
}

/** `articleBody` is plain text with line breaks, or HTML. */
const bodyParagraphs = (body: string): string[] =>
  /<\/?(?:p|br|div)\b/i.test(body)
    ? paragraphsOf(body)
    : body
        .split(/\n\s*\n|\r?\n/)
        .map(plainText)
        .filter(Boolean);

function titleOf({ meta, firstHeading, title }: PageScan, linked: LinkedArticle | null): string | null {
  const candidates = [linked?.headline, meta.get('og:title'), meta.get('headline'), firstHeading, title];
  return candidates.map((each) => plainText(each ?? '')).find((each) => each !== '') ?? null;
}

function publishedOf({ meta, time }: PageScan, linked: LinkedArticle | null, now: Date): string | null {
  const declared = [
    linked?.published,
    meta.get('article:published_time'),
    meta.get('og:article:published_time'),
    meta.get('datepublished'),
    meta.get('dc.date.issued'),
    meta.get('date'),
    time,
  ];
  return declared.map((each) => feedDate(each, now)).find((each) => each !== null) ?? null;
}

/** A page may name its own address, not one of another outlet. */
function canonicalOf(
  { canonical, meta }: PageScan,
  linked: LinkedArticle | null,
  url: string,
): string | null {
  const declared = [canonical, meta.get('og:url'), linked?.url];
  const own = declared
    .map((each) => resolveLink(each ?? '', url))
    .find((each) => each !== null && domainOf(each) === domainOf(url) && new URL(each).pathname !== '/');
  return own ?? null;
}
