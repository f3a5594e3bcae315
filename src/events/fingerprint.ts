/**
 * One-permutation MinHash over 3-word shingles: 64 bins estimate the Jaccard similarity of two texts.
 * Two edits of one wire text keep most shingles; two reports of one event by different hands share few.
 */

const BINS = 64;
const EMPTY = 0xffffffff;
/** Texts with fewer words say too little to be called copies. */
const LEAST_WORDS = 25;

const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Fingerprint of a text given as folded words, base64 of 64 little-endian 32-bit numbers; empty when too short. */
export function fingerprint(words: readonly string[]): string {
  if (words.length < LEAST_WORDS) return '';
  const bins = new Uint32Array(BINS).fill(EMPTY);
  for (let i = 0; i + 2 < words.length; i++) {
    const h = hash(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
    const bin = h % BINS;
    const value = Math.floor(h / BINS);
    if (value < bins[bin]!) bins[bin] = value;
  }
  return Buffer.from(bins.buffer).toString('base64');
}

const bins = (print: string): Uint32Array => {
  const bytes = Buffer.from(print, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + BINS * 4));
};

/** Estimated share of common shingles, 0 to 1; 0 when either text was too short. */
export function likeness(a: string, b: string): number {
  if (!a || !b) return 0;
  const left = bins(a);
  const right = bins(b);
  let same = 0;
  let used = 0;
  for (let i = 0; i < BINS; i++) {
    if (left[i] === EMPTY && right[i] === EMPTY) continue;
    used++;
    if (left[i] === right[i]) same++;
  }
  return used ? same / used : 0;
}

/** From this likeness on, one text is a copy of the other. */
export const COPY = 0.5;
