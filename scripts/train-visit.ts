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
import { scenesOf } from '../src/meaning/visit/scene';
import { emitStatusFeatures, STATUS_BITS } from '../src/meaning/visit/status-features';
import { oddsUnseen, type Recipe, type Row, trainHashed } from './model/hashed';
import { analyseShown, type Showing, showings } from './model/showings';
import { sideRows, SIDES_RECIPE } from './model/side-rows';
import { GROUPS, isSure, trainingStories } from './model/training-stories';

const STATUS: Recipe = {
  labels: ['announced', 'under-way', 'completed', 'cancelled', 'denied', 'proposed'],
  bits: STATUS_BITS,
  leastEvents: 10,
  weight: 2,
  steps: 8,
};

interface Look extends Showing {
  readonly status: Row | null;
  /** A row for each party that the story names. */
  readonly sides: readonly Row[];
}

function look(showing: Showing): Look {
  const { story } = showing;
  const analysed = analyseShown(showing);
  const visit = story.labels.visit!;
  const published = analysed.story.published?.slice(0, 10) ?? null;
  const told = new Map<number, number>();
  emitStatusFeatures(scenesOf(analysed), published, (bucket, value) => {
    if (value > (told.get(bucket) ?? 0)) told.set(bucket, value);
  });
  // The corpus knows no postponed visits.
  const status = visit.status === 'postponed' ? 'cancelled' : visit.status;
  return {
    ...showing,
    status: isSure(story, 'visit.status') ? { story, features: told, truth: new Set([status]) } : null,
    sides: sideRows(story, analysed),
  };
}

const stories = trainingStories().filter((story) => isSure(story, 'visit'));
const looks = showings(stories).map(look);

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

const allSides = looks.flatMap(({ sides }) => sides);
const sideOdds = new Map(oddsUnseen(allSides, SIDES_RECIPE).map((odds, i) => [allSides[i], odds]));
SIDES_RECIPE.labels.forEach((label, l) =>
  report(`${label} by the model alone`, ({ sides }) => {
    if (sides.length === 0) return null;
    return sides[bestOf(sides.map((row) => sideOdds.get(row)![l]!))]!.truth.has(label);
  }),
);

if (!process.argv.includes('--check')) {
  const write = (name: string, weights: HashedWeights): void =>
    writeFileSync(path.join(__dirname, '../src/meaning/visit', name), `${JSON.stringify(weights)}\n`);
  write('status-weights.json', trainHashed(statusRows, STATUS));
  write('side-weights.json', trainHashed(allSides, SIDES_RECIPE));
}
