import { readFileSync } from 'node:fs';

/** What a person did wrong: shown as one line, without a stack. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Text of a file, or of standard input for `-`. */
export function readInput(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`${file}: no such file`);
    if (code === 'EISDIR') throw new UsageError(`${file}: is a folder; name a file in it`);
    throw error;
  }
}

/** Objects of a JSON Lines file; a line that is none stops with its number. */
export function readJsonLines(file: string): Record<string, unknown>[] {
  return readInput(file)
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return [];
      try {
        const value: unknown = JSON.parse(line);
        if (typeof value !== 'object' || value === null || Array.isArray(value))
          throw new Error('not an object');
        return [value as Record<string, unknown>];
      } catch (error) {
        throw new UsageError(
          `${file}: line ${i + 1} is not a JSON object (${(error as Error).message}); write one object a line`,
        );
      }
    });
}

export const printLine = (line: string): void => void process.stdout.write(`${line}\n`);
