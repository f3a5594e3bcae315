import { createHash } from 'node:crypto';
import { corpusFiles, isApart, type LabelledStory, rows } from '../eval/sets';

export interface TrainingStory extends LabelledStory {
  /** Its file, without the ending. */
  readonly set: string;
}

/** What a story weighs against the penalty on large weights; literary wording teaches less of what newsrooms write. */
const WEIGHT = 0.7;
const LITERARY = 0.35;

export const FOLDS = 5;

export const eventOf = (story: TrainingStory): string => story.labels.event;

/** All stories that may be learnt from: train-* and seen-*; the kept-apart ones are never read. */
export const trainingStories = (): TrainingStory[] =>
  corpusFiles()
    .filter((file) => /^(train|seen)-/.test(file))
    .flatMap((file) => rows(file).map((story) => ({ ...story, set: file.replace('.jsonl', '') })))
    .filter((story) => story.set.startsWith('seen') || !isApart(eventOf(story)));

export const isBrief = ({ set }: TrainingStory): boolean => set.startsWith('train-briefs');

const isLiterary = (story: TrainingStory): boolean =>
  story.set.startsWith('train') && !isBrief(story) && story.style === 'varied';

export const weightOf = (story: TrainingStory): number => (isLiterary(story) ? LITERARY : WEIGHT);

/** True for a visit on whose `slot` its labellers agreed. */
export const isSure = ({ unsure = [], labels }: TrainingStory, slot: string): boolean =>
  labels.visit !== null && !['visit', slot, 'kind:delegation-visit'].some((name) => unsure.includes(name));

/** One of `FOLDS` parts; all stories of an event are in the same. */
export const foldOf = (story: TrainingStory): number =>
  createHash('sha256')
    .update(`fold ${eventOf(story)}`)
    .digest()[0]! % FOLDS;

/** How the story was worded and shown: the groups that figures are printed for. */
export const GROUPS: readonly (readonly [
  name: string,
  test: (story: TrainingStory, thin: boolean) => boolean,
])[] = [
  [
    'training stories',
    (story, thin) => !thin && story.set.startsWith('train') && !isBrief(story) && story.style === 'ordinary',
  ],
  ['literary wording', (story, thin) => !thin && isLiterary(story)],
  ['press wording', ({ set }, thin) => !thin && /^seen.*-ordinary$/.test(set)],
  ['varied wording', ({ set }, thin) => !thin && /^seen.*-varied$/.test(set)],
  ['briefs', (story, thin) => !thin && isBrief(story)],
  ['title and summary', ({ set }, thin) => thin && /^seen.*-ordinary$/.test(set)],
];
