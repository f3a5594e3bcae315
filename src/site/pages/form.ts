import { html } from 'hono/html';
import { FREQUENCIES, MAIL_LANGUAGES } from '../../subscriptions/subscription';
import type { Html } from '../context';
import type { FormValues } from '../form-values';
import { WORDS, type Speech } from '../speech';
import type { Trouble } from '../troubles';

const ZONES = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => /^(America|Atlantic|Europe|Pacific)\//.test(zone)),
];

const option = (value: string, text: string, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`;

const hours = (chosen: string): Html[] =>
  Array.from({ length: 24 }, (_, hour) =>
    option(String(hour), `${String(hour).padStart(2, '0')}:00`, chosen),
  );

/** The field for the query, with its help. `id` keeps several forms on one page apart. */
export function queryField({ words }: Speech, form: FormValues, id: string, trouble?: Trouble): Html {
  return html`<label for="query${id}">${words.form.query}</label>
    <input
      type="text"
      id="query${id}"
      name="query"
      value="${form.query}"
      maxlength="300"
      required
      autocomplete="off"
      spellcheck="false"
      aria-describedby="query-help${id}"
      ${trouble?.field === 'query' ? html`aria-invalid="true"` : ''}
    />
    <p class="help" id="query-help${id}">${words.form.queryHelp}</p>`;
}

/** Frequency, language, hours: all that is chosen besides query and address. */
export function choiceFields(speech: Speech, form: FormValues, id: string, guessZone: boolean): Html {
  const { words } = speech;
  const zones = ZONES.includes(form.timeZone) || !form.timeZone ? ZONES : [form.timeZone, ...ZONES];
  return html`<div class="row">
      <div>
        <label for="frequency${id}">${words.form.frequency}</label>
        <select id="frequency${id}" name="frequency">
          ${FREQUENCIES.map((name) => option(name, words.form.frequencies[name], form.frequency))}
        </select>
      </div>
      <div>
        <label for="language${id}">${words.form.language}</label>
        <select id="language${id}" name="language">
          ${MAIL_LANGUAGES.map((lang) => option(lang, WORDS[lang].language, form.language))}
        </select>
      </div>
    </div>
    <label class="check"
      ><input type="checkbox" name="updates" value="yes" ${form.updates ? html`checked` : ''} />
      <span>${words.form.updates}</span></label
    >
    <details>
      <summary>${words.form.more}</summary>
      <label for="zone${id}">${words.form.timeZone}</label>
      <select id="zone${id}" name="timeZone" ${guessZone ? html`data-guess` : ''}>
        ${zones.map((zone) => option(zone, zone.replaceAll('_', ' '), form.timeZone))}
      </select>
      <div class="row">
        <div>
          <label for="hour${id}">${words.form.hour}</label>
          <select id="hour${id}" name="hour">
            ${hours(form.hour)}
          </select>
        </div>
        <div>
          <label for="weekday${id}">${words.form.weekday}</label>
          <select id="weekday${id}" name="weekday">
            ${[1, 2, 3, 4, 5, 6, 7].map((day) => option(String(day), speech.weekday(day), form.weekday))}
          </select>
        </div>
      </div>
      <fieldset>
        <label class="check"
          ><input type="checkbox" name="quiet" value="yes" ${form.quiet ? html`checked` : ''} />
          <span>${words.form.quiet}<span class="help"> ${words.form.quietHelp}</span></span></label
        >
        <div class="row">
          <div>
            <label for="from${id}">${words.form.quietFrom}</label>
            <select id="from${id}" name="quietFrom">
              ${hours(form.quietFrom)}
            </select>
          </div>
          <div>
            <label for="to${id}">${words.form.quietTo}</label>
            <select id="to${id}" name="quietTo">
              ${hours(form.quietTo)}
            </select>
          </div>
        </div>
      </fieldset>
    </details>`;
}

/** What needs correcting, with the place in the query pointed at. */
export function troubleBox({ words }: Speech, form: FormValues, trouble: Trouble | undefined): Html | '' {
  if (!trouble) return '';
  const { at } = trouble;
  const [before, after] = at === undefined ? [] : [form.query.slice(0, at), form.query.slice(at) || ' '];
  return html`<div class="message bad" role="alert">
    <p><strong>${words.errors.heading}.</strong> ${trouble.text}</p>
    ${
      after === undefined
        ? ''
        : html`<p class="at">
            <code>${before}<mark>${after}</mark></code>
          </p>`
    }
  </div>`;
}

export const hidden = (fields: Readonly<Record<string, string>>): Html[] =>
  Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
