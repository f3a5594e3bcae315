import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { unpack } from '../../src/meaning/packed';
import { packed } from './pack';

const FOLDER = path.join(__dirname, '../../src/meaning/compiled');

/** Parts by name. */
export type Parts = Readonly<Record<string, object>>;

/** The one part that is a file of its own, since stores of stories need no other. */
const VERSION = 'version';

const fileOf = (name: string): string => path.join(FOLDER, `${name}.json`);

/** What a file opens to; nothing when it is missing or broken, as a merge may leave it. */
function open(name: string): Parts {
  try {
    return unpack<Parts>(JSON.parse(readFileSync(fileOf(name), 'utf8')) as string);
  } catch {
    return {};
  }
}

const write = (name: string, data: object): void =>
  writeFileSync(fileOf(name), `${JSON.stringify(packed(data))}\n`);

/** What has been compiled before. */
export const readCompiled = (): Parts => ({ ...open('data'), [VERSION]: open(VERSION) });

/** Names of the parts that are not as compiled before. */
export function changedIn(parts: Parts): string[] {
  const before = readCompiled();
  return Object.keys(parts).filter((name) => !isDeepStrictEqual(before[name], parts[name]));
}

export function writeCompiled({ [VERSION]: version, ...data }: Parts): void {
  mkdirSync(FOLDER, { recursive: true });
  write('data', data);
  if (version) write(VERSION, version);
}
