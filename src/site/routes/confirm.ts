import type { Hono } from 'hono';
import { html } from 'hono/html';
import { confirm, pendingOf } from '../../subscriptions/confirm';
import { notMe, notMeScope } from '../../subscriptions/erase';
import { Links } from '../../subscriptions/links';
import { readingOf } from '../../subscriptions/reading-of';
import type { Subscription } from '../../subscriptions/subscription';
import { type Ctx, type Html, type Rooms, type SiteEnv, originOf } from '../context';
import { notice, show } from '../layout';
import { hidden } from '../pages/form';
import { brokenLink } from './errors';

export function confirmRoutes(site: Hono<SiteEnv>, { deps, recent }: Rooms): void {
  const links = new Links('', deps.tokens);
  const titled = (c: Ctx, title: string, body: Html) =>
    show(c, deps.settings, { title, body, personal: true });
  const describe = (c: Ctx, row: Subscription) => readingOf(deps.queries, row.query, c.var.speech.lang);

  const askPage = (c: Ctx, waiting: readonly Subscription[], personId: string, message?: string) => {
    const { words } = c.var.speech;
    const boxes = waiting.map(
      (row) =>
        html`<label class="check"
          ><input type="checkbox" name="id-${row.subscriptionId}" value="yes" checked />
          <span
            ><strong>${describe(c, row)}</strong><br /><span class="help"
              >${row.query} · ${words.form.frequencies[row.frequency]}</span
            ></span
          ></label
        >`,
    );
    const body = html`<section class="notice">
      <h1>${words.confirm.title}</h1>
      ${message ? html`<div class="message bad" role="alert"><p>${message}</p></div>` : ''}
      <p>${words.confirm.text}</p>
      <form method="post">
        ${boxes}
        <p><button type="submit" class="main">${words.confirm.submit}</button></p>
      </form>
      <p><a href="${links.notMe(personId)}">${words.confirm.notMe}</a></p>
    </section>`;
    return titled(c, words.confirm.title, body);
  };

  site.get('/confirm/:personId/:token', async (c) => {
    const { personId, token } = c.req.param();
    const pending = await pendingOf(deps, personId, token);
    if (!pending) return brokenLink(c, deps.settings);
    const { words } = c.var.speech;
    if (pending.waiting.length) return askPage(c, pending.waiting, personId);
    const manage = html`<p>
      <a class="button" href="${links.preferences(pending.person)}">${words.confirm.manage}</a>
    </p>`;
    return titled(c, words.confirm.done, notice(words.confirm.done, words.confirm.already, manage));
  });

  site.post('/confirm/:personId/:token', async (c) => {
    const { personId, token } = c.req.param();
    const pending = await pendingOf(deps, personId, token);
    if (!pending) return brokenLink(c, deps.settings);
    const { words } = c.var.speech;
    const fields = await c.req.parseBody();
    const chosen = pending.waiting
      .map((row) => row.subscriptionId)
      .filter((id) => fields[`id-${id}`] === 'yes');
    if (pending.waiting.length && !chosen.length)
      return askPage(c, pending.waiting, personId, words.confirm.nothing);
    const confirmed = await confirm(deps, pending, chosen, originOf(c, '/confirm'), (query, frequency) =>
      recent.sample(query, frequency),
    );
    const list = html`<ul>
      ${confirmed.map((row) => html`<li>${describe(c, row)}</li>`)}
    </ul>`;
    const manage = html`<p>
      <a class="button" href="${links.preferences(pending.person)}">${words.confirm.manage}</a>
    </p>`;
    return titled(c, words.confirm.done, notice(words.confirm.done, list, words.confirm.doneText, manage));
  });

  site.get('/not-me/:personId/:token', async (c) => {
    const { personId, token } = c.req.param();
    const scope = await notMeScope(deps, personId, token);
    if (!scope) return brokenLink(c, deps.settings);
    const { notMe: words } = c.var.speech.words;
    const form = html`<form method="post">
      ${hidden({ really: 'yes' })}<button type="submit" class="main">
        ${scope === 'all' ? words.submit : words.submitRequest}
      </button>
    </form>`;
    return titled(
      c,
      words.title,
      notice(words.title, scope === 'all' ? words.text : words.textRequest, form),
    );
  });

  site.post('/not-me/:personId/:token', async (c) => {
    const { personId, token } = c.req.param();
    const scope = await notMe(deps, personId, token);
    if (!scope) return brokenLink(c, deps.settings);
    const { notMe: words } = c.var.speech.words;
    if (scope === 'request')
      return titled(c, words.doneRequest, notice(words.doneRequest, words.doneRequestText));
    return titled(c, words.done, notice(words.done, words.doneText));
  });
}
