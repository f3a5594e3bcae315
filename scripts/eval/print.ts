import type { Measures } from './score';

const ORDER = [
  'relevant',
  'relevant: precision',
  'relevant: recall',
  'kinds (micro)',
  'kind:',
  'query:',
  'visit.',
  'events',
  'language',
];
const rank = (name: string): number =>
  ORDER.findIndex((prefix) => name === prefix || name.startsWith(prefix));

/** A table with one column a set; a dash where a set does not ask for a measure. */
export function table(
  title: string,
  columns: readonly { readonly name: string; readonly stories: number; readonly measures: Measures }[],
): string {
  const names = [...new Set(columns.flatMap(({ measures }) => [...measures.keys()]))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  const widths = columns.map(({ name }) => Math.max(8, name.length));
  const row = (label: string, cells: readonly string[]): string =>
    label.padEnd(30) + cells.map((cell, at) => cell.padStart((widths[at] ?? 8) + 2)).join('');
  const cell = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));
  return [
    `\n${title}`,
    row(
      '',
      columns.map(({ name }) => name),
    ),
    row(
      'stories',
      columns.map(({ stories }) => String(stories)),
    ),
    ...names.map((name) =>
      row(
        name,
        columns.map(({ measures }) => cell(measures.get(name))),
      ),
    ),
  ].join('\n');
}
