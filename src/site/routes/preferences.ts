import type { Hono } from 'hono';
import { readChoices } from '../../subscriptions/choices';
import { confirm } from '../../subscriptions/confirm';
import { erase } from '../../subscriptions/erase';
import { exportData } from '../../subscriptions/export';
import { Links } from '../../subscriptions/links';
import * as preferences from '../../subscriptions/preferences';
import type { Origin } from '../../subscriptions/consent';
import { readingOf } from '../../subscriptions/reading-of';
import type { Subscriber, Subscription } from '../../subscriptions/subscription';
import { type Ctx, type Rooms, type SiteEnv, hrefIn, originOf } from '../context';
import { type Fields, rawChoices, readForm } from '../form-values';
import { notice, show } from '../layout';
import { type PreferencesPage, preferencesPage } from '../pages/preferences';
import { SPEECH, fill } from '../speech';
import { troubleOf } from '../troubles';
import { brokenLink } from './errors';
import { fieldsOf } from './sign-up';

type Act = (row: Subscription, origin: Origin, fields: Fields, person: Subscriber) => Promise<unknown>;

export function preferencesRoutes(site: Hono<SiteEnv>, { deps, recent }: Rooms): void {
  const links = new Links('', deps.tokens);

  /** What the buttons of one subscription do. */
  const acts: Readonly<Record<string, Act>> = {
    confirm: (row, origin, _fields, person) =>
      confirm(deps, { person, waiting: [row], held: [] }, [row.subscriptionId], origin, (query, frequency) =>
        recent.sample(query, frequency),
      ),
    pause: (row, origin) => preferences.pause(deps, row, origin),
    resume: (row, origin) => preferences.resume(deps, row, origin),
    snooze: (row, origin, fields) => preferences.snooze(deps, row, Number(fields['days']) || 7, origin),
    unsubscribe: (row, origin) => preferences.unsubscribe(deps, [row], origin),
    undo: (row, origin) => preferences.undo(deps, row, origin),
    change: (row, origin, fields) =>
      preferences.changeSubscription(deps, row, readChoices(rawChoices(readForm(fields))), origin),
  };

  const holdings = async (c: Ctx) => {
    const { personId = '', token = '' } = c.req.param() as Record<string, string>;
    const person = await preferences.personOf(deps, personId, token);
    if (!person) return null;
    if (!c.var.chosen) c.set('speech', SPEECH[person.language]);
    const origin = originOf(c, '/preferences');
    return {
      ...(await preferences.holdingsOf(deps, person)),
      base: `/preferences/${personId}/${token}`,
      origin,
    };
  };
  type Held = NonNullable<Awaited<ReturnType<typeof holdings>>>;

  const view = (c: Ctx, held: Held, { trouble, key }: Pick<PreferencesPage, 'trouble' | 'key'> = {}) => {
    const { speech, chosen } = c.var;
    const body = preferencesPage({
      ...held,
      speech,
      to: (path) => hrefIn(speech, chosen, path),
      describe: (row) => readingOf(deps.queries, row.query, speech.lang),
      feeds: ({ subscriptionId }) => ({
        atom: links.feed(subscriptionId, 'atom'),
        json: links.feed(subscriptionId, 'json'),
      }),
      now: deps.clock.now(),
      saved: c.req.query('done') === 'yes',
      trouble,
      key,
    });
    const status = trouble ? 400 : 200;
    return show(c, deps.settings, { title: speech.words.preferences.title, body, status, personal: true });
  };
  const done = (c: Ctx, base: string) =>
    c.redirect(hrefIn(c.var.speech, c.var.chosen, `${base}?done=yes`), 303);

  const path = '/preferences/:personId/:token';
  site.get(path, async (c) => {
    const held = await holdings(c);
    return held ? view(c, held) : brokenLink(c, deps.settings);
  });

  site.get(`${path}/export.json`, async (c) => {
    const held = await holdings(c);
    if (!held) return brokenLink(c, deps.settings);
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', 'attachment; filename="my-data.json"');
    return c.body(JSON.stringify(await exportData(deps, held.person), null, 2), 200, {
      'Content-Type': 'application/json; charset=utf-8',
    });
  });

  site.post(`${path}/add`, async (c) => {
    const held = await holdings(c);
    if (!held) return brokenLink(c, deps.settings);
    const fields = await fieldsOf(c);
    try {
      await preferences.addSubscription(deps, held, readChoices(rawChoices(readForm(fields))), held.origin);
    } catch (error) {
      const query = fields['query'] ?? '';
      if (!(error instanceof preferences.TooManySubscriptions))
        return view(c, held, { trouble: { ...troubleOf(error, c.var.speech), query } });
      const text = fill(c.var.speech.words.preferences.tooMany, { n: error.most });
      return view(c, held, { trouble: { field: 'query', text, query } });
    }
    return done(c, held.base);
  });

  site.post(`${path}/unsubscribe-all`, async (c) => {
    const held = await holdings(c);
    if (!held) return brokenLink(c, deps.settings);
    await preferences.unsubscribe(deps, held.rows, held.origin);
    return done(c, held.base);
  });

  site.post(`${path}/reinstate`, async (c) => {
    const held = await holdings(c);
    if (!held) return brokenLink(c, deps.settings);
    await preferences.reinstate(deps, held.person, held.origin);
    return done(c, held.base);
  });

  site.post(`${path}/new-links`, async (c) => {
    const held = await holdings(c);
    if (!held) return brokenLink(c, deps.settings);
    const person = await preferences.renewLinks(deps, held.person, held.origin);
    return done(c, links.preferences(person));
  });

  site.post(`${path}/erase`, async (c) => {
    const held = await holdings(c);
    if (!held) return brokenLink(c, deps.settings);
    await erase(deps, held.person, (await fieldsOf(c))['silence'] === 'yes');
    const { words } = c.var.speech;
    const body = notice(words.preferences.erased, words.preferences.erasedText);
    return show(c, deps.settings, { title: words.preferences.erased, body, personal: true });
  });

  site.post(`${path}/webhook`, async (c) => {
    const held = await holdings(c);
    const { id, url = '', format } = await fieldsOf(c);
    const row = held?.rows.find(({ subscriptionId }) => subscriptionId === id);
    if (!held || !row) return brokenLink(c, deps.settings);
    const form = format === 'slack' ? 'slack' : 'json';
    try {
      const webhook = await preferences.changeWebhook(deps, row, url.trim(), form, held.origin);
      if (!webhook) return done(c, held.base);
      const rows = held.rows.map((each) => (each === row ? { ...row, webhook } : each));
      // The key is in this answer only: no address shows it again.
      return view(c, { ...held, rows }, { key: webhook.secret });
    } catch (error) {
      return view(c, held, { trouble: { ...troubleOf(error, c.var.speech), query: '' } });
    }
  });

  site.post(`${path}/:act`, async (c) => {
    const held = await holdings(c);
    const act = new Map(Object.entries(acts)).get(c.req.param('act'));
    const fields = await fieldsOf(c);
    const row = held?.rows.find(({ subscriptionId }) => subscriptionId === fields['id']);
    if (!held || !act || !row) return brokenLink(c, deps.settings);
    try {
      await act(row, held.origin, fields, held.person);
    } catch (error) {
      return view(c, held, {
        trouble: { ...troubleOf(error, c.var.speech), query: fields['query'] ?? '' },
      });
    }
    return done(c, held.base);
  });
}
