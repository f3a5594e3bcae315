import type { Clock } from '../clock';
import { isChallenge } from '../feeds/challenge';
import { decodeBody } from '../feeds/decode';
import type { Answer, HttpGet } from '../feeds/http/client';
import { FeedTooLarge, FetchError } from '../feeds/http/fetch-errors';
import type { Politeness } from '../feeds/politeness';
import { Robots } from '../feeds/robots';
import { domainOf } from '../feeds/state';
import { type Article, unread } from './article';
import { extractArticle, FEWEST_CHARACTERS } from './extract';
import { PageTooComplex } from './page-scan';

export interface ArticleDeps {
  readonly http: HttpGet;
  readonly politeness: Politeness;
  readonly clock: Clock;
  /** One for a whole run, with a cache beyond it; made for the client when absent. */
  readonly robots?: Robots;
}

const mostBytes = 2 * 1024 * 1024;
const robotsOf = new WeakMap<HttpGet, Robots>();

/** Reads the page of a story, if its host lets us. Never throws for what a page does: the outcome says it. */
export async function readArticle(url: string, deps: ArticleDeps): Promise<Article> {
  if (!URL.canParse(url)) return unread('failed', `${url} is no address`);
  const robots = deps.robots ?? ownRobots(deps);
  try {
    if (!(await robots.allows(url))) return unread('robots', 'robots.txt of the host does not allow it');
    const answer = await deps.politeness.turn(domainOf(url), () =>
      deps.http.get(url, { accept: 'text/html, application/xhtml+xml', bodyBytes: mostBytes }),
    );
    if (answer.hops.length > 0 && !(await robots.allows(answer.url)))
      return unread('robots', `robots.txt of ${new URL(answer.url).host} does not allow it`);
    return readAnswer(answer, deps.clock.now());
  } catch (error) {
    if (error instanceof FeedTooLarge)
      return unread('too-large', `the page is longer than ${error.limit} bytes`);
    if (error instanceof FetchError) return unread('failed', error.message);
    throw error;
  }
}

function readAnswer(answer: Answer, now: Date): Article {
  const { status, headers, body, url } = answer;
  if (isChallenge(answer))
    return unread('challenge', `a bot check stands before the page (status ${status})`);
  if (status === 401 || status === 402)
    return unread('paywall', `the page is for subscribers (status ${status})`);
  if (status < 200 || status >= 300) return unread('failed', `the server answered with status ${status}`);
  const type = headers['content-type'] ?? 'text/html';
  if (!/html|text\/plain/i.test(type)) return unread('not-html', `it is ${type}, not a page`);
  try {
    const { paywalled, ...extract } = extractArticle(decodeBody(body, type).text, url, now);
    if (paywalled)
      return { ...extract, outcome: 'paywall', reason: 'only a teaser is given to those who do not pay' };
    if (extract.text.length < FEWEST_CHARACTERS)
      return { ...extract, text: '', outcome: 'failed', reason: 'no article text was found in the page' };
    return { ...extract, outcome: 'read', reason: '' };
  } catch (error) {
    if (error instanceof PageTooComplex) return unread('too-large', error.message);
    throw error;
  }
}

function ownRobots(deps: ArticleDeps): Robots {
  const known = robotsOf.get(deps.http) ?? new Robots(deps);
  robotsOf.set(deps.http, known);
  return known;
}
