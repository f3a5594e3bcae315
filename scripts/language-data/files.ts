import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import aboutness from '../../src/meaning/kinds/aboutness.json';
import classes from '../../src/meaning/kinds/classes.json';
import gates from '../../src/meaning/kinds/gates.json';
import rules from '../../src/meaning/kinds/rules.json';
import { compileCues } from './compile-cues';
import { compileGazetteer } from './compile-gazetteer';
import { compileLexicon } from './compile-lexicon';
import { compileOffices } from './compile-offices';

const FOLDER = path.join(__dirname, '../../src/meaning/compiled');

const textOf = (data: object): string => `${JSON.stringify(data)}\n`;

const hashOf = (data: object): string => createHash('sha256').update(textOf(data)).digest('hex').slice(0, 16);

/** What the sources compile to, by file name. */
export function compileAll(): Record<string, string> {
  const data = {
    cues: compileCues(),
    gazetteer: compileGazetteer(),
    lexicon: compileLexicon(),
    offices: compileOffices(),
  };
  const version = hashOf([data, rules, classes, gates, aboutness]);
  return Object.fromEntries(
    Object.entries({ ...data, version: { version } }).map(([name, content]) => [
      `${name}.json`,
      textOf(content),
    ]),
  );
}

/** The compiled file as it lies there, or null. */
export function readCompiled(name: string): string | null {
  const file = path.join(FOLDER, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

export function writeCompiled(name: string, text: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, name), text);
}
