import { html } from 'hono/html';
import type { EventVisit, NewsEvent } from '../../events/event';
import type { Html } from '../context';
import type { Speech } from '../speech';

/** The headline in the reader's language, else in the language of the first story. */
export function headline(event: NewsEvent, { lang }: Speech): { text: string; lang: string } {
  const spoken = event.titles[lang] ? lang : (event.stories[0]?.lang ?? Object.keys(event.titles)[0] ?? lang);
  const text = event.titles[spoken] ?? Object.values(event.titles)[0] ?? event.stories[0]?.title ?? event.id;
  return { text, lang: spoken };
}

/** "Ecuador → El Salvador · CECOT · completed · 14 November 2026" */
export function visitLine(visit: EventVisit, speech: Speech): string {
  const route = `${speech.parties(visit.visitors)} → ${speech.party(visit.host)}`;
  const date = visit.date && speech.day(visit.date);
  return [route, visit.facility, speech.words.statuses[visit.status], date].filter(Boolean).join(' · ');
}

export const outletCount = (event: NewsEvent, speech: Speech): string =>
  speech.count(speech.words.events.outlets, new Set(event.stories.map(({ source }) => source)).size);

export const kindTags = (event: NewsEvent, { words }: Speech): Html =>
  html`<ul class="tags">
    ${event.kinds.map((kind) => html`<li>${words.kinds[kind]}</li>`)}
  </ul>`;

export function eventList(events: readonly NewsEvent[], speech: Speech, to: (path: string) => string): Html {
  return html`<ul class="events">
    ${events.map((event) => {
      const title = headline(event, speech);
      return html`<li>
        <h3><a href="${to(`/events/${event.id}`)}" lang="${title.lang}">${title.text}</a></h3>
        ${event.visit ? html`<p class="meta">${visitLine(event.visit, speech)}</p>` : ''}
        <p class="meta">
          ${outletCount(event, speech)} · <time datetime="${event.last}">${speech.moment(event.last)}</time>
        </p>
        ${kindTags(event, speech)}
      </li>`;
    })}
  </ul>`;
}
