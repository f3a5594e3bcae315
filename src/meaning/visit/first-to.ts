import type { Cue } from './cues';
import type { Scene } from './scene';
import { setOf } from '../set-of';
import { listed } from '../word-lists';
import { foldedAt } from '../tokens';

const LISTS = listed.visit.firstTo;

/** "The first investigator to visit the prison": a visit that was, though the words are those of a plan. */
export function isFirstTo({ sentence: { tokens } }: Scene, cue: Cue): boolean {
  if (tokens[cue.from]?.folded !== 'to') return false;
  if (WENT.has(foldedAt(tokens, cue.from - 1))) return true;
  return tokens
    .slice(Math.max(0, cue.from - ORDINAL_REACH), cue.from)
    .some(({ folded }) => ORDINALS.has(folded));
}
/** "Went to see": done. */
const WENT = setOf(LISTS.went);
const ORDINAL_REACH = 8;
const ORDINALS = new Set('first second third latest last only'.split(' '));
