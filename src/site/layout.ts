import { html } from 'hono/html';
import { MAIL_LANGUAGES } from '../subscriptions/subscription';
import { SCRIPT_PATH, STYLE_PATH } from './assets';
import { type Ctx, type Html, hrefIn } from './context';
import type { SiteSettings } from './deps';
import { WORDS } from './speech';

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: 200 | 400 | 403 | 404 | 413 | 429 | 500;
  /** Personal pages are neither stored nor indexed. */
  readonly personal?: boolean;
  /** The page runs the small script (proof of work, time zone). */
  readonly script?: boolean;
  /** Address of a public feed with the content of this page. */
  readonly feed?: string;
}

/** Renders a page in the frame of the site. */
export function show(c: Ctx, settings: SiteSettings, page: Page): Response | Promise<Response> {
  if (page.personal) {
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex, nofollow');
  } else if ((page.status ?? 200) === 200) c.header('Cache-Control', 'public, max-age=60');
  c.header('Content-Language', c.var.speech.lang);
  return c.html(frame(c, settings, page), page.status ?? 200);
}

function frame(c: Ctx, settings: SiteSettings, page: Page): Html {
  const { speech, chosen } = c.var;
  const { words } = speech;
  const to = (path: string) => hrefIn(speech, chosen, path);
  const here = c.req.path;
  const link = (path: string, text: string) =>
    html`<li><a href="${to(path)}" ${here === path ? html`aria-current="page"` : ''}>${text}</a></li>`;
  return html`<!doctype html>
    <html lang="${speech.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${settings.name}</title>
        <meta name="description" content="${words.tagline}" />
        ${page.personal ? html`<meta name="robots" content="noindex, nofollow" />` : ''}
        <link rel="stylesheet" href="${STYLE_PATH}" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${page.feed ? html`<link rel="alternate" type="application/atom+xml" href="${page.feed}" />` : ''}
        ${page.script ? html`<script src="${SCRIPT_PATH}" defer></script>` : ''}
      </head>
      <body>
        <a class="skip" href="#content">${words.nav.skip}</a>
        <header>
          <a class="brand" href="${to('/')}"
            ><img src="/assets/icon.svg" alt="" width="28" height="28" />${settings.name}</a
          >
          <nav>
            <ul>
              ${link('/events', words.nav.events)} ${link('/ledger', words.nav.ledger)}
              ${link('/privacy', words.nav.privacy)}
            </ul>
          </nav>
        </header>
        <main id="content">${page.body}</main>
        <footer>
          <nav aria-label="${words.nav.languages}">
            <ul>
              ${MAIL_LANGUAGES.map(
                (lang) =>
                  html`<li>
                    <a
                      href="${sameWith(c, lang)}"
                      hreflang="${lang}"
                      lang="${lang}"
                      ${lang === speech.lang ? html`aria-current="true"` : ''}
                      >${WORDS[lang].language}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
          <p>
            <a href="/events.atom">${words.foot.feeds}</a> · ${words.foot.source} · ${words.foot.contact}:
            <a href="mailto:${settings.contact}">${settings.contact}</a>
          </p>
        </footer>
      </body>
    </html>`;
}

/** This page in another language. The page after a POST has no address of its own: its GET page is linked. */
function sameWith(c: Ctx, lang: string): string {
  const url = new URL(c.req.url);
  const query = c.req.method === 'POST' ? new URLSearchParams() : url.searchParams;
  query.set('lang', lang);
  query.delete('done');
  return `${url.pathname}?${query}`;
}

/** A page of a heading and a few paragraphs. */
export const notice = (title: string, ...parts: (Html | string)[]): Html =>
  html`<section class="notice">
    <h1>${title}</h1>
    ${parts.map((part) => (typeof part === 'string' ? html`<p>${part}</p>` : part))}
  </section>`;
