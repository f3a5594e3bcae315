/** What `meaning.ts` bundles as the product is bundled, and runs in a process of its own: stories read, over and over. */
import { readFileSync } from 'node:fs';
import { read } from '../src/meaning/read';
import type { StoryText } from '../src/meaning/reading';

export interface ReadingSpeed {
  /** Best of all rounds. */
  readonly storiesPerCpuSecond: number;
  readonly wordsPerStory: number;
  /** The same for the peer: the words of a story by a regular expression, each looked up once in a map. */
  readonly plainPassPerCpuSecond: number;
  /** Median over the rounds of the peer's speed over ours in the same round. */
  readonly ratio: number;
}

/** V8 optimises what it has seen run often: thousands of stories pass before the last function of ours is compiled. */
const WARM_ROUNDS = 25;
const LAPS_A_ROUND = 4;

const cpuSeconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const wordsOf = ({ title, summary, body }: StoryText): string[] =>
  `${title} ${summary} ${body}`.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** A keyword alert's work: every word cut out, folded and looked up. */
function plainPass(story: StoryText, known: ReadonlyMap<string, number>): number {
  let found = 0;
  for (const word of wordsOf(story)) {
    const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    found += known.get(folded) ?? 0;
  }
  return found;
}

function measure(stories: readonly StoryText[], rounds: number): ReadingSpeed {
  const words = stories.flatMap(wordsOf);
  const known = new Map(words.map((word) => [word.toLowerCase(), 1]));
  const round = (work: (story: StoryText) => unknown): number =>
    (stories.length * LAPS_A_ROUND) /
    cpuSeconds(() => {
      for (let lap = 0; lap < LAPS_A_ROUND; lap++) for (const story of stories) work(story);
    });
  const pair = (): { readonly ours: number; readonly peer: number } => ({
    ours: round(read),
    peer: round((story) => plainPass(story, known)),
  });
  for (let warm = 0; warm < WARM_ROUNDS; warm++) pair();
  const pairs = Array.from({ length: rounds }, pair);
  const ratios = pairs.map(({ ours, peer }) => peer / ours).sort((a, b) => a - b);
  return {
    storiesPerCpuSecond: Math.max(...pairs.map(({ ours }) => ours)),
    wordsPerStory: words.length / stories.length,
    plainPassPerCpuSecond: Math.max(...pairs.map(({ peer }) => peer)),
    ratio: ratios[Math.floor(ratios.length / 2)] ?? 0,
  };
}

const [, , file = '', rounds = ''] = process.argv;
const stories = JSON.parse(readFileSync(file, 'utf8')) as StoryText[];
process.stdout.write(JSON.stringify(measure(stories, Number(rounds))));
