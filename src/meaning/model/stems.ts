/** The sign of no letter shared with the stem before; the next ones are those of one letter more. */
export const NONE_SHARED = 'A'.charCodeAt(0);
const NEXT_SIGN = /(?=[A-G])/;

/** Stems in order, of which each is written as a sign for the letters that it shares with the one before, and its rest. */
export function openStems(packed: string): string[] {
  let stem = '';
  return packed
    .split(NEXT_SIGN)
    .map((part) => (stem = stem.slice(0, part.charCodeAt(0) - NONE_SHARED) + part.slice(1)));
}
