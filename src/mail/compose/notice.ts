import * as z from 'zod';
import type { NoticeKind } from '../../alerts/outbox-row';
import {
  type Block,
  type Inline,
  type Letter,
  button,
  facts,
  heading,
  list,
  paragraph,
  small,
} from '../blocks';
import { type Asked, type Reader, calendar, wordsOf } from './reader';
import { REPORT_SECTIONS } from '../words/words';

/** What notices are composed from, besides their data. */
export interface NoticeContext {
  readonly reader: Reader;
  /** The subscriptions the notice is about (confirmation, welcome), with their readings. */
  readonly asked: readonly Asked[];
  readonly confirm: string;
  readonly notMe: string;
  readonly feed: (subscriptionId: string) => string;
}

const headline = z.object({
  title: z.string(),
  link: z.string(),
  outlet: z.string(),
  lang: z.string().default(''),
});
const linked = (h: z.infer<typeof headline>): Inline[] => [
  { text: h.title, href: h.link, ...(h.lang && { lang: h.lang }) },
  ` (${h.outlet})`,
];

const query = z.object({ query: z.string().default('') });
/** The preview of a query over the last 30 days; absent when it was not computed. */
const preview = z.object({
  preview: z.object({ events: z.number(), perWeek: z.number(), latest: z.array(headline) }).optional(),
});
const why = z.object({ because: z.enum(['bounce', 'complaint', 'suppressed', 'operator']) });
const watch = z.object({
  /** `YYYY-MM`. */
  month: z.string(),
  checks: z.number(),
  feedsUp: z.number(),
  feeds: z.number(),
  stories: z.number(),
  mails: z.number(),
  near: z.array(headline.extend({ missing: z.string() })),
});
const report = z.object({
  /** Last day of the week, `YYYY-MM-DD`. */
  week: z.string(),
  sections: z.array(
    z.object({ about: z.enum(REPORT_SECTIONS), lines: z.array(z.string()), more: z.number().default(0) }),
  ),
});

type Body = { readonly what?: string; readonly blocks: readonly Block[]; readonly foot?: 'asked' };

const BODIES: Readonly<Record<NoticeKind, (data: unknown, context: NoticeContext) => Body>> = {
  confirmation: (data, { reader, asked, confirm, notMe }) => {
    const words = wordsOf(reader);
    return {
      what: query.parse(data).query,
      blocks: [
        ...asked.map(({ reading }) => paragraph(words.welcome.reading(reading))),
        button(words.confirm.button, confirm),
        small(words.confirm.expires, ' ', words.confirm.ignore),
        small({ text: words.confirm.notMe, href: notMe }),
      ],
      foot: 'asked',
    };
  },
  welcome: (data, { reader, asked, feed }) => {
    const { welcome } = wordsOf(reader);
    const sample = preview.parse(data).preview;
    const number = new Intl.NumberFormat(reader.language, { maximumFractionDigits: 1 });
    return {
      what: query.parse(data).query || asked.map(({ subscription }) => subscription.query).join(', '),
      blocks: [
        ...asked.map(({ reading }) => paragraph(welcome.reading(reading))),
        ...(sample
          ? [
              paragraph(sample.events ? welcome.sample(sample.events) : welcome.none),
              ...(sample.latest.length ? [list(sample.latest.map(linked))] : []),
              ...(sample.events ? [paragraph(welcome.rate(number.format(sample.perWeek)))] : []),
            ]
          : []),
        button(welcome.manage, reader.preferences),
        ...asked.map(({ subscription }) =>
          small(`${welcome.feed} `, { text: 'Atom', href: feed(subscription.subscriptionId) }),
        ),
      ],
    };
  },
  'already-subscribed': (data, { reader, notMe }) => ({
    what: query.parse(data).query,
    blocks: [
      button(wordsOf(reader).welcome.manage, reader.preferences),
      small({ text: wordsOf(reader).confirm.notMe, href: notMe }),
    ],
  }),
  goodbye: (data, { reader }) => {
    const { goodbye, welcome } = wordsOf(reader);
    const { query: ended } = query.parse(data);
    return {
      blocks: [
        paragraph(ended ? goodbye.ended(ended) : goodbye.all),
        paragraph(goodbye.undo),
        button(welcome.manage, reader.preferences),
        small(goodbye.feed),
      ],
    };
  },
  suspension: (data, { reader }) => {
    const { suspension, welcome } = wordsOf(reader);
    return {
      blocks: [
        paragraph(suspension.because[why.parse(data).because]!),
        paragraph(suspension.resume),
        button(welcome.manage, reader.preferences),
      ],
    };
  },
  'still-watching': (data, { reader }) => {
    const { watching, foot } = wordsOf(reader);
    const { month, checks, feedsUp, feeds, stories, mails, near } = watch.parse(data);
    const number = (n: number) => new Intl.NumberFormat(reader.language).format(n);
    return {
      what: calendar(month, reader),
      blocks: [
        facts([
          [watching.checks, number(checks)],
          [watching.feeds, watching.of(number(feedsUp), number(feeds))],
          [watching.stories, number(stories)],
          [watching.mails, number(mails)],
        ]),
        paragraph(near.length ? watching.near : watching.noNear),
        ...(near.length ? [list(near.map((story) => [...linked(story), ` – ${story.missing}`]))] : []),
        small({ text: foot.preferences, href: reader.preferences }),
      ],
    };
  },
  'operator-report': (data, { reader }) => {
    const { week, sections } = report.parse(data);
    return {
      what: calendar(week, reader),
      blocks: sections.flatMap(({ about, lines, more }) => [
        heading(2, wordsOf(reader).report[about]),
        list([...lines, ...(more ? [`+ ${more}`] : [])].map((line) => [line])),
      ]),
    };
  },
};

/** A mail about the subscription or the service. Throws a ZodError when `data` is not what the kind needs. */
export function noticeLetter(kind: NoticeKind, data: unknown, context: NoticeContext): Letter {
  const words = wordsOf(context.reader);
  const { what = '', blocks, foot } = BODIES[kind](data, context);
  const subject = words.notices[kind].subject(what);
  const opening = words.notices[kind].opening(what);
  return {
    lang: context.reader.language,
    subject,
    preview: opening,
    blocks: [heading(1, subject), paragraph(opening), ...blocks],
    footer: [small(foot ? words.foot.asked : words.foot.noTracking)],
  };
}
