import { decodeBody } from './decode';
import type { Answer, HttpGet } from './http/client';
import { FetchError } from './http/fetch-errors';
import { feedsInHeader, feedsInPage } from './links-in-page';
import { NotAFeed } from './not-a-feed';
import { parseFeed } from './parse-feed';
import type { Politeness } from './politeness';
import { newest } from './read-feed';
import type { Robots } from './robots';
import { domainOf } from './state';
import type { Clock } from '../clock';

export interface DiscoveryDeps {
  readonly http: HttpGet;
  readonly politeness: Politeness;
  readonly robots: Robots;
  readonly clock: Clock;
}

/** A feed that was found and read. */
export interface DiscoveredFeed {
  readonly url: string;
  readonly title: string;
  readonly format: string;
  readonly items: number;
  /** ISO instant of its newest item. */
  readonly newest: string | null;
  /** `itself`: the address given is one; `header`, `page`: named there; `guess`: at an address that is usual. */
  readonly from: 'itself' | 'header' | 'page' | 'guess';
}

/** Why an address could not be looked at; the message says what to do. */
export class NothingToDiscover extends Error {
  override readonly name = 'NothingToDiscover';
  constructor(
    readonly url: string,
    reason: string,
  ) {
    super(`${url}: ${reason}`);
  }
}

const usualPaths = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/?feed=rss2',
  '/arc/outboundfeeds/rss/',
];
const mostCandidates = 12;

/**
 * Feeds of a site, from any of its addresses: those its headers and page name, else those at usual addresses. Each is
 * read before it is proposed; the host's robots.txt is obeyed.
 * @throws NothingToDiscover when the address itself cannot be read
 */
export async function discoverFeeds(address: string, deps: DiscoveryDeps): Promise<DiscoveredFeed[]> {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(url))
    throw new NothingToDiscover(address, 'this is no address; give one such as https://outlet.example');
  const page = await ask(url, deps).catch((error: unknown) => {
    throw error instanceof FetchError ? new NothingToDiscover(url, error.message) : error;
  });
  if (page === null)
    throw new NothingToDiscover(url, 'robots.txt of the host does not allow it; ask the outlet for its feed');
  const itself = feedIn(page, 'itself', deps.clock.now());
  if (itself) return [itself];
  const named = [
    ...feedsInHeader(page.headers['link'], page.url).map(({ url }) => ({ url, from: 'header' as const })),
    ...feedsInPage(decodeBody(page.body, page.headers['content-type']).text, page.url).map(({ url }) => ({
      url,
      from: 'page' as const,
    })),
  ];
  const found = await readAll(named, deps);
  if (found.length > 0) return found;
  const guesses = usualPaths.map((path) => ({ url: new URL(path, page.url).href, from: 'guess' as const }));
  return readAll(guesses, deps);
}

type Candidate = Pick<DiscoveredFeed, 'url' | 'from'>;

async function readAll(candidates: readonly Candidate[], deps: DiscoveryDeps): Promise<DiscoveredFeed[]> {
  const found = new Map<string, DiscoveredFeed>();
  for (const { url, from } of candidates.slice(0, mostCandidates)) {
    try {
      const answer = await ask(url, deps);
      const feed = answer && feedIn(answer, from, deps.clock.now());
      if (feed && !found.has(feed.url)) found.set(feed.url, feed);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
    }
  }
  return [...found.values()];
}

/** Null where robots.txt keeps us out. */
async function ask(url: string, { http, politeness, robots }: DiscoveryDeps): Promise<Answer | null> {
  if (!(await robots.allows(url))) return null;
  return politeness.turn(domainOf(url), () => http.get(url));
}

function feedIn(answer: Answer, from: DiscoveredFeed['from'], now: Date): DiscoveredFeed | null {
  const { status, body, url, headers } = answer;
  if (status < 200 || status >= 300) return null;
  try {
    const feed = parseFeed(body, { url, contentType: headers['content-type'], now });
    return {
      url,
      title: feed.title,
      format: feed.format,
      items: feed.entries.length,
      newest: newest(feed.entries),
      from,
    };
  } catch (error) {
    if (error instanceof NotAFeed) return null;
    throw error;
  }
}
