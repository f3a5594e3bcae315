import PostalMime, { decodeWords } from 'postal-mime';
import type { NewsEvent } from '../events/event';
import { countryName } from '../meaning/gazetteer/countries';
import type { AcceptedMail } from './mailbox/fake-ses';
import type { Outcome } from './outcome';

const BODIES: Readonly<Record<string, string>> = {
  EU: 'European Union',
  'org:UN': 'United Nations',
  'org:OAS': 'OAS',
  'org:IACHR': 'IACHR',
  'org:NGO': 'NGOs',
  'org:press': 'foreign press',
};
const party = (code: string) => BODIES[code] ?? countryName(code, 'en');

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const title = (event: NewsEvent) => event.titles.en ?? Object.values(event.titles)[0] ?? '';

/** Who visited what and when, in one line; the headline for news without a visit. */
function eventLines(event: NewsEvent): string[] {
  const outlets = new Set(event.stories.map((story) => story.source)).size;
  const langs = [...new Set(event.stories.map((story) => story.lang))].join(' ');
  const source = `${count(outlets, 'outlet')}, ${langs}`;
  const { visit } = event;
  if (!visit || !event.kinds.includes('delegation-visit'))
    return [`${title(event)}`, `  ${event.kinds.join(', ')} · ${source}`];
  const who = visit.visitors.map(party).join(', ') || 'unknown visitors';
  const where = [visit.facility, visit.host === 'unknown' ? null : party(visit.host)]
    .filter(Boolean)
    .join(', ');
  const when = visit.date ? ` · ${visit.date}${visit.endDate ? ` to ${visit.endDate}` : ''}` : '';
  const people = visit.officials.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ');
  return [
    `${who} → ${where || 'unknown place'}${when} · ${visit.status}`,
    `  ${title(event)}`,
    ...(people ? [`  ${people}`] : []),
    `  ${source}`,
  ];
}

async function mailLines(mail: AcceptedMail): Promise<string[]> {
  const { to, subject, headers, text = '' } = await PostalMime.parse(mail.raw);
  const list = headers.find(({ key }) => key === 'list-id')?.value;
  const query = list && decodeWords(list.replace(/\s*<[^>]*>\s*$/, '').replace(/^"|"$/g, ''));
  const why = /^>\s(.+(?:\n>\s(?!--).+)*)/m.exec(text)?.[1]?.replace(/\n>\s/g, ' ');
  const lines = [`${to?.[0]?.address ?? mail.to[0]} · ${subject}`];
  if (query) lines.push(`  for “${query}”${why ? `: “${why}”` : ''}`);
  return lines;
}

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
const section = (heading: string, lines: readonly string[]) => ['', heading, ...indent(lines)];

export interface Report {
  readonly outcome: Outcome;
  readonly events: readonly NewsEvent[];
  readonly mails: readonly AcceptedMail[];
}

/** The summary a person reads at the end of a run. */
export async function reportText({ outcome, events, mails }: Report): Promise<string> {
  const { polls, kinds, feeds } = outcome;
  const failed = [...feeds.values()].filter((feed) => feed.failure !== null);
  const byKind = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, n]) => `${kind} ${n}`);
  const mailed = await Promise.all(mails.map(mailLines));
  const isVisit = (event: NewsEvent) => event.kinds.includes('delegation-visit');
  return [
    `Feeds: ${count(feeds.size, 'feed')} polled; ${polls.read} read, ${polls.unchanged} unchanged, ${polls.failed} failed`,
    ...indent(failed.map((feed) => `${feed.title}: ${feed.reason || feed.failure}`)),
    '',
    `Items: ${polls.items} seen, ${count(outcome.stories, 'story', 'stories')} kept`,
    ...indent(byKind.length ? [byKind.join(' · ')] : []),
    ...section(`Visits: ${events.filter(isVisit).length}`, events.filter(isVisit).flatMap(eventLines)),
    ...section(
      `Other events: ${events.filter((event) => !isVisit(event)).length}`,
      events.filter((event) => !isVisit(event)).flatMap(eventLines),
    ),
    ...section(`Mails: ${mails.length}`, mailed.flat()),
    '',
  ].join('\n');
}
