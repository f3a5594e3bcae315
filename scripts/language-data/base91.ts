import { AROUND, BASE, PAIR_BITS } from '../../src/meaning/base91';

const FIRST = '#'.charCodeAt(0);

/** The digit that the code of a character stands for, from 0 to 90. */
const digit = (value: number): string => {
  const code = value + 1;
  return String.fromCharCode(code < FIRST ? code + AROUND : code);
};

/** Writes bytes as `bytesOf` in `src/meaning/base91.ts` reads them. */
export function textOf(bytes: Uint8Array): string {
  let text = '';
  let waiting = 0;
  let bits = 0;
  const put = (pair: number): void => {
    text += digit(Math.floor(pair / BASE)) + digit(pair % BASE);
  };
  for (const byte of bytes) {
    waiting |= byte << bits;
    bits += 8;
    if (bits < PAIR_BITS) continue;
    put(waiting & ((1 << PAIR_BITS) - 1));
    waiting >>>= PAIR_BITS;
    bits -= PAIR_BITS;
  }
  if (bits > 0) put(waiting);
  return text;
}
