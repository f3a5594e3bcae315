import { createHash } from 'node:crypto';
import dates from '../../src/meaning/dates/words.json';
import explain from '../../src/meaning/explain/words.json';
import aboutness from '../../src/meaning/kinds/aboutness.json';
import classes from '../../src/meaning/kinds/classes.json';
import gates from '../../src/meaning/kinds/gates.json';
import rules from '../../src/meaning/kinds/rules.json';
import language from '../../src/meaning/language/table.json';
import verbs from '../../src/meaning/lexicon/irregular.json';
import model from '../../src/meaning/model/weights.json';
import query from '../../src/meaning/query/words.json';
import { compileCues } from './compile-cues';
import { compileGazetteer } from './compile-gazetteer';
import { compileLexicon } from './compile-lexicon';
import { compileLists } from './compile-lists';
import { compileOffices } from './compile-offices';
import officials from '../../src/meaning/visit/official-weights.json';
import facility from '../../src/meaning/visit/facility-weights.json';
import sides from '../../src/meaning/visit/side-weights.json';
import status from '../../src/meaning/visit/status-weights.json';

const hashOf = (data: object): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);

/** What the sources compile to, by part. */
export function compileAll(): Record<string, object> {
  // In this order it packs best.
  const data = {
    lexicon: compileLexicon(),
    cues: compileCues(),
    offices: compileOffices(),
    verbs,
    dates,
    topic: { classes, rules, gates, aboutness },
    language,
    gazetteer: compileGazetteer(),
    model,
    visit: { status, sides, officials, facility },
  };
  return { ...data, lists: compileLists(), explain, query, version: { version: hashOf(data) } };
}
