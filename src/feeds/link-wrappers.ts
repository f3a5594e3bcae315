interface Wrapper {
  readonly host: RegExp;
  readonly path?: RegExp;
  /** Query parameters that may hold the address. */
  readonly parameters?: readonly string[];
  /** Finds the address in path and query. */
  readonly inPath?: RegExp;
}

/** Addresses that only count a click or serve a copy and carry the real one inside. Google News cannot be opened. */
const wrappers: readonly Wrapper[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^news\.url\.google\.com$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, inPath: /^\/amp\/(s\/)?(.+)$/ },
  {
    host: /\.cdn\.ampproject\.org$|^cdn\.ampproject\.org$/,
    inPath: /^\/(?:[a-z]\/)+?(s\/)?([^/]+\.[^/]+.*)$/,
  },
  { host: /(?:^|\.)bing-amp\.com$/, inPath: /^\/c\/(s\/)?(.+)$/ },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/i, parameters: ['url'] },
  { host: /^redir\.folha\.(?:uol\.)?com\.br$/, inPath: /\*()(https?:\/{1,2}.+)$/ },
  { host: /^[\w.-]+$/, path: /^\/(?:redir|redirect|r)\//, inPath: /\*()(https?:\/{1,2}.+)$/ },
  { host: /^(?:l|lm)\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^l\.instagram\.com$/, parameters: ['u'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, parameters: ['url'] },
  { host: /^r\.search\.yahoo\.com$/, inPath: /\/RU=()(https?(?:%3a|:)[^/]+)\/RK/i },
];

/** Nobody wraps deeper; a longer chain is made to keep us busy. */
const maxDepth = 8;

/** The address inside a redirect or AMP-cache address, however often it is wrapped; others come back as they are. */
export function unwrapLink(link: string): string {
  let current = link;
  for (let depth = 0; depth < maxDepth; depth++) {
    const inner = inside(current);
    if (inner === null || inner.length >= current.length) break;
    current = inner;
  }
  return current;
}

/** Cheap sign that one of the wrappers may apply. */
const suspicious =
  /google\.|ampproject|bing|folha|facebook|instagram|umblr|youtube|safelinks|yahoo|\/(?:redir|redirect|r)\//i;

function inside(link: string): string | null {
  if (!suspicious.test(link) || !URL.canParse(link)) return null;
  const url = new URL(link);
  for (const wrapper of wrappers) {
    if (!wrapper.host.test(url.hostname) || (wrapper.path && !wrapper.path.test(url.pathname))) continue;
    const inner = parameterOf(url, wrapper.parameters ?? []) ?? pathOf(url, wrapper.inPath);
    if (inner !== null) return inner;
  }
  return null;
}

const parameterOf = (url: URL, names: readonly string[]): string | null =>
  names.map((name) => httpAddress(url.searchParams.get(name) ?? '')).find((address) => address !== null) ??
  null;

function pathOf(url: URL, pattern: RegExp | undefined): string | null {
  const found = pattern?.exec(url.pathname + url.search);
  if (!found) return null;
  const address = found[2] ?? '';
  if (/^https?%3a/i.test(address)) return httpAddress(decoded(address));
  return httpAddress(
    /^https?:/i.test(address)
      ? address.replace(/^(https?:)\/+/i, '$1//')
      : `${found[1] ? 'https' : 'http'}://${address}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function httpAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.hostname.includes('.') ? url.href : null;
}
