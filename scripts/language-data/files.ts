import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { unpack } from '../../src/meaning/packed';
import { packed } from './pack';

const FOLDER = path.join(__dirname, '../../src/meaning/compiled');

const fileOf = (name: string): string => path.join(FOLDER, `${name}.json`);

/** What the compiled file opens to; undefined when it is missing or broken, as a merge may leave it. */
function readCompiled(name: string): unknown {
  try {
    return unpack(JSON.parse(readFileSync(fileOf(name), 'utf8')) as string);
  } catch {
    return undefined;
  }
}

/** True when the compiled file says this. */
export const isCompiled = (name: string, data: object): boolean =>
  isDeepStrictEqual(readCompiled(name), data);

export function writeCompiled(name: string, data: object): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify(packed(data))}\n`);
}
