import { unwrapLink } from './link-wrappers';

/** What relative addresses of a document are relative to. */
export interface Bases {
  /** Address the document was finally read from. */
  readonly url: string;
  readonly contentLocation?: string | null;
  readonly channelLink?: string | null;
}

const httpUrl = (text: string, base?: string): URL | null => {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
};

/** The base `xml:base` attributes build on: Content-Location, else the final URL, else the channel's own link. */
export function documentBase({ url, contentLocation, channelLink }: Bases): string | null {
  const base = httpUrl(url) ?? httpUrl(channelLink ?? '');
  const located = contentLocation ? httpUrl(contentLocation, base?.href) : null;
  return (located ?? base)?.href ?? null;
}

/** `href` (an `xml:base`, absolute or relative) on `base`; `base` itself when that makes no http address. */
export const nestedBase = (href: string, base: string | null): string | null =>
  href.trim() === '' ? base : (httpUrl(href.trim(), base ?? undefined)?.href ?? base);

/** Absolute http(s) address of a link as written, wrappers of search engines and counters removed, or null. */
export function resolveLink(written: string, base: string | null): string | null {
  const text = tidy(written);
  if (text === '' || text.length > maxLink) return null;
  if (ordinary.test(text)) return unwrapLink(text);
  const url = httpUrl(text, base ?? undefined);
  return url ? unwrapLink(url.href) : null;
}

/** Longer ones are not addresses of articles. */
const maxLink = 4_096;

/** Absolute addresses that parsing would give back unchanged; labels in x may be Punycode, which parsing checks. */
const ordinary =
  /^https?:\/\/(?:[a-wyz\d][a-z\d-]*\.)+[a-z]{2,}\/(?:[\w~%?=&+-]|\/(?!\.)|(?<![/.])\.(?!\.))*$/;

/** Spaces around, line breaks inside, an escaped `&amp;`, a forgotten scheme. */
function tidy(written: string): string {
  let text = written.trim();
  if (/[\n\r\t]/.test(text)) text = text.replace(/[\n\r\t]+\s*/g, '');
  if (text.includes('&amp;')) text = text.replaceAll('&amp;', '&');
  return /^www\.[\w-]+\.\w/i.test(text) ? `https://${text}` : text;
}
