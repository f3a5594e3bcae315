/**
 * Compiles what people edit and trainings write under src/meaning (lexicon, gazetteer, kinds, visit/cues.json, model,
 * language) into the form that the code loads (src/meaning/compiled). Run after every edit of those:
 *
 *     npm run compile-language-data
 */
import verbs from '../src/meaning/lexicon/irregular.json';
import { compileLists } from './language-data/compile-lists';
import { changedIn, readCompiled, writeCompiled, type Parts } from './language-data/files';

/** Writes all parts if one of them changed; gives the names of those that did. */
function write(parts: Parts): string[] {
  const changed = changedIn(parts);
  if (changed.length > 0) writeCompiled(parts);
  return changed;
}

async function main(): Promise<void> {
  const first = write({ ...readCompiled(), verbs, lists: compileLists() });
  // The lexicon is filed by the forms of its verbs, the code reads the lists: those just written.
  const { compileAll } = await import('./language-data/compile-all');
  const changed = [...first, ...write(compileAll())];
  process.stdout.write(
    changed.length === 0 ? 'Language data is up to date.\n' : `Compiled ${changed.join(', ')}.\n`,
  );
}

void main();
