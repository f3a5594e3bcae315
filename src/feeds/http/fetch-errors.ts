/** What kind of trouble kept an answer from us; the schedule weighs them differently. */
export type FetchFailure =
  | 'address-refused'
  | 'redirect'
  | 'dns'
  | 'dns-again'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'encoding'
  | 'protocol';

/** No answer could be had from `url`; the message says why and what to do. */
export abstract class FetchError extends Error {
  abstract readonly failure: FetchFailure;
  constructor(
    readonly url: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The address leads, or resolves, to where no public feed lives: `refused` says to what. */
export class AddressRefused extends FetchError {
  readonly failure = 'address-refused';
  constructor(
    url: string,
    readonly refused: string,
  ) {
    super(
      url,
      `${url} is refused: ${refused}; use a public http(s) address on port 80, 443, 8080 or 8443 without credentials`,
    );
  }
}

/** A redirect that must not be followed. */
export class RedirectRefused extends FetchError {
  readonly failure = 'redirect';
  constructor(
    url: string,
    readonly location: string,
    reason: string,
  ) {
    super(url, `${url} redirects to ${location || 'nowhere'}: ${reason}; look for the feed's new address`);
  }
}

export class TooManyRedirects extends FetchError {
  readonly failure = 'redirect';
  constructor(
    url: string,
    readonly limit: number,
  ) {
    super(url, `${url} redirects more than ${limit} times; look for the feed's new address`);
  }
}

/** The body, decoded, is longer than `limit` bytes; `bytes` were read before giving up. */
export class FeedTooLarge extends FetchError {
  readonly failure = 'too-large';
  constructor(
    url: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(
      url,
      `${url} sends ${bytes} bytes or more, the limit is ${limit}; ask for a shorter feed of the same outlet`,
    );
  }
}

/** Not done within the total time, however lively the server drips. */
export class DeadlineExceeded extends FetchError {
  readonly failure = 'timeout';
  constructor(
    url: string,
    readonly milliseconds: number,
  ) {
    super(url, `${url} was not read within ${milliseconds} ms; it is asked again later`);
  }
}

export class UnsupportedEncoding extends FetchError {
  readonly failure = 'encoding';
  constructor(
    url: string,
    readonly encoding: string,
  ) {
    super(
      url,
      `${url} is sent as "${encoding}" though only one layer of gzip or br was asked for; tell its outlet`,
    );
  }
}

/** The name does not resolve, nobody answers, TLS fails, or what comes is no HTTP: `code` is the system's word for it. */
export class Unreachable extends FetchError {
  constructor(
    url: string,
    readonly failure: FetchFailure,
    readonly code: string,
    cause: unknown,
  ) {
    super(url, `${url} cannot be reached (${code}): ${reasons[failure] ?? 'it is asked again later'}`, {
      cause,
    });
  }
}

const reasons: Partial<Record<FetchFailure, string>> = {
  dns: 'its name does not exist; check its spelling and whether the outlet moved',
  'dns-again': 'its name cannot be looked up just now; it is asked again later',
  connect: 'its server does not take the connection; it is asked again later',
  tls: 'its certificate is not valid; tell its outlet, or use another address of it',
  timeout: 'its server does not answer in time; it is asked again later',
  protocol: 'its server speaks no proper HTTP; tell its outlet',
};

const failures: readonly (readonly [RegExp, FetchFailure])[] = [
  [/^(ENOTFOUND|ENODATA)$/, 'dns'],
  [/^(EAI_|ESERVFAIL|EREFUSED|ETIMEOUT)/, 'dns-again'],
  [/TIMEOUT|^ETIMEDOUT$/, 'timeout'],
  [/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/, 'tls'],
  [
    /^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES|Z_|ERR_BROTLI|ERR__|UND_ERR_INVALID)/,
    'protocol',
  ],
];

/** Names what undici, node:net, node:tls or zlib threw. */
export function fetchError(url: string, error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return fetchError(url, error.errors[0]);
  const code = (error as NodeJS.ErrnoException).code ?? (error as Error).name ?? 'unknown';
  const failure = failures.find(([pattern]) => pattern.test(code))?.[1] ?? 'connect';
  return new Unreachable(url, failure, code, error);
}
