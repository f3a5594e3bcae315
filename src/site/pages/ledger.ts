import { html } from 'hono/html';
import type { NewsEvent } from '../../events/event';
import type { Html } from '../context';
import type { LedgerFilter } from '../deps';
import type { Facets } from '../routes/ledger';
import { type Speech, fill } from '../speech';
import { webLink } from './event';

export interface LedgerPage {
  readonly speech: Speech;
  readonly to: (path: string) => string;
  /** Language to carry on in the filter form; null when none was chosen. */
  readonly lang: string | null;
  readonly filter: LedgerFilter;
  readonly facets: Facets;
  readonly events: readonly NewsEvent[];
  readonly cut: boolean;
}

export function ledgerPage(page: LedgerPage): Html {
  const { speech, filter, facets, events } = page;
  const { ledger: words } = speech.words;
  const byName = (parties: readonly string[]) =>
    parties
      .map((value) => ({ value, text: speech.party(value) }))
      .sort((a, b) => a.text.localeCompare(b.text, speech.lang));
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
  const download = (type: string) => `/ledger.${type}${query && `?${query}`}`;
  return html`<h1>${words.title}</h1>
    <p>${words.intro}</p>
    <form class="card" method="get" action="/ledger">
      <div class="row">
        ${choice('host', words.host, byName(facets.hosts), filter.host, words.any)}
        ${choice('visitor', words.visitor, byName(facets.visitors), filter.visitor, words.any)}
        ${choice(
          'year',
          words.year,
          facets.years.map((year) => ({ value: year, text: year })),
          filter.year,
          words.any,
        )}
      </div>
      ${page.lang ? html`<input type="hidden" name="lang" value="${page.lang}" />` : ''}
      <p><button type="submit">${words.filter}</button></p>
    </form>
    <p>
      <strong>${speech.count(words.count, events.length)}</strong> · ${words.download}:
      <a href="${download('csv')}">CSV</a> · <a href="${download('json')}">JSON</a> ·
      <a href="${download('atom')}">Atom</a>
    </p>
    ${page.cut ? html`<p class="help">${fill(words.cut, { n: events.length })}</p>` : ''}
    ${events.length ? table(page) : html`<p>${words.none}</p>`}`;
}

function choice(
  name: string,
  label: string,
  options: readonly { value: string; text: string }[],
  chosen: string | undefined,
  any: string,
): Html {
  return html`<div>
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">${any}</option>
      ${options.map(({ value, text }) => html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`)}
    </select>
  </div>`;
}

function table({ speech, to, events }: LedgerPage): Html {
  const { words } = speech;
  const columns = [
    words.events.date,
    words.events.who,
    words.events.host,
    words.events.facility,
    words.events.officials,
    words.events.status,
    words.ledger.sources,
  ];
  const labelled = (i: number, content: Html | string) =>
    html`<td data-label="${columns[i]}">${content}</td>`;
  return html`<div class="table">
    <table class="stack">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${events.map((event) => {
          const visit = event.visit!;
          const [first, ...more] = event.stories;
          const officials = visit.officials
            .map(({ name, role }) => (role ? `${name} (${role})` : name))
            .join('; ');
          return html`<tr>
            <th scope="row">
              <a href="${to(`/events/${event.id}`)}"
                >${visit.date ? speech.day(visit.date) : words.events.unknown}</a
              >
            </th>
            ${labelled(1, speech.parties(visit.visitors))} ${labelled(2, speech.party(visit.host))}
            ${labelled(3, visit.facility ?? words.events.unknown)}
            ${labelled(4, officials || words.events.unknown)} ${labelled(5, words.statuses[visit.status])}
            ${labelled(6, first ? html`<a href="${webLink(first.link)}" rel="noreferrer">${first.outlet}</a>${more.length ? ` +${more.length}` : ''}` : '')}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
