import { createHash } from 'node:crypto';
import facilities from './gazetteer/facilities.json';
import organisations from './gazetteer/organisations.json';
import { PRISON_TOPIC } from './prison-topic';

/**
 * Content hash (first 16 hex digits of sha-256) of what stories are read with: lexicon, rules, gates and the
 * gazetteers a user edits. A stored story with another version may be read again.
 */
export const LEXICON_VERSION = createHash('sha256')
  .update(JSON.stringify([PRISON_TOPIC, facilities, organisations]))
  .digest('hex')
  .slice(0, 16);
