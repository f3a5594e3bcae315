import type { Hono } from 'hono';
import { Links } from '../../subscriptions/links';
import type { Rooms, SiteEnv } from '../context';
import { ATOM_TYPE, type FeedOut, JSON_FEED_TYPE, atom, jsonFeed } from '../feeds-out';
import { SPEECH } from '../speech';
import { baseOf } from './public-feeds';

/** What a subscription found in the last 30 days, as Atom or JSON Feed, for whoever holds its secret address. */
export function privateFeedRoutes(site: Hono<SiteEnv>, { deps, recent }: Rooms): void {
  site.get('/feed/:subscriptionId/:file', async (c) => {
    const { subscriptionId, file } = c.req.param();
    const [token = '', format] = file.split('.');
    const known =
      deps.tokens.check(token, 'feed', subscriptionId) && (format === 'atom' || format === 'json');
    const row = known ? await deps.subscriptions.get(subscriptionId, deps.clock.now()) : null;
    if (!row || row.state === 'pending' || row.state === 'unsubscribed') return c.text('410 Gone', 410);
    const query = deps.queries.parseQuery(row.query);
    const found = await recent.find(query);
    const base = baseOf(c, deps);
    const feed: FeedOut = {
      title: `${deps.settings.name} · ${deps.queries.describeQuery(query, row.language)}`,
      self: new Links(base, deps.tokens).feed(subscriptionId, format === 'json' ? 'json' : 'atom'),
      home: `${base}/`,
      author: deps.settings.name,
      updated: found[0]?.published ?? row.createdAt,
      items: found.map((event) => ({
        id: `event:${event.eventId}`,
        title: event.title,
        lang: event.lang,
        link: `${base}/events/${event.eventId}`,
        published: event.published,
        updated: event.published,
        text: `${event.outlet} · ${SPEECH[row.language].count(SPEECH[row.language].words.events.outlets, event.stories)}`,
      })),
    };
    c.header('Cache-Control', 'private, max-age=600');
    c.header('X-Robots-Tag', 'noindex, nofollow');
    return format === 'json'
      ? c.body(jsonFeed(feed), 200, { 'Content-Type': JSON_FEED_TYPE })
      : c.body(atom(feed), 200, { 'Content-Type': ATOM_TYPE });
  });
}
