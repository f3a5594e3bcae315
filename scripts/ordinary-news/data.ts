import { readFileSync } from 'node:fs';
import path from 'node:path';

export const LANGS = ['es', 'en', 'pt', 'fr'] as const;
export type Lang = (typeof LANGS)[number];

/** One news item with slots to fill; `rest` holds sentences of the body that belong to this item alone. */
export interface Frame {
  readonly section: string;
  readonly title: string;
  readonly summary: string;
  readonly rest: readonly string[];
}

/** Rows of a vocabulary, each a value by column name. */
export interface Slot {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything written in one language. */
export interface Writing {
  readonly plain: readonly Frame[];
  readonly hard: readonly Frame[];
  readonly items: readonly Frame[];
  readonly bodies: ReadonlyMap<string, readonly string[]>;
  readonly slots: ReadonlyMap<string, Slot>;
}

interface Part {
  readonly heading: string;
  readonly blocks: readonly (readonly string[])[];
}

/** `## heading`, then blocks of lines parted by empty lines. */
function parts(file: string): Part[] {
  const text = readFileSync(path.join(__dirname, file), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      const blocks = lines
        .join('\n')
        .split(/\n\s*\n/)
        .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
        .filter((block) => block.length > 0);
      return { heading: heading.trim(), blocks };
    });
}

const frames = (file: string): Frame[] =>
  parts(file).flatMap(({ heading, blocks }) =>
    blocks.map(([title, summary, ...rest]) => {
      if (!title || !summary)
        throw new Error(`${file}: a block under "${heading}" lacks its summary: ${title}`);
      return { section: heading, title, summary, rest };
    }),
  );

const bodies = (file: string) =>
  new Map(
    parts(file).flatMap(({ heading, blocks }) =>
      heading.split(' ').map((section) => [section, blocks.flat()] as const),
    ),
  );

const slots = (file: string) =>
  new Map(
    parts(file).map(({ heading, blocks }) => {
      const [name = '', ...columns] = heading.split(' ');
      return [name, { columns, rows: blocks.flat().map((row) => row.split('|')) }] as const;
    }),
  );

/** Reads what was written in one language. Throws when a block is incomplete. */
export const writing = (lang: Lang): Writing => ({
  plain: frames(`frames/${lang}.txt`),
  hard: frames(`frames/${lang}-hard.txt`),
  items: frames(`items/${lang}.txt`),
  bodies: bodies(`bodies/${lang}.txt`),
  slots: slots(`slots/${lang}.txt`),
});
