import type { Hono } from 'hono';
import type { NewsEvent } from '../../events/event';
import type { Ctx, Rooms, SiteEnv } from '../context';
import type { SiteDeps } from '../deps';
import { ATOM_TYPE, type FeedOut, JSON_FEED_TYPE, atom, jsonFeed } from '../feeds-out';
import { headline, visitLine } from '../pages/event-list';

const LATEST = 50;

/** The site's public address, or the one it was asked under while none is set. */
export const baseOf = (c: Ctx, deps: SiteDeps): string => deps.settings.url || new URL(c.req.url).origin;

export function eventFeed(c: Ctx, deps: SiteDeps, events: readonly NewsEvent[], title: string): FeedOut {
  const { speech } = c.var;
  const base = baseOf(c, deps);
  return {
    title: `${deps.settings.name} · ${title}`,
    self: `${base}${c.req.path}${new URL(c.req.url).search}`,
    home: `${base}/`,
    author: deps.settings.name,
    updated:
      events
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? deps.clock.now().toISOString(),
    items: events.map((event) => {
      const { text, lang } = headline(event, speech);
      const outlets = [...new Set(event.stories.map(({ outlet }) => outlet))].join(', ');
      return {
        id: `event:${event.id}`,
        title: text,
        lang,
        link: `${base}/events/${event.id}`,
        published: event.first,
        updated: event.last,
        text: [event.visit && visitLine(event.visit, speech), outlets].filter(Boolean).join(' — '),
      };
    }),
  };
}

export function publicFeedRoutes(site: Hono<SiteEnv>, { deps }: Rooms): void {
  const latest = async (c: Ctx) => {
    c.header('Cache-Control', 'public, max-age=300');
    return eventFeed(c, deps, await deps.events.recent(LATEST), c.var.speech.words.events.title);
  };
  site.get('/events.atom', async (c) => c.body(atom(await latest(c)), 200, { 'Content-Type': ATOM_TYPE }));
  site.get('/events.json', async (c) =>
    c.body(jsonFeed(await latest(c)), 200, { 'Content-Type': JSON_FEED_TYPE }),
  );
}
