/** Signs before a stem, none of which a stem holds, by the number of shared letters. */
const SIGNS = `ABCDEFG`;

/** Writes stems in order: a sign for the letters that one shares with the one before, then its rest. */
export function packStems(stems: readonly string[]): string {
  let before = '';
  return stems
    .map((stem) => {
      let shared = 0;
      while (shared < Math.min(before.length, SIGNS.length - 1) && before[shared] === stem[shared]) shared++;
      before = stem;
      return SIGNS.charAt(shared) + stem.slice(shared);
    })
    .join('');
}

/** What `packStems` was given. */
export function openStems(packed: string): string[] {
  let stem = '';
  return Array.from(packed.matchAll(/([A-G])([^A-G]*)/g), ([, sign = '', rest = '']) => {
    stem = stem.slice(0, SIGNS.indexOf(sign)) + rest;
    return stem;
  });
}
