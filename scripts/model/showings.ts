import type { Analysed } from '../../src/meaning/analysed';
import { analyseStory } from '../../src/meaning/read';
import { textOf } from '../../src/stories/classify';
import type { TrainingStory } from './training-stories';

/** A training story as it is shown to a model. */
export interface Showing {
  readonly story: TrainingStory;
  /** As a feed tells it: title and summary only. */
  readonly thin: boolean;
}

/** Stories whole, and as feeds tell them. */
export const showings = (stories: readonly TrainingStory[]): Showing[] =>
  [false, true].flatMap((thin) => stories.map((story) => ({ story, thin })));

/** What is read of a story when it is shown so. */
export function analyseShown({ story, thin }: Showing): Analysed {
  const text = textOf(story);
  return analyseStory(thin ? { ...text, body: '' } : text);
}
