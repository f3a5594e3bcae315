import { splitSentences } from '../meaning/sentences';
import type { QueryMatch } from '../meaning/query/query';
import type { Span } from '../meaning/reading';
import type { Story } from '../stories/story';
import type { Why } from './why';

const MOST_WORDS = 6;
const MOST_SENTENCE = 300;

const zoneText = (story: Story, zone: Span['zone']) => story[zone];

/** The sentence of a story that shows best why a query fired: the one with most of the deciding words. */
export function whyMatched(story: Story, match: QueryMatch): Why {
  const spans = match.terms.flatMap((term) => term.spans);
  const sentences = (['title', 'summary', 'body'] as const).flatMap((zone) =>
    splitSentences(zoneText(story, zone)).map((range) => ({ zone, ...range })),
  );
  const inside = (sentence: (typeof sentences)[number]) =>
    spans.filter(
      (span) => span.zone === sentence.zone && span.start >= sentence.start && span.end <= sentence.end,
    );
  let best = sentences[0];
  let most = 0;
  for (const sentence of sentences) {
    const n = new Set(inside(sentence).map((span) => `${span.start}-${span.end}`)).size;
    if (n > most) [best, most] = [sentence, n];
  }
  const text = best ? zoneText(story, best.zone).slice(best.start, best.end).trim() : story.title;
  const words = best
    ? inside(best).map((span) => zoneText(story, span.zone).slice(span.start, span.end))
    : [];
  return {
    sentence: text.length > MOST_SENTENCE ? `${text.slice(0, MOST_SENTENCE - 1)}…` : text,
    lang: story.reading.lang,
    storyId: story.id,
    outlet: story.outlet,
    link: story.link,
    words: [...new Set(words)].slice(0, MOST_WORDS),
  };
}
