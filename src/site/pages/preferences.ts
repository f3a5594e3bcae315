import { html } from 'hono/html';
import type { Holdings } from '../../subscriptions/preferences';
import type { Subscription } from '../../subscriptions/subscription';
import type { Html } from '../context';
import { formOf, freshForm } from '../form-values';
import { type Speech, fill } from '../speech';
import type { Trouble } from '../troubles';
import { choiceFields, hidden, queryField, troubleBox } from './form';

export interface PreferencesPage extends Holdings {
  readonly speech: Speech;
  /** Address of this page, to which the actions are appended. */
  readonly base: string;
  readonly to: (path: string) => string;
  readonly describe: (row: Subscription) => string;
  readonly feeds: (row: Subscription) => { readonly atom: string; readonly json: string };
  readonly now: Date;
  readonly saved: boolean;
  /** Key of a program's signatures that was just made. */
  readonly key?: string;
  readonly trouble?: Trouble & { readonly query: string };
}

export function preferencesPage(page: PreferencesPage): Html {
  const { speech, base, person, rows } = page;
  const { words } = speech;
  const live = rows.filter((row) => row.state !== 'unsubscribed');
  const fresh = {
    ...freshForm(person.language),
    timeZone: person.timeZone,
    query: page.trouble?.query ?? '',
  };
  return html`<h1>${words.preferences.title}</h1>
    <p>${person.address}</p>
    <p class="help">${words.preferences.intro}</p>
    ${page.saved ? html`<div class="message good" role="status"><p>${words.preferences.saved}</p></div>` : ''}
    ${
      page.key
        ? html`<div class="message good" role="status">
            <p>${words.preferences.webhook.key}</p>
            <p><code>${page.key}</code></p>
          </div>`
        : ''
    }
    ${troubleBox(speech, fresh, page.trouble)}
    ${
      person.state === 'suspended'
        ? html`<div class="message bad">
            <p>${words.preferences.suspended}</p>
            ${act(page, 'reinstate', {}, words.preferences.reinstate)}
          </div>`
        : ''
    }
    ${rows.length ? rows.map((row) => card(page, row)) : html`<p>${words.preferences.none}</p>`}
    <details class="card" ${page.trouble && page.trouble.field !== 'webhook' ? html`open` : ''}>
      <summary>${words.preferences.addHeading}</summary>
      <form method="post" action="${page.to(`${base}/add`)}">
        ${queryField(speech, fresh, '-add', page.trouble)} ${choiceFields(speech, fresh, '-add', false)}
        <p><button type="submit" class="main">${words.form.add}</button></p>
      </form>
    </details>
    <section class="card">
      <h2>${words.preferences.data}</h2>
      <p><a class="button" href="${base}/export.json" download>${words.preferences.export}</a></p>
      <p class="help">${words.preferences.newLinksHelp}</p>
      ${act(page, 'new-links', {}, words.preferences.newLinks)}
      ${
        live.length > 1
          ? html`<p></p>
              ${act(page, 'unsubscribe-all', {}, words.preferences.all)}`
          : ''
      }
      <details>
        <summary>${words.preferences.erase}</summary>
        <p>${words.preferences.eraseHelp}</p>
        <form method="post" action="${page.to(`${base}/erase`)}">
          <label class="check"
            ><input type="checkbox" name="silence" value="yes" /><span
              >${words.preferences.silence}</span
            ></label
          >
          <p><button type="submit" class="danger">${words.preferences.sure}</button></p>
        </form>
      </details>
    </section>`;
}

function card(page: PreferencesPage, row: Subscription): Html {
  const { speech, to, base } = page;
  const { words } = speech;
  const id = { id: row.subscriptionId };
  const ended = row.state === 'unsubscribed';
  const state = stateOf(page, row);
  const feeds = page.feeds(row);
  return html`<section class="card" aria-label="${row.query}">
    <h2>${page.describe(row)}</h2>
    <ul class="tags">
      <li class="${state.on ? 'on' : ''}">${state.text}</li>
      <li>${words.form.frequencies[row.frequency]}</li>
      <li><code>${row.query}</code></li>
    </ul>
    ${
      ended
        ? html`<div class="actions">${act(page, 'undo', id, words.preferences.undo)}</div>`
        : html`<div class="actions">
              ${
                state.on
                  ? html`${act(page, 'pause', id, words.preferences.pause)}
                    ${[7, 30].map((days) => act(page, 'snooze', { ...id, days: String(days) }, speech.count(words.preferences.snooze, days)))}`
                  : row.state === 'pending'
                    ? act(page, 'confirm', id, words.preferences.confirm, 'main')
                    : act(page, 'resume', id, words.preferences.resume)
              }
              ${act(page, 'unsubscribe', id, words.preferences.unsubscribe, 'danger')}
            </div>
            <details>
              <summary>${words.preferences.change}</summary>
              <form method="post" action="${to(`${base}/change`)}">
                ${hidden(id)} ${queryField(speech, formOf(row), `-${row.subscriptionId}`)}
                ${choiceFields(speech, formOf(row), `-${row.subscriptionId}`, false)}
                <p><button type="submit" class="main">${words.form.save}</button></p>
              </form>
            </details>
            ${webhookForm(page, row)}
            <p class="help">
              ${words.preferences.feeds}: <a href="${feeds.atom}">Atom</a> ·
              <a href="${feeds.json}">JSON Feed</a>
            </p>`
    }
  </section>`;
}

function webhookForm({ speech, to, base }: PreferencesPage, row: Subscription): Html {
  const { form, preferences } = speech.words;
  const { subscriptionId: id, webhook } = row;
  const formats = { json: 'JSON', slack: 'Slack' };
  return html`<details>
    <summary>${preferences.webhook.heading}</summary>
    <form method="post" action="${to(`${base}/webhook`)}">
      ${hidden({ id })}
      <p class="help" id="webhook-help-${id}">${preferences.webhook.help}</p>
      <label for="webhook-${id}">${preferences.webhook.url}</label>
      <input
        type="text"
        inputmode="url"
        id="webhook-${id}"
        name="url"
        value="${webhook?.url ?? ''}"
        maxlength="500"
        placeholder="https://"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="webhook-help-${id}"
      />
      <label for="format-${id}">${preferences.webhook.format}</label>
      <select id="format-${id}" name="format">
        ${Object.entries(formats).map(
          ([value, name]) =>
            html`<option value="${value}" ${webhook?.format === value ? html`selected` : ''}>
              ${name}
            </option>`,
        )}
      </select>
      <p><button type="submit">${form.save}</button></p>
    </form>
  </details>`;
}

function stateOf({ speech, now }: PreferencesPage, row: Subscription): { text: string; on: boolean } {
  const { preferences } = speech.words;
  if (row.state === 'unsubscribed') return { text: preferences.unsubscribed, on: false };
  if (row.state === 'pending') return { text: preferences.pending, on: false };
  if (row.state === 'paused') return { text: preferences.paused, on: false };
  if (row.snoozedUntil && row.snoozedUntil > now.toISOString())
    return { text: fill(preferences.snoozed, { date: speech.day(row.snoozedUntil) }), on: false };
  return { text: preferences.active, on: true };
}

function act(
  { to, base }: PreferencesPage,
  action: string,
  fields: Readonly<Record<string, string>>,
  text: string,
  style = '',
): Html {
  return html`<form method="post" action="${to(`${base}/${action}`)}">
    ${hidden(fields)}<button type="submit" class="${style}">${text}</button>
  </form>`;
}
