import { Parser } from 'htmlparser2';
import { isChrome } from './chrome';
import {
  attributesKept,
  hideMarkup,
  frameElements,
  openTag,
  unreadElements,
  voidElements,
} from './page-markup';

/** A page that is too deep or has too many elements to be worth the time of a hostile or broken one. */
export class PageTooComplex extends Error {
  override readonly name = 'PageTooComplex';
  constructor(
    readonly bound: 'elements' | 'depth',
    readonly limit: number,
  ) {
    super(`the page has more than ${limit} ${bound === 'depth' ? 'levels of nesting' : 'elements'}`);
  }
}

/** A page in one pass: its declarations, and its markup without what is not for reading. */
export interface PageScan {
  /** Small clean HTML of the body, its text with stand-ins for markup characters (see `showMarkup`). */
  readonly html: string;
  /** Elements in `html`. */
  readonly elements: number;
  /** `<meta>` by lower-case name, property or itemprop; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly jsonLd: readonly string[];
  readonly canonical: string | null;
  readonly lang: string | null;
  readonly title: string;
  readonly firstHeading: string;
  /** The first `<time datetime>`. */
  readonly time: string | null;
  /** Markup speaks of a paywall. */
  readonly paywallMarks: boolean;
}

const mostElements = 50_000;
const deepest = 300;
const mostJsonLd = 500_000;
const paywallMark =
  /(?:^|[\s_-])(?:paywall|piano-(?:offer|inline)|tp-modal|meter(?:ed)?-wall|muro-de-pago|premium-(?:wall|content-lock)|subscriber-only|swg-|regwall)/i;

/**
 * @param keepChrome true to drop only scripts and the like, for pages that put their text into odd places
 * @throws PageTooComplex
 */
export function scanPage(source: string, { keepChrome = false } = {}): PageScan {
  const pieces: string[] = [];
  const meta = new Map<string, string>();
  const jsonLd: string[] = [];
  const found = {
    canonical: null as string | null,
    lang: null as string | null,
    time: null as string | null,
  };
  let paywallMarks = false;
  let elements = 0;
  let keptElements = 0;
  let depth = 0;
  /** Depth at which an element was opened whose content is dropped, or 0. */
  let dropped = 0;
  let collecting: 'title' | 'heading' | 'json' | null = null;
  const texts = { title: '', heading: '', json: '' };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (++elements > mostElements) throw new PageTooComplex('elements', mostElements);
      if (!voidElements.has(name) && ++depth > deepest) throw new PageTooComplex('depth', deepest);
      if (name === 'html') found.lang ??= attributes['lang'] ?? null;
      if (name === 'meta') addMeta(meta, attributes);
      if (name === 'link' && attributes['rel']?.toLowerCase() === 'canonical')
        found.canonical ??= attributes['href'] ?? null;
      if (name === 'time' && !dropped) found.time ??= attributes['datetime'] ?? null;
      if (name === 'title' && texts.title === '') collecting = 'title';
      if (name === 'h1' && texts.heading === '' && !dropped) collecting = 'heading';
      if (name === 'script' && /^application\/ld\+json/i.test(attributes['type'] ?? '')) collecting = 'json';
      paywallMarks ||= paywallMark.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
      if (dropped || frameElements.has(name)) return;
      if (unreadElements.has(name) || (!keepChrome && isChrome(name, attributes))) {
        if (!voidElements.has(name)) dropped = depth;
      } else {
        keptElements++;
        pieces.push(openTag(name, attributesKept(attributes)));
      }
    },
    ontext(text) {
      if (collecting) texts[collecting] += text;
      if (!dropped) pieces.push(hideMarkup(text));
    },
    onclosetag(name) {
      if (collecting === 'json' && name === 'script') {
        if (texts.json.length <= mostJsonLd) jsonLd.push(texts.json);
        texts.json = '';
        collecting = null;
      } else if ((collecting === 'title' && name === 'title') || (collecting === 'heading' && name === 'h1'))
        collecting = null;
      if (voidElements.has(name)) return;
      if (!dropped && !frameElements.has(name)) pieces.push(`</${name}>`);
      else if (dropped === depth) dropped = 0;
      depth--;
    },
  });
  parser.end(source);
  const { title, heading } = texts;
  return {
    html: pieces.join(''),
    elements: keptElements,
    meta,
    jsonLd,
    ...found,
    title,
    firstHeading: heading,
    paywallMarks,
  };
}

function addMeta(
  meta: Map<string, string>,
  { property, name, itemprop, content }: Readonly<Record<string, string>>,
): void {
  const key = (property ?? name ?? itemprop ?? '').toLowerCase();
  if (key !== '' && content && !meta.has(key)) meta.set(key, content.slice(0, 2_000));
}
