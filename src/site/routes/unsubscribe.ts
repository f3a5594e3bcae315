import type { Hono } from 'hono';
import { html } from 'hono/html';
import { undo, unsubscribe } from '../../subscriptions/preferences';
import { readingOf } from '../../subscriptions/reading-of';
import type { Subscription } from '../../subscriptions/subscription';
import { type Ctx, type Html, type Rooms, type SiteEnv, originOf } from '../context';
import { notice, show } from '../layout';
import { hidden } from '../pages/form';
import { brokenLink } from './errors';
import { fieldsOf } from './sign-up';

/** The body by which mail programs unsubscribe without a visit (RFC 8058); our button sends the same. */
const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

/** Unsubscribing one (`/unsubscribe`) or all (`/unsubscribe-all`): GET shows a button, POST ends, undo takes back. */
export function unsubscribeRoutes(site: Hono<SiteEnv>, { deps }: Rooms): void {
  const titled = (c: Ctx, title: string, body: Html) =>
    show(c, deps.settings, { title, body, personal: true });

  const scopes = {
    unsubscribe: async (id: string) => {
      const row = await deps.subscriptions.get(id, deps.clock.now());
      return row ? [row] : [];
    },
    'unsubscribe-all': (id: string) => deps.subscriptions.byPerson(id, deps.clock.now()),
  } as const;

  for (const scope of Object.keys(scopes) as (keyof typeof scopes)[]) {
    const rowsOf = async (id: string, token: string): Promise<readonly Subscription[] | null> => {
      if (!deps.tokens.check(token, scope, id)) return null;
      const rows = (await scopes[scope](id)).filter((row) => row.state !== 'pending');
      return rows.length ? rows : null;
    };
    const list = (c: Ctx, rows: readonly Subscription[]) =>
      html`<ul>
        ${rows.map((row) => html`<li>${readingOf(deps.queries, row.query, c.var.speech.lang)}</li>`)}
      </ul>`;

    site.get(`/${scope}/:id/:token`, async (c) => {
      const { id, token } = c.req.param();
      const rows = await rowsOf(id, token);
      if (!rows) return brokenLink(c, deps.settings);
      const { unsubscribe: words } = c.var.speech.words;
      const live = rows.filter((row) => row.state !== 'unsubscribed');
      if (!live.length)
        return titled(c, words.title, notice(words.title, words.already, undoForm(c, scope, id, token)));
      const text = scope === 'unsubscribe' ? words.text : words.textAll;
      const form = html`<form method="post">
        ${hidden(ONE_CLICK)}<button type="submit" class="main">${words.submit}</button>
      </form>`;
      return titled(c, words.title, notice(words.title, text, list(c, live), form));
    });

    site.post(`/${scope}/:id/:token`, async (c) => {
      const { id, token } = c.req.param();
      const rows = await rowsOf(id, token);
      if (!rows) return brokenLink(c, deps.settings);
      const { unsubscribe: words } = c.var.speech.words;
      if ((await fieldsOf(c))['List-Unsubscribe'] !== 'One-Click')
        return c.text('List-Unsubscribe=One-Click', 400);
      await unsubscribe(deps, rows, originOf(c, `/${scope}`));
      return titled(
        c,
        words.done,
        notice(words.done, words.doneText, list(c, rows), undoForm(c, scope, id, token)),
      );
    });

    site.post(`/${scope}/:id/:token/undo`, async (c) => {
      const { id, token } = c.req.param();
      const rows = await rowsOf(id, token);
      if (!rows) return brokenLink(c, deps.settings);
      const { unsubscribe: words } = c.var.speech.words;
      for (const row of lastEnded(rows)) await undo(deps, row, originOf(c, `/${scope}/undo`));
      return titled(c, words.undone, notice(words.undone, list(c, rows)));
    });
  }
}

/** What was ended together with the last one: undoing "all" does not bring back what was ended long before. */
function lastEnded(rows: readonly Subscription[]): readonly Subscription[] {
  const ended = rows.filter((row) => row.state === 'unsubscribed' && row.unsubscribedAt);
  const last = Math.max(...ended.map((row) => Date.parse(row.unsubscribedAt!)));
  return ended.filter((row) => last - Date.parse(row.unsubscribedAt!) < 60_000);
}

const undoForm = (c: Ctx, scope: string, id: string, token: string): Html =>
  html`<form method="post" action="/${scope}/${id}/${token}/undo?lang=${c.var.speech.lang}">
    <button type="submit">${c.var.speech.words.unsubscribe.undo}</button>
  </form>`;
