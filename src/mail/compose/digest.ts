import type { DigestFrequency } from '../../alerts/outbox-row';
import { type Block, type Letter, heading, links, paragraph, rule, small } from '../blocks';
import { toHtml } from '../to-html';
import { type Asked, type Reader, dayOf, wordsOf } from './reader';
import { type ToldEvent, bestStory, course, footer, visitDates } from './told-event';

/** Gmail cuts a mail off at 102 KB and hides the way to unsubscribe; header words and quotes need some of it. */
const MOST_BYTES = 98_000;
const OUTLETS_LISTED = 4;
const SENTENCE = 220;

/** Several events in one mail, those with most outlets first; what does not fit is counted and left to the site. */
export function digestLetter(
  events: readonly ToldEvent[],
  frequency: DigestFrequency,
  reader: Reader,
): Letter {
  const ranked = [...events].sort(
    (a, b) => b.event.stories.length - a.event.stories.length || b.event.last.localeCompare(a.event.last),
  );
  const fits = (letter: Letter) => Buffer.byteLength(toHtml(letter)) <= MOST_BYTES;
  for (const evidence of [true, false]) {
    const letter = compose(ranked, ranked.length, evidence, frequency, reader);
    if (fits(letter)) return letter;
  }
  let [least, most] = [1, ranked.length];
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (fits(compose(ranked, middle, false, frequency, reader))) least = middle;
    else most = middle;
  }
  return compose(ranked, least, false, frequency, reader);
}

function compose(
  events: readonly ToldEvent[],
  shown: number,
  evidence: boolean,
  frequency: DigestFrequency,
  reader: Reader,
): Letter {
  const { digest } = wordsOf(reader);
  const asked = distinct(events);
  const stories = events.reduce((n, { event }) => n + event.stories.length, 0);
  const subject = digest.subject[frequency](events.length, dayOf(reader.now, reader));
  const left = events.length - shown;
  return {
    lang: reader.language,
    subject,
    preview: bestStory(events[0]!.event, reader).title,
    blocks: [
      heading(1, subject),
      paragraph(digest.intro(events.length, stories)),
      ...(frequency === 'held' ? [small(digest.held)] : []),
      rule,
      ...events.slice(0, shown).flatMap((told) => entry(told, reader, evidence, asked.length > 1)),
      ...(left > 0 ? [rule, paragraph({ text: digest.left(left), href: reader.preferences })] : []),
    ],
    footer: footer(asked, reader),
  };
}

function entry(told: ToldEvent, reader: Reader, evidence: boolean, severalQueries: boolean): Block[] {
  const words = wordsOf(reader);
  const { event } = told;
  const best = bestStory(event, reader);
  const status = event.visit
    ? words.statuses[event.visit.status]
    : event.kinds.map((kind) => words.kinds[kind])[0];
  const line = [
    told.follows ? words.digest.update : '',
    course(event, reader),
    status,
    visitDates(event, reader),
  ];
  const sources = new Set<string>();
  const outlets = event.stories.filter(({ source }) => !sources.has(source) && sources.add(source));
  const reports = outlets.slice(0, OUTLETS_LISTED).map(({ outlet, link }) => ({ text: outlet, href: link }));
  const more = outlets.length - reports.length;
  if (more > 0) reports.push({ text: words.alert.more(more), href: told.page });
  const why = evidence ? told.asked.find(({ why }) => why)?.why : null;
  const readings = severalQueries
    ? told.asked.map(({ subscription }) => `“${subscription.query}”`).join(', ')
    : '';
  return [
    heading(2, best.title, { href: best.link, lang: best.lang }),
    paragraph(line.filter(Boolean).join(' · ')),
    ...(why ? [quote(why.sentence, why.lang)] : []),
    ...(readings ? [small(words.digest.found(readings))] : []),
    links(...reports),
  ];
}

const quote = (sentence: string, lang: string): Block =>
  paragraph({
    text: `“${[...sentence].length > SENTENCE ? `${[...sentence].slice(0, SENTENCE - 1).join('')}…` : sentence}”`,
    lang,
  });

function distinct(events: readonly ToldEvent[]): Asked[] {
  const all = new Map(events.flatMap(({ asked }) => asked).map((a) => [a.subscription.subscriptionId, a]));
  return [...all.values()];
}
