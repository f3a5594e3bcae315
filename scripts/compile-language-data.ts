/**
 * Compiles the lexicon and the gazetteers that people edit (src/meaning/lexicon, src/meaning/gazetteer, …) into the form
 * that the code loads (src/meaning/compiled). Run after every edit of those:
 *
 *     npm run compile-language-data
 */
import { compileAll, readCompiled, writeCompiled } from './language-data/files';

const compiled = compileAll();
const changed = Object.keys(compiled).filter((name) => readCompiled(name) !== compiled[name]);
for (const name of changed) writeCompiled(name, compiled[name]!);
process.stdout.write(
  changed.length === 0 ? 'Language data is up to date.\n' : `Compiled ${changed.join(', ')}.\n`,
);
