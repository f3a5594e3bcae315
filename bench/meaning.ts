/**
 * Understanding stories as the deployed product does, bundled and minified: full stories per CPU-second of a warm process
 * (compiled and its word memory filled: rounds before the timed ones see to both, for us and for the peer) beside a plain
 * pass over their words in the same rounds, what a fresh process spends until all language data are ready, and until it
 * has read a first story in each language, and the size of the bundle. Best rounds count: others wait for a shared machine.
 *
 *     npx tsx bench/meaning.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { StoryText } from '../src/meaning/reading';
import type { ReadingSpeed } from './reading-speed';

export interface MeaningBench extends ReadingSpeed {
  /**
   * CPU milliseconds in a fresh process, least of all runs: requiring the bundle, then also opening all that the four
   * languages are read with; in other processes requiring it and reading a story in each language.
   */
  readonly requireMs: number;
  readonly readyMs: number;
  readonly firstReadsMs: number;
  /** Bytes of reading, queries and explanations, minified. */
  readonly bundleBytes: number;
}

const MEANING = path.join(__dirname, '../src/meaning');

const stories = (): StoryText[] =>
  readFileSync(path.join(__dirname, '../test/corpus/seen-ordinary.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as StoryText & { readonly text: string })
    .map(({ title, summary, text, published }) => ({ title, summary, body: text, published }));

/** Everything that is opened once, of all languages; what words ask for later is found by searching it. */
const OPEN = `
import { compiled } from './language-data';
import { identifyLanguage } from './language';
import { prisonTopic } from './prison-topic';
import { model, unpackModel } from './model/model-data';
import { allFacilities } from './gazetteer/facilities';
import { knownPerson } from './gazetteer/persons';
import { isCountry } from './gazetteer/countries';
export const open = () => [
  compiled('lexicon'), prisonTopic(), identifyLanguage('a'), unpackModel(model), allFacilities(), knownPerson(''), isCountry(''),
];`;

const BUNDLES = {
  read: `export { read } from './read'; ${OPEN}`,
  speed: `import '../../bench/reading-speed';`,
  whole: `export * from './read'; export * from './query'; export * from './explain';`,
};

function bundle(contents: string, outfile: string): number {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: MEANING, loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'node',
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  writeFileSync(outfile, code);
  return code.byteLength;
}

/** One title and sentence a language. */
const FIRST = [
  [
    'La ministra visitó el CECOT',
    'Una delegación de Costa Rica recorrió la cárcel de El Salvador el martes.',
  ],
  ['Minister visits CECOT', 'A delegation from Costa Rica toured the prison in El Salvador on Tuesday.'],
  ['Ministra visita o CECOT', 'Uma delegação do Brasil visitou a prisão em El Salvador nesta terça-feira.'],
  ['La ministre visite le CECOT', 'Une délégation de la France a visité la prison du Salvador mardi.'],
].map(([title = '', summary = '']): StoryText => ({ title, summary, body: '', published: '2026-03-04' }));

const LOADER = `
const spent = () => { const { user, system } = process.cpuUsage(before); return (user + system) / 1e3; };
const before = process.cpuUsage();
const { open, read } = require(process.argv[1]);
const required = spent();
const stories = JSON.parse(process.argv[2]);
if (stories.length === 0) open();
for (const story of stories) read(story);
process.stdout.write(JSON.stringify([required, spent()]));`;

type Load = Pick<MeaningBench, 'requireMs' | 'readyMs' | 'firstReadsMs'>;

/** CPU milliseconds until the bundle is required, and until the stories are read, or without any all data opened. */
const loadOnce = (file: string, stories: readonly StoryText[]): [number, number] =>
  JSON.parse(
    execFileSync(process.execPath, ['-e', LOADER, file, JSON.stringify(stories)], { encoding: 'utf8' }),
  ) as [number, number];

function load(file: string, runs: number): Load {
  const opened = Array.from({ length: runs }, () => loadOnce(file, []));
  const reads = Array.from({ length: runs }, () => loadOnce(file, FIRST));
  return {
    requireMs: Math.min(...[...opened, ...reads].map(([required]) => required)),
    readyMs: Math.min(...opened.map(([, all]) => all)),
    firstReadsMs: Math.min(...reads.map(([, all]) => all)),
  };
}

function speed(folder: string, rounds: number): ReadingSpeed {
  const [code, texts] = [path.join(folder, 'speed.js'), path.join(folder, 'stories.json')];
  bundle(BUNDLES.speed, code);
  writeFileSync(texts, JSON.stringify(stories()));
  const measured = execFileSync(process.execPath, [code, texts, String(rounds)], { encoding: 'utf8' });
  return JSON.parse(measured) as ReadingSpeed;
}

export function benchMeaning(rounds = 15): MeaningBench {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigia-bench-'));
  try {
    const file = path.join(folder, 'read.js');
    bundle(BUNDLES.read, file);
    const bundleBytes = bundle(BUNDLES.whole, path.join(folder, 'whole.js'));
    return { ...speed(folder, rounds), ...load(file, 7), bundleBytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function main(): void {
  const result = benchMeaning();
  process.stdout.write(
    `Reading: ${Math.round(result.storiesPerCpuSecond)} stories of ${Math.round(result.wordsPerStory)} words per ` +
      `CPU-second; a plain pass over their words ${Math.round(result.plainPassPerCpuSecond)}, ` +
      `${result.ratio.toFixed(1)} times as many\n` +
      `Load: ${result.readyMs.toFixed(0)} ms CPU until all language data are ready (${result.requireMs.toFixed(0)} ms to ` +
      `require), ${result.firstReadsMs.toFixed(0)} ms with a first story in each language · bundle ${(result.bundleBytes / 1000).toFixed(0)} KB minified\n`,
  );
}

if (require.main === module) main();
