import { NONE_SHARED } from '../../src/meaning/model/stems';

/** More shared letters have no sign. */
const MOST_SHARED = 6;

/** Writes stems in order as `openStems` in `src/meaning/model/stems.ts` reads them. */
export function packStems(stems: readonly string[]): string {
  let before = '';
  return stems
    .map((stem) => {
      let shared = 0;
      while (shared < Math.min(before.length, MOST_SHARED) && before[shared] === stem[shared]) shared++;
      before = stem;
      return String.fromCharCode(NONE_SHARED + shared) + stem.slice(shared);
    })
    .join('');
}
