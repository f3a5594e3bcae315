import { CUES } from '../../src/meaning/visit/cues';
import data from '../../src/meaning/visit/cues.json';
import { compilePhrases } from './compile-phrases';

/** Wordings that tell the status of a visit. */
export const compileCues = () =>
  compilePhrases((lang) => CUES.flatMap((value) => data[value][lang].map((phrase) => ({ phrase, value }))));
