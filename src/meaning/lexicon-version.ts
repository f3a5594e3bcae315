import compiled from './compiled/version.json';

/**
 * Content hash (first 16 hex digits of sha-256) of what stories are read with: lexicon, gazetteers, rules and gates. A
 * stored story with another version may be read again.
 */
export const LEXICON_VERSION: string = compiled.version;
