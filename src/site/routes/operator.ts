import type { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { ConfirmRate } from '../../subscriptions/confirm-rate';
import { networkOf } from '../../subscriptions/network';
import { hashToken, sameText } from '../../subscriptions/token';
import { type Ctx, type Rooms, type SiteEnv, ipOf } from '../context';
import type { FeedHealth } from '../deps';
import { show } from '../layout';
import type { Speech } from '../speech';
import { fill } from '../speech';
import { notFound } from './errors';
import { fieldsOf, tooMany } from './sign-up';

const TRIES = { capacity: 10, perHour: 10 };
const COOKIE = 'operator';

/** Feed health for whoever holds the operator's token, in a header (`X-Operator-Token`) or, for people, a cookie. */
export function operatorRoutes(site: Hono<SiteEnv>, rooms: Rooms): void {
  const { deps } = rooms;
  const right = (token: string) =>
    deps.settings.operatorTokenHash !== null && sameText(hashToken(token), deps.settings.operatorTokenHash);
  const given = (c: Ctx) => c.req.header('x-operator-token') ?? getCookie(c, COOKIE) ?? '';

  const ask = (c: Ctx, wrong: boolean) => {
    const { operator } = c.var.speech.words;
    const body = html`<section class="notice">
      <h1>${operator.title}</h1>
      ${wrong ? html`<div class="message bad" role="alert"><p>${operator.wrong}</p></div>` : ''}
      <form method="post">
        <label for="token">${operator.token}</label>
        <input type="password" id="token" name="token" required autocomplete="current-password" />
        <p><button type="submit" class="main">${operator.enter}</button></p>
      </form>
    </section>`;
    return show(c, deps.settings, { title: operator.title, body, status: wrong ? 403 : 200, personal: true });
  };

  const health = async () => {
    const feeds: FeedHealth[] = [];
    for await (const feed of deps.feeds.health()) feeds.push(feed);
    return feeds.sort((a, b) => b.failures - a.failures || a.title.localeCompare(b.title));
  };

  site.get('/operator', async (c) => {
    if (deps.settings.operatorTokenHash === null) return notFound(c, deps.settings);
    if (!right(given(c))) return ask(c, given(c) !== '');
    const { speech } = c.var;
    const stopped = await new ConfirmRate(deps.limits).stopped(deps.clock.now());
    const body = html`<h1>${speech.words.operator.title}</h1>
      ${stopped ? html`<div class="message bad"><p>${speech.words.operator.stopped}</p></div>` : ''}
      ${healthTable(await health(), speech)}`;
    return show(c, deps.settings, { title: speech.words.operator.title, body, personal: true });
  });

  site.get('/operator/feeds.json', async (c) => {
    if (!right(given(c))) return notFound(c, deps.settings);
    c.header('Cache-Control', 'no-store');
    return c.json({ feeds: await health() });
  });

  site.post('/operator', async (c) => {
    if (deps.settings.operatorTokenHash === null) return notFound(c, deps.settings);
    if (!(await deps.limits.take(`operator/${networkOf(ipOf(c))}`, TRIES, deps.clock.now())))
      return tooMany(c, rooms, 600);
    const { token = '' } = await fieldsOf(c);
    if (!right(token)) return ask(c, true);
    const secure = deps.settings.url.startsWith('https:');
    setCookie(c, COOKIE, token, {
      httpOnly: true,
      secure,
      sameSite: 'Strict',
      path: '/operator',
      maxAge: 12 * 3600,
    });
    return c.redirect('/operator', 303);
  });
}

function healthTable(feeds: readonly FeedHealth[], speech: Speech) {
  const { operator: words } = speech.words;
  const columns = [
    words.feed,
    words.lastSuccess,
    words.lastNews,
    words.problem,
    words.interval,
    words.unchanged,
    words.lost,
  ];
  const cell = (i: number, text: string) => html`<td data-label="${columns[i]}">${text}</td>`;
  const bad = feeds.filter((feed) => feed.failure !== null).length;
  return html`<p>${fill(words.summary, { n: feeds.length, bad })}</p>
    <div class="table">
      <table class="stack">
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${feeds.map(
            (feed) =>
              html`<tr>
                <th scope="row">
                  ${feed.title}${feed.country ? ` (${feed.country})` : ''}<br /><span class="help"
                    >${feed.url}</span
                  >
                </th>
                ${cell(1, feed.lastSuccess ? speech.moment(feed.lastSuccess) : '–')}
                ${cell(2, feed.lastNews ? speech.moment(feed.lastNews) : '–')}
                ${cell(3, [feed.failure ? `${feed.failure} (${feed.failures})` : words.ok, feed.charsetGuessed ? words.charset : ''].filter(Boolean).join('; '))}
                ${cell(4, `${feed.intervalMinutes} min`)} ${cell(5, `${Math.round(feed.unchanged * 100)} %`)}
                ${cell(6, String(feed.overlapsLost))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
