import { analyse } from './analyse';
import type { Analysed } from './analysed';
import { scoreKinds } from './kinds/decide';
import { isOpinionOnly, reachVerdict } from './kinds/verdict';
import { weighSides } from './kinds/weigh-sides';
import { personsIn } from './persons';
import { prisonLexicon } from './lexicon/prison-lexicon';
import { prisonTopic } from './prison-topic';
import type { Person, Reading, StoryText } from './reading';
import { placeWeight } from './topic';
import { extractVisit } from './visit/extract-visit';

export interface ReadingContext {
  /** Whom a bare surname means, learnt from earlier stories. */
  readonly persons?: (surname: string) => Person | null;
}

/** Language, sentences, concepts and names of a story, by the built-in topic. */
export const analyseStory = (story: StoryText): Analysed => analyse(story, prisonLexicon);

/** Countries by prominence: the weight of the places that name them. */
function countriesOf({ sentences }: Analysed): string[] {
  const weights = new Map<string, number>();
  for (const sentence of sentences)
    for (const country of sentence.countries)
      weights.set(country, (weights.get(country) ?? 0) + placeWeight(sentence.zone, sentence.position));
  const weightOf = (country: string): number => weights.get(country) ?? 0;
  return [...weights.keys()]
    .filter((country) => weightOf(country) >= 1)
    .sort((a, b) => weightOf(b) - weightOf(a));
}

/**
 * Reads a story: its language, whether it matters, which kinds it is of and why, and the visit it tells of. Pure and
 * deterministic; never throws for any text.
 */
export function read(story: StoryText, context: ReadingContext = {}): Reading {
  const analysed = analyseStory(story);
  const topic = prisonTopic();
  const scores = weighSides(scoreKinds(analysed, topic), analysed);
  const { kinds, themes } = reachVerdict(analysed, scores, topic.topic);
  const isVisit = kinds.some(({ kind }) => kind === 'delegation-visit');
  const visit = isVisit ? extractVisit(analysed, context) : null;
  const relevant = kinds.length > 0;
  return {
    lang: analysed.lang,
    relevant,
    kinds,
    themes,
    countries: countriesOf(analysed),
    visit,
    thin:
      story.body === '' &&
      (relevant
        ? visit?.host === 'unknown' || kinds.every(isOpinionOnly)
        : scores.about > 0 || scores.kinds.some(({ score }) => score > 0)),
    persons: relevant ? personsIn(analysed, context.persons ?? (() => null)) : [],
  };
}
