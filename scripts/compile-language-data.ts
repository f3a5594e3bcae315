/**
 * Compiles what people edit and trainings write under src/meaning (lexicon, gazetteer, kinds, visit/cues.json, model,
 * language) into the form that the code loads (src/meaning/compiled). Run after every edit of those:
 *
 *     npm run compile-language-data
 */
import verbs from '../src/meaning/lexicon/irregular.json';
import { isCompiled, writeCompiled } from './language-data/files';

/** Writes what changed; gives its names. */
function write(compiled: Readonly<Record<string, object>>): string[] {
  const changed = Object.keys(compiled).filter((name) => !isCompiled(name, compiled[name]!));
  for (const name of changed) writeCompiled(name, compiled[name]!);
  return changed;
}

async function main(): Promise<void> {
  const first = write({ verbs });
  // The lexicon is filed by the forms of its verbs: those just written.
  const { compileAll } = await import('./language-data/compile-all');
  const changed = [...first, ...write(compileAll())];
  process.stdout.write(
    changed.length === 0 ? 'Language data is up to date.\n' : `Compiled ${changed.join(', ')}.\n`,
  );
}

void main();
