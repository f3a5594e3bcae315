import type { ConceptEntry } from './entry';
import act from './act.json';
import cooperation from './cooperation.json';
import delegation from './delegation.json';
import incident from './incident.json';
import model from './model.json';
import negative from './negative.json';
import prison from './prison.json';
import reform from './reform.json';
import rights from './rights.json';
import status from './status.json';
import transfer from './transfer.json';

/** The lexicon of the built-in topic, one data file a family. */
export const PRISON_LEXICON: readonly ConceptEntry[] = [
  act,
  cooperation,
  delegation,
  incident,
  model,
  negative,
  prison,
  reform,
  rights,
  status,
  transfer,
].flat();
