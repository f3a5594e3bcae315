/**
 * npm run eval [-- --brief] [-- --misses]: measures the understanding of stories on every labelled set in test/corpus,
 * sets that were seen while rules were written beside sets kept apart. Exits with 1 when a kept-apart figure is below
 * its floor in eval/floors.json. --misses lists the wrong answers of seen sets (never of kept-apart ones).
 */
import { createHash } from 'node:crypto';
import { classifyStories, type Prediction } from '../src/stories/classify';
import { LANGUAGES } from '../src/meaning/reading';
import floors from './eval/floors.json';
import { table } from './eval/print';
import { score, type Measures } from './eval/score';
import { labelledSets, type LabelledSet, type LabelledStory } from './eval/sets';

const QUERIES = ['CECOT visit', 'prison reform', 'Bukele model', 'mega-prison', 'prisoner transfer'];
const brief = process.argv.includes('--brief');

interface Measured {
  readonly set: LabelledSet;
  readonly predictions: readonly Prediction[];
}

const measure = (set: LabelledSet, change: (story: LabelledStory, at: number) => LabelledStory): Measured => {
  const stories = set.stories.map(change);
  return { set, predictions: classifyStories(stories, QUERIES) };
};

const column = ({ set, predictions }: Measured, keep: (story: LabelledStory) => boolean = () => true) => {
  const stories = set.stories.filter(keep);
  const measures: Measures = score(stories, predictions);
  return { name: set.name, stories: stories.length, measures };
};

/** All events within one week, each on a day of its own: the hardest case for telling them apart. */
const intoOneWeek = (story: LabelledStory): LabelledStory => ({
  ...story,
  published: `2026-03-0${
    2 +
    (createHash('sha256')
      .update(story.labels.event ?? story.id)
      .digest()[0]! %
      7)
  }`,
});

const sets = labelledSets();
const full = sets.map((set) => measure(set, (story) => story));
console.log(
  table(
    'Full text',
    full.map((measured) => column(measured)),
  ),
);

if (!brief) {
  const short = sets.map((set) => measure(set, (story) => ({ ...story, text: '' })));
  console.log(
    table(
      'Title and summary only',
      short.map((measured) => column(measured)),
    ),
  );
  for (const lang of LANGUAGES)
    console.log(
      table(
        `Full text, stories in ${lang}`,
        full.map((measured) => column(measured, (story) => story.lang === lang)),
      ),
    );
  const week = sets.map((set) => measure(set, intoOneWeek));
  const events = (measured: Measured) => {
    const { name, stories, measures } = column(measured);
    return { name, stories, measures: new Map([...measures].filter(([key]) => key.startsWith('events'))) };
  };
  console.log(table('All events within one week', week.map(events)));
}

if (process.argv.includes('--misses'))
  for (const { set, predictions } of full.filter((measured) => !measured.set.apart))
    set.stories.forEach((story, at) => {
      const found = predictions[at]?.kinds ?? [];
      const wrong = [
        ...story.labels.kinds.filter((kind) => !found.includes(kind)).map((kind) => `-${kind}`),
        ...found.filter((kind) => !story.labels.kinds.includes(kind)).map((kind) => `+${kind}`),
      ];
      if (wrong.length > 0) console.log(set.name, story.id, wrong.join(' '), '|', story.title);
    });

const failures = Object.entries(floors).flatMap(([name, least]) => {
  const measured = full.find(({ set }) => set.name === name);
  if (!measured) return [`${name}: no such set in test/corpus`];
  const { measures } = column(measured);
  return Object.entries(least).flatMap(([key, floor]) => {
    const value = measures.get(key) ?? 0;
    return value < floor ? [`${name}: ${key} is ${value.toFixed(3)}, below its floor ${floor}`] : [];
  });
});
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
