import { parse as parseHost } from 'tldts';
import { unwrapLink } from './link-wrappers';
import { isTracking } from './tracking-parameters';

/** Longer text is no article's address. */
const maxLength = 4_096;
const unreserved = /^[\w.~-]$/;

/**
 * The identity of a story: one form for all addresses of one article. https, no `www.`, `m.` or `amp.` host, no AMP
 * path or cache, no tracking parameters, port, credentials, fragment or trailing slash; parameters sorted. Whatever
 * may name another article (`?id=12`, path case) stays. Idempotent; text that is no http address comes back trimmed.
 */
export function canonicalUrl(url: string): string {
  let current = url.trim();
  if (current.length > maxLength) return current;
  for (let round = 0; round < 20; round++) {
    const next = oneForm(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function oneForm(link: string): string {
  const unwrapped = unwrapLink(link);
  if (!URL.canParse(unwrapped)) return link;
  const url = new URL(unwrapped);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return link;
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const host = plainHost(url.hostname);
  const path = plainPath(url.pathname, host);
  const query = plainQuery(url.search, host);
  const route = url.hash.startsWith('#!') ? url.hash : '';
  return `https://${host}${port}${path}${query}${route}`;
}

/** Without the mobile and AMP labels in front of a registrable domain; `m.me` is a name of its own. */
function plainHost(hostname: string): string {
  let host = hostname.replace(/\.+$/, '');
  for (;;) {
    const shorter = host.replace(/^(?:www|m|amp|mobile|movil)\./, '');
    if (shorter === host || parseHost(shorter).domain === null) return host;
    host = shorter;
  }
}

const ampPath = /^\/amp(?=\/.)|\/amp(?:\.html)?\/?$|\.amp$|\.amp(?=\.html$)/;

function plainPath(pathname: string, host: string): string {
  let path = pathname.replace(/%([\da-f]{2})/gi, (code, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return unreserved.test(character) ? character : code.toUpperCase();
  });
  if (host === 'news.google.com') path = path.replace(/^\/(?:rss\/)?(?:articles|read)\//, '/rss/articles/');
  path = path.replace(ampPath, '').replace(/\/+$/, '');
  return path === '' ? '/' : path;
}

function plainQuery(search: string, host: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair, host))
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}
