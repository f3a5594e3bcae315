import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Origin } from '../subscriptions/consent';
import type { Gate } from '../subscriptions/gate';
import type { SiteDeps } from './deps';
import type { Recent } from './recent';
import type { Speech } from './speech';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface SiteEnv {
  /** What the host puts in: Lambda its event, our listener the peer's address. */
  Bindings: {
    readonly ip?: string;
    readonly event?: { readonly requestContext?: { readonly http?: { readonly sourceIp?: string } } };
  };
  Variables: {
    speech: Speech;
    /** True when the language was chosen by `?lang=` and links must carry it on. */
    readonly chosen: boolean;
  };
}

export type Ctx = Context<SiteEnv>;

/** What routes work with: the deps and what is made of them once. */
export interface Rooms {
  readonly deps: SiteDeps;
  readonly gate: Gate;
  readonly recent: Recent;
}

/** The peer's address, as the platform saw it. Headers a client can forge are not asked. */
export const ipOf = (c: Ctx): string => c.env?.event?.requestContext?.http?.sourceIp ?? c.env?.ip ?? '';

/** Where a request came from, for the consent record. `form` is a path without tokens. */
export const originOf = (c: Ctx, form: string): Origin => ({
  ip: ipOf(c),
  userAgent: (c.req.header('user-agent') ?? '').replace(/\p{C}/gu, ' ').slice(0, 300),
  form,
  locale: c.var.speech.lang,
});

/** The home page with a query filled in and previewed. */
export const queryPath = (query: string): string =>
  `/?q=${encodeURIComponent(query.replace(/\p{Cs}/gu, '\ufffd'))}#subscribe`;

/** An internal link that keeps the chosen language. */
export function hrefIn(speech: Speech, chosen: boolean, path: string): string {
  if (!chosen) return path;
  const [before, fragment] = path.split('#');
  const link = `${before}${before!.includes('?') ? '&' : '?'}lang=${speech.lang}`;
  return fragment === undefined ? link : `${link}#${fragment}`;
}
