import { html } from 'hono/html';
import type { NewsEvent } from '../../events/event';
import type { Frequency } from '../../subscriptions/subscription';
import { type Html, queryPath } from '../context';
import { asFields, type FormValues } from '../form-values';
import { type Found, mailsPerWeek } from '../recent';
import { type Speech, fill } from '../speech';
import type { Trouble } from '../troubles';
import { eventList } from './event-list';
import { choiceFields, hidden, queryField, troubleBox } from './form';

/** A query that could be read, and what it would have found. */
export interface Preview {
  readonly reading: string;
  readonly unknownWords: readonly string[];
  readonly found: readonly Found[];
}

export interface HomePage {
  readonly speech: Speech;
  readonly to: (path: string) => string;
  readonly form: FormValues;
  readonly stamp: string;
  /** The visitor has not chosen a time zone yet: the script may fill in the browser's. */
  readonly guessZone: boolean;
  readonly preview?: Preview;
  readonly trouble?: Trouble;
  readonly events: readonly NewsEvent[];
}

const EXAMPLES: Readonly<Record<Speech['lang'], readonly string[]>> = {
  es: [
    'visita CECOT',
    'delegación de Costa Rica',
    'reforma penitenciaria Perú',
    'delegación cárceles El Salvador',
  ],
  en: [
    'CECOT visit',
    'delegation from Costa Rica',
    'prison reform Peru',
    'delegation to El Salvador prisons',
  ],
  pt: ['visita CECOT', 'delegação da Costa Rica', 'reforma prisional Peru', 'delegação prisões El Salvador'],
};

export function homePage(page: HomePage): Html {
  const { speech, to } = page;
  const { words } = speech;
  return html`<h1>${words.home.title}</h1>
    <div class="columns wide">
      <div>
        <p class="lead">${words.home.what}</p>
        <ul class="promises">
          ${words.home.promises.map((promise) => html`<li>${promise}</li>`)}
        </ul>
        ${signUpForm(page)}
      </div>
      <section aria-labelledby="latest">
        <h2 id="latest">${words.home.latest}</h2>
        ${
          page.events.length
            ? html`${eventList(page.events, speech, to)}
                <p><a href="${to('/events')}">${words.home.allEvents}</a></p>`
            : html`<p>${words.home.none}</p>`
        }
      </section>
    </div>`;
}

function signUpForm({ speech, to, form, stamp, guessZone, preview, trouble }: HomePage): Html {
  const { words } = speech;
  return html`<form class="card" id="subscribe" method="post" action="${to('/subscribe#subscribe')}">
    <h2>${words.form.heading}</h2>
    ${troubleBox(speech, form, trouble)} ${queryField(speech, form, '', trouble)}
    <p class="help">
      ${words.form.examples}:
      ${EXAMPLES[speech.lang].map(
        (example, i) => html`${i ? ' · ' : ''}<a href="${to(queryPath(example))}">${example}</a>`,
      )}
    </p>
    <p>
      <button type="submit" formaction="${to('/preview#subscribe')}" formnovalidate>
        ${words.form.preview}
      </button>
    </p>
    ${preview ? previewBox(speech, to, preview, form.frequency as Frequency) : ''}
    <label for="email">${words.form.email}</label>
    <input
      type="email"
      id="email"
      name="email"
      value="${form.address}"
      maxlength="254"
      required
      autocomplete="email"
      ${trouble?.field === 'email' ? html`aria-invalid="true"` : ''}
    />
    <div class="trap" aria-hidden="true">
      <label for="website">${words.form.trap}</label>
      <input type="text" id="website" name="website" tabindex="-1" autocomplete="off" />
    </div>
    ${choiceFields(speech, form, '', guessZone)} ${hidden({ stamp })}
    <p class="help">${words.form.consent}</p>
    <p><button type="submit" class="main">${words.form.submit}</button></p>
  </form>`;
}

export function previewBox(
  speech: Speech,
  to: (path: string) => string,
  preview: Preview,
  frequency: Frequency,
): Html {
  const { words } = speech;
  const weekly = mailsPerWeek(preview.found, frequency);
  const mails =
    weekly < 1
      ? words.preview.lessThanOne
      : fill(words.preview.perWeek, { n: Math.round(weekly).toLocaleString(speech.lang) });
  const about = `${speech.count(words.preview.would, preview.found.length)}: ${mails}, ${words.preview.digest[frequency] ?? words.preview.digest.instant}.`;
  return html`<div class="reading" role="status">
    <strong>${words.form.reading}</strong>
    <p>${preview.reading}</p>
    ${preview.unknownWords.length ? html`<p class="help">${fill(words.preview.unknown, { words: preview.unknownWords.join(', ') })}</p>` : ''}
    ${
      preview.found.length === 0
        ? html`<p>${words.preview.none}</p>`
        : html`<p><strong>${words.preview.heading}</strong> ${about}</p>
            <ul>
              ${preview.found.slice(0, 5).map(
                (event) =>
                  html`<li>
                    <a href="${to(`/events/${event.eventId}`)}" lang="${event.lang}">${event.title}</a>
                    <span class="meta">${event.outlet} · ${speech.day(event.published)}</span>
                  </li>`,
              )}
            </ul>`
    }
  </div>`;
}

export interface WaitPage {
  readonly speech: Speech;
  readonly action: string;
  readonly form: FormValues;
  readonly stamp: string;
  readonly wait: string;
  readonly seconds: number;
  /** True when the button was pressed too soon. */
  readonly early: boolean;
  readonly challenge: object;
}

/** Asks for a wait; with the script, for a proof of work instead. Nothing submits itself. */
export function waitPage({ speech, action, form, stamp, wait, seconds, early, challenge }: WaitPage): Html {
  const { words } = speech;
  return html`<section class="notice">
    <h1>${words.wait.title}</h1>
    <p>${fill(early ? words.wait.early : words.wait.text, { n: seconds })}</p>
    <form method="post" action="${action}" data-challenge="${JSON.stringify(challenge)}">
      ${hidden({ ...asFields(form), stamp, wait, proof: '', website: '' })}
      <p
        id="work"
        role="status"
        class="help"
        data-working="${words.wait.working}"
        data-ready="${words.wait.ready}"
      ></p>
      <p><button type="submit" class="main">${words.wait.submit}</button></p>
    </form>
  </section>`;
}
