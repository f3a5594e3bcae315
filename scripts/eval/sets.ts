import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryText } from '../../src/meaning/reading';

export interface VisitLabel {
  readonly visitors: readonly string[];
  readonly host: string;
  readonly facility: string | null;
  readonly officials?: readonly { readonly name: string; readonly role: string }[];
  readonly status: string;
  readonly date: string | null;
}

/** A story with what two people said about it. `unsure` lists the fields on which they differed: not scored. */
export interface LabelledStory {
  readonly id: string;
  readonly lang: string;
  readonly outlet: string;
  readonly published: string;
  /** How newsrooms word it, or deliberately otherwise (training stories only). */
  readonly style?: 'ordinary' | 'varied';
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly labels: {
    readonly relevant: boolean;
    readonly kinds: readonly string[];
    readonly visit: VisitLabel | null;
    readonly visit2?: VisitLabel | null;
    readonly countries: readonly string[];
    readonly event: string;
    readonly alerts?: Readonly<Record<string, boolean>>;
  };
  readonly unsure?: readonly string[];
}

/** A labelled set; `apart` stories were never read by those who wrote lexicon and rules. */
export interface LabelledSet {
  readonly name: string;
  readonly apart: boolean;
  readonly stories: readonly LabelledStory[];
}

const CORPUS = join(__dirname, '../../test/corpus');

/** Names of the files of labelled stories, in order. */
export const corpusFiles = (): string[] =>
  readdirSync(CORPUS)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();

export const rows = (file: string): LabelledStory[] =>
  readFileSync(join(CORPUS, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledStory);

/** Training events whose hash starts with 0-3 (a quarter) are kept apart, so that no event is on both sides. */
export const isApart = (event: string): boolean =>
  /^[0-3]/.test(createHash('sha256').update(event).digest('hex'));

/** Every labelled set in test/corpus by wording: stories modelled on real reports (the files of a side together), then the training stories and briefs. */
export function labelledSets(): LabelledSet[] {
  const files = corpusFiles();
  const reported = (side: 'apart' | 'seen', style: string): LabelledSet => ({
    name: `${side}-${style}`,
    apart: side === 'apart',
    stories: files
      .filter((file) => file.startsWith(`${side}-`) && file.endsWith(`-${style}.jsonl`))
      .flatMap(rows),
  });
  const sets = (['apart', 'seen'] as const).flatMap((side) =>
    ['ordinary', 'varied'].map((style) => reported(side, style)),
  );
  const isBriefs = (file: string): boolean => file.startsWith('train-briefs');
  const training = files.filter((file) => file.startsWith('train-') && !isBriefs(file)).flatMap(rows);
  const briefs = files.filter(isBriefs).flatMap(rows);
  const part = (apart: boolean, style: string): LabelledSet => ({
    name: `${apart ? 'apart' : 'seen'}-train-${style}`,
    apart,
    stories: training.filter((story) => isApart(story.labels.event) === apart && story.style === style),
  });
  const parts = [false, true].flatMap((apart) => [
    ...['ordinary', 'varied'].map((style) => part(apart, style)),
    {
      name: `${apart ? 'apart' : 'seen'}-briefs`,
      apart,
      stories: briefs.filter((story) => isApart(story.labels.event) === apart),
    },
  ]);
  return [...sets, ...parts.filter(({ stories }) => stories.length > 0)];
}

export const asStory = (story: LabelledStory): StoryText => ({
  title: story.title,
  summary: story.summary,
  body: story.text,
  published: story.published,
});
