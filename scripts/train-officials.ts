/**
 * Trains the model that tells which of the persons named in a story visit (decision 24) on the labelled visits of
 * `test/corpus` (train-* and seen-*; the kept-apart sets are never read), whole, as title and summary, and long ones
 * without either, and writes `src/meaning/visit/official-weights.json`. The same corpus and lexicon give
 * the same file, bit by bit.
 *
 *     npm run train-model                         this and all other models
 *     npx tsx scripts/train-officials.ts --check  only prints F1 of the names on events the model has not seen
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fold } from '../src/meaning/fold';
import { extractVisit } from '../src/meaning/visit/extract-visit';
import type { Named } from '../src/meaning/visit/certain';
import { OFFICIAL_BITS } from '../src/meaning/visit/feature-sums';
import { namingsOf } from '../src/meaning/visit/naming';
import { tellOfficials } from '../src/meaning/visit/official-features';
import { partiesByName } from '../src/meaning/visit/officials';
import { findPeople } from '../src/meaning/visit/people';
import { gazetteerMemory } from '../src/meaning/visit/person-memory';
import { scenesOf } from '../src/meaning/visit/scene';
import { settleOfficials } from '../src/meaning/visit/settle-officials';
import { sovereignOf } from '../src/meaning/visit/visitors';
import { sameName } from './eval/score';
import { Tally } from './eval/tally';
import { analyseShown, type Showing, showings } from './model/showings';
import { sidesUnseen } from './model/side-rows';
import { oddsUnseen, type Recipe, type Row, trainHashed } from './model/hashed';
import { GROUPS, isSure, trainingStories } from './model/training-stories';

const RECIPE: Recipe = {
  labels: ['visits'],
  bits: OFFICIAL_BITS,
  leastEvents: 6,
  weight: 0.3,
};

/** Characters of a body that is more than a brief. */
const LONG = 600;

/** What comes of a story depends on its sides: here too they are told by a model that has not seen it. */
const sides = sidesUnseen();

interface Look extends Showing {
  readonly gold: readonly string[];
  readonly named: Named;
  /** A row for each person that the story names. */
  readonly rows: ReadonlyMap<string, Row>;
}

const words = (name: string): string[] => fold(name).split(' ');

/** Of those named, who is meant by a label: the one who shares most words with it. */
function meant(label: string, names: readonly string[]): string | undefined {
  const shared = (name: string): number =>
    words(name).filter((word) => words(label).includes(word)).length * 2 - words(name).length / 10;
  return names.filter((name) => sameName(label, name)).sort((a, b) => shared(b) - shared(a))[0];
}

function look(showing: Showing): Look {
  const { story } = showing;
  const analysed = analyseShown(showing);
  const published = analysed.story.published?.slice(0, 10) ?? null;
  const visit = extractVisit(analysed, { sides: sides(story) });
  const people = findPeople(analysed, gazetteerMemory(published));
  const { title, summary, body } = analysed.story;
  const told = {
    visitors: (visit?.visitors ?? []).map(sovereignOf),
    host: visit?.host ?? 'unknown',
    published,
  };
  const namings = namingsOf(scenesOf(analysed), people, { title, summary, body }, told);
  const named = { namings, parties: partiesByName(people), sides: told };
  const features = tellOfficials(named, (sums) => sums.toMap());
  const gold = (story.labels.visit?.officials ?? []).map(({ name }) => name).filter(Boolean);
  const names = [...features.keys()];
  const visiting = new Set(gold.map((label) => meant(label, names)));
  const rows = names.map((name): [string, Row] => [
    name,
    { story, features: features.get(name)!, truth: new Set(visiting.has(name) ? RECIPE.labels : []) },
  ]);
  return { ...showing, gold, named, rows: new Map(rows) };
}

const stories = trainingStories().filter((story) => isSure(story, 'visit.officials'));
const looks = showings(stories).map(look);
/** A body tells by itself who goes: learnt without the headline, its wordings count for more. */
const bodies = stories
  .filter(({ text }) => text.length > LONG)
  .map((story) => look({ story: { ...story, title: '', summary: '' }, thin: false }));
const rows = [...looks, ...bodies].flatMap((each) => [...each.rows.values()]);

const odds = new Map(oddsUnseen(rows, RECIPE).map(([visits], i) => [rows[i], visits!]));
const shares = GROUPS.map(([group, test]) => {
  const tally = new Tally();
  for (const { gold, named, rows: told } of looks.filter(({ story, thin }) => test(story, thin))) {
    const chosen = settleOfficials(named, new Map([...told].map(([name, row]) => [name, odds.get(row)!])));
    for (const label of gold)
      tally.add(
        true,
        chosen.some((name) => sameName(label, name)),
      );
    for (const name of chosen) if (!gold.some((label) => sameName(label, name))) tally.add(false, true);
  }
  return `${group} ${tally.f1.toFixed(3)}`;
});
process.stdout.write(`F1 of officials on events not seen: ${shares.join(', ')}\n`);

if (!process.argv.includes('--check'))
  writeFileSync(
    path.join(__dirname, '../src/meaning/visit/official-weights.json'),
    `${JSON.stringify(trainHashed(rows, RECIPE))}\n`,
  );
