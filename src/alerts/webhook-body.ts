import type { NewsEvent } from '../events/event';
import type { Webhook } from '../subscriptions/subscription';
import type { Why } from './why';

export interface WebhookMessage {
  /** Name of the delivery, the same in every repetition. */
  readonly delivery: string;
  readonly event: NewsEvent;
  /** Page of the event on the site. */
  readonly page: string;
  readonly update: number;
  readonly query: string;
  /** How the query reads in words. */
  readonly reading: string;
  readonly why: Why | null;
}

/** Slack's markup knows three special characters. */
const slackText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const slackLink = (href: string, text: string) =>
  `<${href.replace(/[|>]/g, encodeURIComponent)}|${slackText(text)}>`;

function slack({ event, page, reading, why }: WebhookMessage): unknown {
  const [story] = event.stories;
  const { visit } = event;
  const course =
    visit && `${visit.visitors.join(', ')} → ${[visit.facility, visit.host].filter(Boolean).join(', ')}`;
  const title = slackLink(story!.link, story!.title);
  const facts = [course, visit?.status, visit?.date].filter(Boolean).join(' · ');
  const section = (text: string) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: text.slice(0, 2900) },
  });
  return {
    text: `${story!.title} ${story!.link}`,
    blocks: [
      section(`*${title}*\n${slackText(facts || event.countries.join(', '))}`),
      ...(why ? [section(`>${slackText(why.sentence)}`)] : []),
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: `${slackText(reading).slice(0, 500)} · ${slackLink(page, 'Vigía')}` },
        ],
      },
    ],
  };
}

function json({ delivery, event, page, update, query, reading, why }: WebhookMessage): unknown {
  const { id, kinds, countries, visit, timeline, stories, first, last } = event;
  return {
    type: update === 0 ? 'event' : 'event.update',
    delivery,
    query: { text: query, reading },
    why,
    event: {
      id,
      page,
      update,
      kinds,
      countries,
      visit,
      timeline,
      first,
      last,
      stories: stories.map(({ link, outlet, lang, title, published, seen }) => ({
        link,
        outlet,
        lang,
        title,
        published,
        seen,
      })),
    },
  };
}

/** The body of a post, as text: what is signed is what is sent. */
export const webhookBody = (message: WebhookMessage, format: Webhook['format']): string =>
  JSON.stringify(format === 'slack' ? slack(message) : json(message));
