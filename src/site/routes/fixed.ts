import type { Hono } from 'hono';
import { html } from 'hono/html';
import { ASSETS } from '../assets';
import type { Rooms, SiteEnv } from '../context';
import { show } from '../layout';
import { fill } from '../speech';

const SECRET_PATHS = [
  '/confirm/',
  '/not-me/',
  '/preferences/',
  '/unsubscribe',
  '/feed/',
  '/operator',
  '/api/',
];

/** Pages and files that depend on nothing stored, and the health of the site itself. */
export function fixedRoutes(site: Hono<SiteEnv>, { deps }: Rooms): void {
  for (const [path, { text, type }] of Object.entries(ASSETS))
    site.get(path, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    );

  site.get('/robots.txt', (c) =>
    c.text(['User-agent: *', ...SECRET_PATHS.map((path) => `Disallow: ${path}`), ''].join('\n')),
  );

  site.get('/privacy', (c) => {
    const { privacy } = c.var.speech.words;
    const body = html`<h1>${privacy.title}</h1>
      ${privacy.sections.map(
        ({ heading, text }) =>
          html`<h2>${heading}</h2>
            <p>${text}</p>`,
      )}
      <p>${fill(privacy.contact, { contact: deps.settings.contact })}</p>`;
    return show(c, deps.settings, { title: privacy.title, body });
  });

  /** For monitors: whether the tables answer, and how old the newest event is. */
  site.get('/health.json', async (c) => {
    const [newest] = await deps.events.recent(1);
    const queries = await deps.subscriptions.querySetVersion();
    c.header('Cache-Control', 'no-store');
    return c.json({
      ok: true,
      now: deps.clock.now().toISOString(),
      newestEvent: newest?.last ?? null,
      queries,
    });
  });
}
