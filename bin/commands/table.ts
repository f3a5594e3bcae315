export interface Column<T> {
  readonly name: string;
  readonly of: (row: T) => string | number | null;
  /** Longer texts end in `…`. */
  readonly most?: number;
  readonly right?: boolean;
}

/** Rows as text in aligned columns under their names; the last column is as long as it is. */
export function tableOf<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const cells = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ of, most }) => short(oneLine(String(of(row) ?? '')), most))),
  ];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => length(line[i]!))));
  return cells
    .map((line) =>
      line
        .map((cell, i) => {
          const gap = ' '.repeat(widths[i]! - length(cell));
          if (columns[i]!.right) return gap + cell;
          return i === line.length - 1 ? cell : cell + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const length = (text: string) => [...text].length;
const oneLine = (text: string) => text.replace(/[\s\p{C}]+/gu, ' ').trim();

const short = (text: string, most = Infinity) =>
  length(text) <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;

/** Day of an ISO instant. */
export const dayOf = (instant: string | null): string => instant?.slice(0, 10) ?? '';
