import { html } from 'hono/html';
import type { NewsEvent } from '../../events/event';
import type { Span } from '../../meaning/reading';
import type { Story } from '../../stories/story';
import { type Html, queryPath } from '../context';
import { type Speech, fill } from '../speech';
import { headline, kindTags } from './event-list';

const SENTENCES = 4;

export function eventPage(
  event: NewsEvent,
  stories: readonly Story[],
  speech: Speech,
  to: (path: string) => string,
): { title: string; body: Html } {
  const { words } = speech;
  const title = headline(event, speech);
  const body = html`<article>
    <h1 lang="${title.lang}">${title.text}</h1>
    ${kindTags(event, speech)} ${event.visit ? visitFacts(event, speech) : ''}
    <p>
      <a class="button" href="${to(queryPath(followQuery(event, speech)))}">${words.events.follow}</a>
    </p>
    <div class="columns">
      <div>
        <h2>${words.events.stories}</h2>
        <ul class="events">
          ${event.stories.map(
            (story) =>
              html`<li>
                <a href="${webLink(story.link)}" lang="${story.lang}" rel="noreferrer">${story.title}</a>
                <p class="meta">
                  ${story.outlet} ·
                  <time datetime="${story.published}">${speech.moment(story.published)}</time>
                  ${story.copyOf === null ? '' : html` · ${words.events.copy}`}
                </p>
              </li>`,
          )}
        </ul>
        ${event.timeline.length ? timeline(event, speech) : ''}
      </div>
      <section>
        ${
          stories.length
            ? html`<h2>${words.events.why}</h2>
                <p class="help">${words.events.whyHelp}</p>`
            : ''
        }
        ${stories.map((story) => reasons(story, speech))}
      </section>
    </div>
  </article>`;
  return { title: title.text, body };
}

function visitFacts({ visit }: NewsEvent, speech: Speech): Html {
  const { words } = speech;
  const dates = [visit!.date, visit!.endDate].filter((date) => date !== null).map((date) => speech.day(date));
  const officials = visit!.officials.map(({ name, role }) => (role ? `${name} (${role})` : name));
  const facts: readonly (readonly [string, string])[] = [
    [words.events.who, speech.parties(visit!.visitors)],
    [words.events.host, speech.party(visit!.host)],
    [words.events.facility, visit!.facility ?? words.events.unknown],
    [words.events.officials, officials.join('; ') || words.events.unknown],
    [words.events.date, dates.join(' – ') || words.events.unknown],
    [words.events.status, words.statuses[visit!.status]],
  ];
  return html`<dl>
    ${facts.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function timeline(event: NewsEvent, speech: Speech): Html {
  const links = new Map(event.stories.map((story) => [story.id, story]));
  return html`<h2>${speech.words.events.timeline}</h2>
    <ol class="timeline">
      ${event.timeline.map(({ status, at, storyId }) => {
        const story = links.get(storyId);
        return html`<li>
          <strong>${speech.words.statuses[status]}</strong> · ${speech.day(at)}
          ${story ? html` · <a href="${webLink(story.link)}" rel="noreferrer">${story.outlet}</a>` : ''}
        </li>`;
      })}
    </ol>`;
}

/** The sentences that decided, heaviest first, with what counted in them highlighted. */
function reasons(story: Story, { words }: Speech): Html {
  const bySentence = new Map<
    string,
    { sentence: Span; evidence: Span[]; kinds: Set<string>; points: number }
  >();
  for (const { kind, reasons } of story.reading.kinds)
    for (const { sentence, evidence, points } of reasons) {
      const key = `${sentence.zone}/${sentence.start}`;
      const known = bySentence.get(key) ?? { sentence, evidence: [], kinds: new Set<string>(), points: 0 };
      known.evidence.push(...evidence);
      known.kinds.add(words.kinds[kind]);
      known.points += Math.max(0, points);
      bySentence.set(key, known);
    }
  const heaviest = [...bySentence.values()].sort((a, b) => b.points - a.points).slice(0, SENTENCES);
  return html`<h3>${story.outlet}</h3>
    ${heaviest.map(
      ({ sentence, evidence, kinds }) =>
        html`<blockquote lang="${story.reading.lang}">
          <p>${marked(story[sentence.zone], sentence, evidence)}</p>
          <p class="meta">${words.events.speaksFor}: ${[...kinds].join(', ')}</p>
        </blockquote>`,
    )}`;
}

function marked(text: string, sentence: Span, evidence: readonly Span[]): Html[] {
  const inside = evidence
    .filter((span) => span.zone === sentence.zone && span.start >= sentence.start && span.end <= sentence.end)
    .sort((a, b) => a.start - b.start);
  const parts: Html[] = [];
  let at = sentence.start;
  for (const span of inside) {
    if (span.end <= at) continue;
    const start = Math.max(at, span.start);
    parts.push(html`${text.slice(at, start)}<mark>${text.slice(start, span.end)}</mark>`);
    at = span.end;
  }
  parts.push(html`${text.slice(at, sentence.end)}`);
  return parts;
}

/** Only web addresses are linked: a feed might bring a `javascript:` one. */
export const webLink = (link: string): string => (/^https?:\/\//i.test(link) ? link : '#');

/** A query that would have found this event. */
function followQuery({ visit, kinds, countries }: NewsEvent, speech: Speech): string {
  if (visit?.facility) return fill(speech.words.events.followVisit, { what: visit.facility });
  if (visit && visit.host !== 'unknown') return `host:${visit.host} kind:delegation-visit`;
  return [kinds[0] && `kind:${kinds[0]}`, countries[0] && speech.party(countries[0])]
    .filter(Boolean)
    .join(' ');
}
