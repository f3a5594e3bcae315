import { analyse } from './analyse';
import { chooseKinds } from './kinds/choose';
import { compileTopic } from './kinds/compile';
import { scoreKinds } from './kinds/decide';
import { checkEntries, lexiconOf } from './lexicon/own-lexicon';
import type { Language, Reason, StoryText } from './reading';
import type { Topic } from './topic';

/** What a topic of one's own says of a story. */
export interface TopicReading {
  readonly lang: Language | 'other';
  readonly relevant: boolean;
  readonly kinds: readonly {
    readonly kind: string;
    readonly score: number;
    readonly reasons: readonly Reason[];
  }[];
}

/**
 * A reader of stories for a topic given as data. Throws `UnknownConcept`, `UnknownParadigm` or `PhraseSyntaxError`,
 * each naming the entry at fault, when the data does not hold together.
 */
export function topicReader(topic: Topic): (story: StoryText) => TopicReading {
  const compiled = compileTopic(topic);
  checkEntries(topic.lexicon);
  const lexicon = lexiconOf(topic.lexicon);
  return (story) => {
    const analysed = analyse(story, lexicon);
    const kinds = chooseKinds(scoreKinds(analysed, compiled), topic);
    return {
      lang: analysed.lang,
      relevant: kinds.length > 0,
      kinds: kinds.map(({ kind, score, reasons }) => ({ kind, score, reasons })),
    };
  };
}
