import { type Letter, button, heading, paragraph, small } from '../blocks';
import { type Reader, wordsOf } from './reader';
import {
  type ToldEvent,
  alsoReportedBy,
  bestStory,
  course,
  eventFacts,
  footer,
  timeline,
  visitDates,
  whyBlocks,
} from './told-event';

/**
 * One event in one mail, first news or update.
 * @param subject that of the first mail about the event, so that mail programs thread the updates under it
 */
export function alertLetter(told: ToldEvent, reader: Reader, subject?: string): Letter {
  const words = wordsOf(reader);
  const story = bestStory(told.event, reader);
  const { visit } = told.event;
  const change = visit ? words.alert.changed(words.statuses[visit.status]) : words.alert.changedDate;
  const status = visit ? words.statuses[visit.status] : '';
  return {
    lang: reader.language,
    subject: subject ?? story.title,
    preview: [course(told.event, reader), status, visitDates(told.event, reader)].filter(Boolean).join(' · '),
    blocks: [
      heading(1, story.title, { lang: story.lang }),
      ...(told.follows ? [paragraph({ text: change, strong: true })] : []),
      eventFacts(told, reader),
      button(words.alert.read(story.outlet), story.link),
      ...timeline(told, reader),
      ...alsoReportedBy(told, reader),
      heading(2, words.alert.why),
      ...whyBlocks(told, reader),
      small({ text: words.alert.page, href: told.page }),
    ],
    footer: footer(told.asked, reader),
  };
}
