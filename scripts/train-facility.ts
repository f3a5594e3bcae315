/**
 * Trains the model that tells which prison a visit leads to (decision 24) on the labelled visits of `test/corpus`
 * (train-* and seen-*; the kept-apart sets are never read), whole and as title and summary, and writes
 * `src/meaning/visit/facility-weights.json`. The same corpus and lexicon give
 * the same file, bit by bit.
 *
 *     npm run train-model                        this and all other models
 *     npx tsx scripts/train-facility.ts --check  only prints the share of right answers on events the model has not seen
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fold } from '../src/meaning/fold';
import { facilityName, unlistedFacility } from '../src/meaning/gazetteer/facilities';
import { PRISON_NOUNS } from '../src/meaning/gazetteer/prison-words';
import { extractVisit } from '../src/meaning/visit/extract-visit';
import { allPrisons, namedPrisons } from '../src/meaning/visit/find-prisons';
import { likeliest } from '../src/meaning/visit/facility';
import { OFFICIAL_BITS } from '../src/meaning/visit/feature-sums';
import { findPeople } from '../src/meaning/visit/people';
import { gazetteerMemory } from '../src/meaning/visit/person-memory';
import { By, type Candidate, type PrisonMention } from '../src/meaning/visit/prison-mentions';
import { scenesOf } from '../src/meaning/visit/scene';
import { tellPrisons } from '../src/meaning/visit/tell-prisons';
import { sameFacility } from './eval/score';
import { analyseShown, type Showing, showings } from './model/showings';
import { sidesUnseen } from './model/side-rows';
import { oddsUnseen, type Recipe, type Row, trainHashed } from './model/hashed';
import { GROUPS, isSure, trainingStories } from './model/training-stories';

const RECIPE: Recipe = {
  labels: ['visited'],
  bits: OFFICIAL_BITS,
  leastEvents: 6,
  weight: 0.3,
};

/** What comes of a story depends on its sides: here too they are told by a model that has not seen it. */
const sides = sidesUnseen();

interface Look extends Showing {
  /** Some prisons are taken for unlisted. */
  readonly unlisted: boolean;
  readonly gold: readonly (string | null)[];
  readonly candidates: readonly Candidate[];
  /** A row for each candidate, and last one for none of them. */
  readonly rows: readonly Row[];
}

/** Tomorrow's prisons will be in no list: of every ten so many are shown to the model a second time as if in none. */
const UNLISTED = 3;
/** As deep as names alone are looked for. */
const HEAD = 5;

const isUnlisted = ({ facility }: Candidate): boolean =>
  facility !== undefined &&
  !facility.showpiece &&
  createHash('sha256').update(facility.id).digest()[0]! % 10 < UNLISTED;

function unlist(candidate: Candidate): Candidate {
  if (!isUnlisted(candidate)) return candidate;
  const mentions = candidate.mentions.flatMap((mention): PrisonMention[] => {
    const { sentence } = mention.scene;
    if (sentence.tokens.slice(mention.from, mention.to).some((token) => PRISON_NOUNS.has(token)))
      return [{ ...mention, by: By.Unlisted }];
    return sentence.zone === 'body' && sentence.position > HEAD ? [] : [{ ...mention, by: By.Bare }];
  });
  const name = facilityName(candidate.value);
  return { value: unlistedFacility(name), facility: undefined, mentions, known: [] };
}

const words = (name: string): string[] => fold(name).split(/[^\p{L}\p{N}]+/u);

/** Which candidate is meant by a label: the one that shares most words with it. */
function meant(label: string | null, candidates: readonly Candidate[]): Candidate | undefined {
  const shared = ({ value }: Candidate): number => {
    const name = words(facilityName(value));
    return name.filter((word) => words(label ?? '').includes(word)).length * 2 - name.length / 10;
  };
  return candidates
    .filter(({ value }) => label !== null && sameFacility(facilityName(value), label))
    .sort((a, b) => shared(b) - shared(a))[0];
}

function looksOf(showing: Showing): Look[] {
  const { story } = showing;
  const analysed = analyseShown(showing);
  const visit = extractVisit(analysed, { sides: sides(story) });
  if (visit === null) return [];
  const scenes = scenesOf(analysed);
  const published = analysed.story.published?.slice(0, 10) ?? null;
  const people = findPeople(analysed, gazetteerMemory(published));
  const year = published === null ? null : Number(published.slice(0, 4));
  const { host } = visit;
  const found = allPrisons(namedPrisons(scenes, host, year), scenes, people, host, year);
  const { visit: first, visit2: second } = story.labels;
  const gold = [first!.facility, ...(second ? [second.facility] : [])];
  return [false, true].flatMap((unlisted) => {
    if (unlisted && !found.some(isUnlisted)) return [];
    const candidates = unlisted ? found.map(unlist).filter(({ mentions }) => mentions.length > 0) : found;
    const visited = meant(gold[0]!, candidates);
    const told = tellPrisons(candidates, visit, scenes, (sums) => sums.toMap());
    const rows = told.map((features, at): Row => {
      const truth = new Set(candidates[at] === visited ? RECIPE.labels : []);
      return { story, features, truth };
    });
    return [{ ...showing, unlisted, gold, candidates, rows }];
  });
}

/** The briefs of this file leave out the prison where they name one. */
const LAX = 'train-briefs2-enptfr';

const stories = trainingStories().filter(
  (story) => isSure(story, 'visit.facility') && !(story.set === LAX && story.labels.visit!.facility === null),
);
const looks = showings(stories).flatMap(looksOf);
const rows = looks.flatMap((look) => look.rows);

const odds = new Map(oddsUnseen(rows, RECIPE).map(([visited], i) => [rows[i], visited!]));
const isRight = ({ gold, candidates, rows: told }: Look): boolean => {
  const chosen = likeliest(
    candidates,
    told.map((row) => odds.get(row)!),
  );
  const name = chosen === null ? null : facilityName(chosen.value);
  return gold.some((label) => sameFacility(name, label));
};
const shares = GROUPS.map(([group, test]) => {
  const answers = looks.filter(({ story, thin, unlisted }) => !unlisted && test(story, thin)).map(isRight);
  return `${group} ${(answers.filter(Boolean).length / answers.length).toFixed(3)}`;
});
process.stdout.write(`prison right on visits of events not seen: ${shares.join(', ')}\n`);

if (!process.argv.includes('--check'))
  writeFileSync(
    path.join(__dirname, '../src/meaning/visit/facility-weights.json'),
    `${JSON.stringify(trainHashed(rows, RECIPE))}\n`,
  );
