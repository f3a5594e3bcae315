import { html } from 'hono/html';
import { type Ctx, hrefIn } from '../context';
import type { SiteSettings } from '../deps';
import { notice, show } from '../layout';
import { fill } from '../speech';

const home = (c: Ctx) =>
  html`<p>
    <a class="button" href="${hrefIn(c.var.speech, c.var.chosen, '/')}">${c.var.speech.words.nav.home}</a>
  </p>`;

/** Wrong, expired and replaced links look alike: nobody learns which ids exist. */
export function brokenLink(c: Ctx, settings: SiteSettings): Response | Promise<Response> {
  const { errors } = c.var.speech.words;
  const body = notice(errors.link, errors.linkText, home(c));
  return show(c, settings, { title: errors.link, body, status: 404, personal: true });
}

export function notFound(c: Ctx, settings: SiteSettings): Response | Promise<Response> {
  const { errors } = c.var.speech.words;
  const body = notice(errors.notFound, errors.notFoundText, home(c));
  return show(c, settings, { title: errors.notFound, body, status: 404 });
}

export function failed(c: Ctx, settings: SiteSettings): Response | Promise<Response> {
  const { errors } = c.var.speech.words;
  const body = notice(errors.failed, fill(errors.failedText, { contact: settings.contact }));
  return show(c, settings, { title: errors.failed, body, status: 500, personal: true });
}
