/**
 * Trains the models of `src/meaning/visit` (decision 24) on the labelled visits of `test/corpus` (train-* and seen-*; the
 * kept-apart sets are never read), whole and as title and summary, and writes their weights: how far a visit has come
 * (`status-weights.json`), who visits whom (`side-weights.json`). The same corpus and lexicon give the same files, bit by
 * bit.
 *
 *     npm run train-model                     these and the second opinion
 *     npx tsx scripts/train-visit.ts --check  only prints how often they are right on events they have not seen
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HashedWeights } from '../src/meaning/model/hashed-model';
import { analyseStory } from '../src/meaning/read';
import { findPeople } from '../src/meaning/visit/people';
import { gazetteerMemory } from '../src/meaning/visit/person-memory';
import { scenesOf } from '../src/meaning/visit/scene';
import { tellSides } from '../src/meaning/visit/side-features';
import { SIDE_BITS } from '../src/meaning/visit/side-sums';
import { emitStatusFeatures, STATUS_BITS } from '../src/meaning/visit/status-features';
import { textOf } from '../src/stories/classify';
import { oddsUnseen, type Recipe, type Row, trainHashed } from './model/hashed';
import { GROUPS, isSure, type TrainingStory, trainingStories } from './model/training-stories';

const STATUS: Recipe = {
  labels: ['announced', 'under-way', 'completed', 'cancelled', 'denied', 'proposed'],
  bits: STATUS_BITS,
  leastEvents: 8,
  weight: 2,
  steps: 15,
};
const SIDES: Recipe = { labels: ['host', 'visitor'], bits: SIDE_BITS, leastEvents: 6, weight: 0.4 };

interface Look {
  readonly story: TrainingStory;
  readonly thin: boolean;
  readonly status: Row | null;
  /** A row for each party that the story names. */
  readonly sides: readonly Row[];
}

function look(story: TrainingStory, thin: boolean): Look {
  const text = textOf(story);
  const analysed = analyseStory(thin ? { ...text, body: '' } : text);
  const scenes = scenesOf(analysed);
  const visit = story.labels.visit!;
  const published = text.published?.slice(0, 10) ?? null;
  const told = new Map<number, number>();
  emitStatusFeatures(scenes, published, (bucket, value) => {
    if (value > (told.get(bucket) ?? 0)) told.set(bucket, value);
  });
  // The corpus knows no postponed visits.
  const status = visit.status === 'postponed' ? 'cancelled' : visit.status;
  const people = findPeople(analysed, gazetteerMemory(published));
  const parties = tellSides(scenes, people, text.outletCountry ?? null, (sums) => sums.toMap());
  const sides = [...parties].map(([party, features]): Row => {
    const truth = new Set<string>();
    if (party === visit.host) truth.add('host');
    if (visit.visitors.includes(party)) truth.add('visitor');
    return { story, features, truth };
  });
  return {
    story,
    thin,
    status: isSure(story, 'visit.status') ? { story, features: told, truth: new Set([status]) } : null,
    sides: isSure(story, 'visit.host') && isSure(story, 'visit.visitors') ? sides : [],
  };
}

const stories = trainingStories().filter((story) => isSure(story, 'visit'));
const looks = [false, true].flatMap((thin) => stories.map((story) => look(story, thin)));

const bestOf = (odds: readonly number[]): number => odds.indexOf(Math.max(...odds));

/** How often the likeliest answer is right, for each group of visits; null where there is nothing to answer. */
function report(name: string, isRight: (look: Look) => boolean | null): void {
  const shares = GROUPS.map(([group, test]) => {
    const answers = looks
      .filter(({ story, thin }) => test(story, thin))
      .map(isRight)
      .filter((right) => right !== null);
    const share = (100 * answers.filter(Boolean).length) / answers.length;
    return `${group} ${share.toFixed(1)} % of ${answers.length}`;
  });
  process.stdout.write(`${name} right on visits of events not seen: ${shares.join(', ')}\n`);
}

const statusRows = looks.flatMap(({ status }) => status ?? []);
const statusOdds = new Map(oddsUnseen(statusRows, STATUS).map((odds, i) => [statusRows[i], odds]));
report('status', ({ status }) =>
  status ? status.truth.has(STATUS.labels[bestOf(statusOdds.get(status)!)]!) : null,
);

const sideRows = looks.flatMap(({ sides }) => sides);
const sideOdds = new Map(oddsUnseen(sideRows, SIDES).map((odds, i) => [sideRows[i], odds]));
SIDES.labels.forEach((label, l) =>
  report(`${label} by the model alone`, ({ sides }) => {
    if (sides.length === 0) return null;
    return sides[bestOf(sides.map((row) => sideOdds.get(row)![l]!))]!.truth.has(label);
  }),
);

if (!process.argv.includes('--check')) {
  const write = (name: string, weights: HashedWeights): void =>
    writeFileSync(path.join(__dirname, '../src/meaning/visit', name), `${JSON.stringify(weights)}\n`);
  write('status-weights.json', trainHashed(statusRows, STATUS));
  write('side-weights.json', trainHashed(sideRows, SIDES));
}
