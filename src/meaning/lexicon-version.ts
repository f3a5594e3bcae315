import packed from './compiled/version.json';
import { unpack } from './packed';

/**
 * Content hash (first 16 hex digits of sha-256) of what stories are read with: lexicon, gazetteers, rules and gates. A
 * stored story with another version may be read again.
 */
export const LEXICON_VERSION: string = unpack<{ readonly version: string }>(packed).version;
