import type { Why } from '../../alerts/why';
import type { EventStory, NewsEvent } from '../../events/event';
import { type Block, type Inline, facts, heading, list, paragraph, small } from '../blocks';
import { type Asked, type Reader, calendar, listOf, moment, partyName, wordsOf } from './reader';

/** An event as one reader is told of it. */
export interface ToldEvent {
  readonly event: NewsEvent;
  /** Its page on the site. */
  readonly page: string;
  /** True when the reader was told of it before. */
  readonly follows: boolean;
  readonly asked: readonly (Asked & { readonly why: Why | null })[];
}

const OUTLETS_LISTED = 8;

/** The story to send the reader to: in their language if there is one, an original rather than a copy, the first. */
export function bestStory({ stories }: NewsEvent, { language }: Pick<Reader, 'language'>): EventStory {
  const rank = (story: EventStory) => (story.lang === language ? 0 : 2) + (story.copyOf === null ? 0 : 1);
  return [...stories].sort((a, b) => rank(a) - rank(b) || a.seen.localeCompare(b.seen))[0]!;
}

/** `Ecuador → El Salvador (CECOT)`, or the countries, or nothing. */
export function course({ visit, countries }: NewsEvent, reader: Reader): string {
  const name = (party: string) => partyName(party, reader);
  if (!visit) return listOf(countries.slice(0, 4).map(name), reader);
  const who = listOf(visit.visitors.map(name), reader);
  const where = visit.host === 'unknown' ? '' : name(visit.host);
  const place = visit.facility ? (where ? `${where} (${visit.facility})` : visit.facility) : where;
  return [who, place].filter(Boolean).join(' → ');
}

export function visitDates({ visit }: NewsEvent, reader: Reader): string | null {
  if (!visit?.date) return null;
  const from = calendar(visit.date, reader);
  return visit.endDate && visit.endDate !== visit.date
    ? wordsOf(reader).facts.until(from, calendar(visit.endDate, reader))
    : from;
}

/** Who visited what and when, and how fast we were. */
export function eventFacts({ event }: ToldEvent, reader: Reader): Block {
  const words = wordsOf(reader);
  const { visit } = event;
  const name = (party: string) => partyName(party, reader);
  const story = [...event.stories].sort((a, b) => a.seen.localeCompare(b.seen))[0]!;
  const lag = Math.max(0, Math.round((Date.parse(story.seen) - Date.parse(story.published)) / 60_000));
  const host = !visit || visit.host === 'unknown' ? null : name(visit.host);
  return facts([
    [words.facts.kind, event.kinds.map((kind) => words.kinds[kind]).join(' · ')],
    [words.facts.who, visit && (listOf(visit.visitors.map(name), reader) || words.facts.unknown)],
    [words.facts.where, visit && ([visit.facility, host].filter(Boolean).join(', ') || words.facts.unknown)],
    [words.facts.officials, visit && listOf(visit.officials.map(official), reader)],
    [words.facts.status, visit && words.statuses[visit.status]],
    [words.facts.date, visitDates(event, reader)],
    [words.facts.countries, visit ? null : listOf(event.countries.slice(0, 6).map(name), reader)],
    [words.facts.published, moment(story.published, reader)],
    [words.facts.seen, `${moment(story.seen, reader)} (${words.facts.lag(lag)})`],
    [words.facts.sent, moment(reader.now, reader)],
  ]);
}

const official = ({ name, role }: { name: string; role: string }) => (role ? `${name} (${role})` : name);

/** The other outlets, each once. */
export function alsoReportedBy({ event, page }: ToldEvent, reader: Reader): Block[] {
  const words = wordsOf(reader);
  const seen = new Set([bestStory(event, reader).source]);
  const others = event.stories.filter(({ source }) => !seen.has(source) && seen.add(source));
  if (!others.length) return [];
  const items = others
    .slice(0, OUTLETS_LISTED)
    .map((story): Inline[] => [
      `${story.outlet}: `,
      { text: story.title, href: story.link, lang: story.lang },
      story.copyOf === null ? '' : ` (${words.alert.copy})`,
    ]);
  const more = others.length - items.length;
  if (more > 0) items.push([{ text: words.alert.more(more), href: page }]);
  return [heading(2, words.alert.also(others.length)), list(items)];
}

/** How a visit came from announcement to completion, when there is more than one step. */
export function timeline({ event }: ToldEvent, reader: Reader): Block[] {
  if (event.timeline.length < 2) return [];
  const words = wordsOf(reader);
  const steps = event.timeline.map(({ status, at }): Inline[] => [
    { text: words.statuses[status], strong: true },
    `, ${moment(at, reader)}`,
  ]);
  return [heading(2, words.alert.course), list(steps)];
}

/** Each query that found the event: how we read it, and the sentence that answers it. */
export function whyBlocks({ asked }: ToldEvent, reader: Reader): Block[] {
  const words = wordsOf(reader);
  return asked.flatMap(({ reading, why }) => [
    paragraph(words.alert.because(reading)),
    ...(why ? [evidence(why, reader)] : []),
  ]);
}

const evidence = (why: Why, reader: Reader): Block => {
  const words = wordsOf(reader);
  const language = words.languages[why.lang] ?? words.languages['other']!;
  return {
    block: 'quote',
    text: why.sentence,
    lang: why.lang,
    source: [{ text: words.alert.in(why.outlet, language), href: why.link }],
  };
};

/** Foot of every news mail. */
export function footer(asked: readonly Asked[], reader: Reader): Block[] {
  const { foot } = wordsOf(reader);
  const ends = asked.map(({ subscription, unsubscribe }): Inline[] => [
    foot.you(subscription.query, foot.frequency[subscription.frequency]) + ' ',
    { text: foot.unsubscribe(subscription.query), href: unsubscribe },
  ]);
  const all: Inline[] = [{ text: foot.unsubscribeAll, href: reader.unsubscribeAll }];
  return [
    ...(ends.length > 1 ? [list([...ends, all])] : ends.map((end) => small(...end))),
    small({ text: foot.preferences, href: reader.preferences }),
    small(foot.noTracking),
  ];
}
