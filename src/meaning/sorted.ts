/** Place of a text in a list that is in the order of its code units, or -1: nothing has to be filed for that. */
export function placeIn(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle] as string;
    if (there === text) return middle;
    if (there < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
