import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { Gate, type GateLimits } from '../subscriptions/gate';
import { ProofOfWork } from '../subscriptions/proof-of-work';
import { Stamps } from '../subscriptions/stamp';
import type { Ctx, Rooms, SiteEnv } from './context';
import type { SiteDeps } from './deps';
import { notice, show } from './layout';
import { Recent } from './recent';
import { apiRoutes } from './routes/api';
import { confirmRoutes } from './routes/confirm';
import { failed, notFound } from './routes/errors';
import { eventRoutes } from './routes/events';
import { fixedRoutes } from './routes/fixed';
import { ledgerRoutes } from './routes/ledger';
import { operatorRoutes } from './routes/operator';
import { preferencesRoutes } from './routes/preferences';
import { privateFeedRoutes } from './routes/private-feeds';
import { publicFeedRoutes } from './routes/public-feeds';
import { signUpRoutes } from './routes/sign-up';
import { unsubscribeRoutes } from './routes/unsubscribe';
import { SPEECH, acceptedLanguage, isMailLanguage } from './speech';

const MOST_BYTES = 32 * 1024;

/** Nothing but our own files; no script may be injected, no frame may hold us, no address leaks as a referrer. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  Vary: 'Accept-Language',
};

/** The whole site: pages, API and feeds. Runs behind Lambda and behind a plain listener alike. */
export function createSite(deps: SiteDeps, limits?: GateLimits): Hono<SiteEnv> {
  const { clock, tokens } = deps;
  const gate = new Gate(deps.limits, new Stamps(tokens), new ProofOfWork(tokens), clock, limits);
  const rooms: Rooms = { deps, gate, recent: new Recent(deps.stories, deps.queries, clock) };
  const site = new Hono<SiteEnv>();

  site.use(async (c, next) => {
    const wanted = c.req.query('lang');
    c.set('chosen', isMailLanguage(wanted));
    c.set(
      'speech',
      SPEECH[isMailLanguage(wanted) ? wanted : acceptedLanguage(c.req.header('accept-language'))],
    );
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    if (deps.settings.url.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000');
  });
  site.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => {
        const { errors } = (c as unknown as Ctx).var.speech.words;
        const page = {
          title: errors.tooLarge,
          body: notice(errors.tooLarge),
          status: 413,
          personal: true,
        } as const;
        return show(c as unknown as Ctx, deps.settings, page);
      },
    }),
  );
  for (const path of ['/events.atom', '/events.json', '/ledger.atom', '/feed/*']) site.use(path, etag());

  for (const routes of [
    signUpRoutes,
    confirmRoutes,
    preferencesRoutes,
    unsubscribeRoutes,
    eventRoutes,
    ledgerRoutes,
    publicFeedRoutes,
    privateFeedRoutes,
    apiRoutes,
    operatorRoutes,
    fixedRoutes,
  ])
    routes(site, rooms);

  site.notFound((c) => notFound(c, deps.settings));
  site.onError((error, c) => {
    // The path may hold a token: only its first part is logged.
    deps.log.error('site-failed', {
      route: c.req.path.split('/')[1],
      error: error.name,
      message: error.message,
    });
    return failed(c, deps.settings);
  });
  return site;
}
