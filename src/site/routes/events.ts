import type { Hono } from 'hono';
import { html } from 'hono/html';
import { type Rooms, type SiteEnv, hrefIn } from '../context';
import { show } from '../layout';
import { eventList } from '../pages/event-list';
import { eventPage } from '../pages/event';
import { notFound } from './errors';

const PAGE = 30;
/** Stories whose reasons are shown; the rest agree or are copies. */
const EXPLAINED = 4;

export function eventRoutes(site: Hono<SiteEnv>, { deps }: Rooms): void {
  site.get('/events', async (c) => {
    const { speech, chosen } = c.var;
    const { words } = speech;
    const to = (path: string) => hrefIn(speech, chosen, path);
    const before = /^\d{4}-[\dT:.Z-]{6,20}$/.exec(c.req.query('before') ?? '')?.[0];
    const events = await deps.events.recent(PAGE, before);
    const last = events.at(-1)?.last;
    const older = events.length === PAGE && last ? to(`/events?before=${encodeURIComponent(last)}`) : null;
    const body = html`<h1>${words.events.title}</h1>
      ${events.length ? eventList(events, speech, to) : html`<p>${words.home.none}</p>`}
      ${older ? html`<p><a class="button" href="${older}" rel="next">${words.events.older}</a></p>` : ''}`;
    return show(c, deps.settings, { title: words.events.title, body, feed: '/events.atom' });
  });

  site.get('/events/:id', async (c) => {
    const { speech, chosen } = c.var;
    const id = c.req.param('id');
    const event = /^[\w-]{1,64}$/.test(id) ? await deps.events.get(id) : null;
    if (!event) return notFound(c, deps.settings);
    const to = (path: string) => hrefIn(speech, chosen, path);
    if (event.id !== id) return c.redirect(to(`/events/${event.id}`), 301);
    const originals = event.stories.filter((story) => story.copyOf === null).slice(0, EXPLAINED);
    const read = await Promise.all(originals.map((story) => deps.stories.get(story.id)));
    const page = eventPage(
      event,
      read.filter((story) => story !== null),
      speech,
      to,
    );
    return show(c, deps.settings, { ...page, feed: '/events.atom' });
  });
}
