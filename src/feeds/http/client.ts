import { Agent, type Dispatcher } from 'undici';
import { readBody } from './body';
import { type ConnectorOptions, guardedConnector } from './connector';
import {
  AddressRefused,
  DeadlineExceeded,
  fetchError,
  RedirectRefused,
  TooManyRedirects,
} from './fetch-errors';
import { checkUrl } from './guard';

export interface HttpOptions extends Omit<ConnectorOptions, 'connectMs'> {
  /** See `userAgent`. */
  readonly userAgent: string;
  readonly limits?: Partial<HttpLimits>;
}

export interface HttpLimits {
  readonly connectMs: number;
  readonly headersMs: number;
  /** For the whole exchange: redirects, headers, body. */
  readonly totalMs: number;
  /** Of the body, decoded. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly redirects: number;
}

export const HTTP_LIMITS: HttpLimits = {
  connectMs: 5_000,
  headersMs: 10_000,
  totalMs: 20_000,
  bodyBytes: 5 * 1024 * 1024,
  headerBytes: 32 * 1024,
  redirects: 5,
};

/** Of an error page, only as much as tells a challenge from a login. */
const errorBodyBytes = 64 * 1024;

export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly status: number;
  /** 301 and 308. */
  readonly permanent: boolean;
}

export interface Answer {
  readonly status: number;
  /** By lower-case name; repeated ones joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded; of an error page at most its first 64 KB. */
  readonly body: Uint8Array;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly hops: readonly Hop[];
}

export interface GetOptions {
  readonly accept?: string;
  /** More headers for one address: validators belong to the address that gave them. */
  readonly headersFor?: (url: string) => Readonly<Record<string, string>>;
  /** Bytes of decoded body, instead of the client's limit. */
  readonly bodyBytes?: number;
}

/** What the doors need of it; a test may give another. */
export type HttpGet = Pick<HttpClient, 'get' | 'product'>;

/** How we present ourselves: a name, a version and a place to complain to (an address or `mailto:`). */
export const userAgent = (name: string, version: string, contact: string): string =>
  `Mozilla/5.0 (compatible; ${asToken(name)}/${version}; +${contact})`;

const asToken = (name: string) => name.normalize('NFD').replace(/[^\w.-]+/g, '') || 'Vigia';

/**
 * Reads public addresses over HTTP/1.1, kept alive while the client lives. Guarded on every hop, bounded in time and
 * size, without cookies; gzip and br only. Any status is an answer; no answer is a `FetchError`.
 */
export class HttpClient {
  /** The name robots.txt knows us by. */
  readonly product: string;
  private readonly agent: Agent;
  private readonly limits: HttpLimits;

  constructor(private readonly options: HttpOptions) {
    this.limits = { ...HTTP_LIMITS, ...options.limits };
    this.product = /compatible; ([\w.-]+)/.exec(options.userAgent)?.[1] ?? options.userAgent;
    this.agent = new Agent({
      connect: guardedConnector({ ...options, connectMs: this.limits.connectMs }),
      connections: 2,
      pipelining: 1,
      keepAliveTimeout: 10_000,
      maxHeaderSize: this.limits.headerBytes,
      headersTimeout: this.limits.headersMs,
      bodyTimeout: this.limits.totalMs,
    });
  }

  /** @throws FetchError */
  get(url: string, options: GetOptions = {}): Promise<Answer> {
    return this.within(url, (signal) => this.follow(url, options, signal));
  }

  /** Posts a text once; a redirect is an answer and is not followed. @throws FetchError */
  post(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.within(url, async (signal) => {
      const target = parsed(url, url);
      checkUrl(target, this.options);
      const response = await this.request(target, { headersFor: () => headers }, signal, body);
      return this.answer(response, target, []);
    });
  }

  private async within(url: string, exchange: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const stop = new AbortController();
    const { totalMs } = this.limits;
    const timer = setTimeout(() => stop.abort(new DeadlineExceeded(url, totalMs)), totalMs);
    try {
      if (!URL.canParse(url)) throw new AddressRefused(url, 'it is no address');
      return await exchange(stop.signal);
    } catch (error) {
      throw fetchError(url, stop.signal.aborted ? stop.signal.reason : error);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async follow(first: string, options: GetOptions, signal: AbortSignal): Promise<Answer> {
    const hops: Hop[] = [];
    let url = parsed(first, first);
    checkUrl(url, this.options);
    for (;;) {
      const response = await this.request(url, options, signal);
      const status = response.statusCode;
      const location = flat(response.headers)['location'];
      if (!redirects.has(status) || !location) return this.answer(response, url, hops, options.bodyBytes);
      await response.body.dump({ limit: errorBodyBytes, signal });
      const next = parsed(location, url.href);
      checkUrl(next, this.options);
      if (url.protocol === 'https:' && next.protocol === 'http:')
        throw new RedirectRefused(url.href, next.href, 'it leads from https to http');
      hops.push({ from: url.href, to: next.href, status, permanent: status === 301 || status === 308 });
      if (hops.length > this.limits.redirects) throw new TooManyRedirects(first, this.limits.redirects);
      url = next;
    }
  }

  private async answer(
    response: Dispatcher.ResponseData,
    { href }: URL,
    hops: readonly Hop[],
    bodyBytes = this.limits.bodyBytes,
  ): Promise<Answer> {
    const status = response.statusCode;
    const headers = flat(response.headers);
    const body = await readBody(response.body, {
      url: href,
      contentEncoding: headers['content-encoding'],
      limit: status < 400 ? bodyBytes : errorBodyBytes,
      cut: status >= 400,
    });
    return { status, headers, body, url: href, hops };
  }

  private request(
    url: URL,
    options: GetOptions,
    signal: AbortSignal,
    body?: string,
  ): Promise<Dispatcher.ResponseData> {
    return this.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: body === undefined ? 'GET' : 'POST',
      body,
      signal,
      headers: {
        'user-agent': this.options.userAgent,
        accept: options.accept ?? '*/*',
        'accept-encoding': 'gzip, br',
        ...options.headersFor?.(url.href),
      },
    });
  }
}

const redirects = new Set([301, 302, 303, 307, 308]);

function parsed(address: string, base: string): URL {
  if (!URL.canParse(address, base)) throw new RedirectRefused(base, address, 'that is no address');
  const url = new URL(address, base);
  url.hash = '';
  return url;
}

const flat = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
