/** Digits are the printable characters from `#` on; modulo this, their codes are 1 to 91 without that of `\`. */
export const AROUND = 92;
export const BASE = 91;
/** Bits that two digits stand for, lowest bits first. */
export const PAIR_BITS = 13;

/** The bytes of a text in base 91: 8 % shorter than base64, for 3 ms of a cold start. The last one may be a spare 0. */
export function bytesOf(text: string): Uint8Array {
  const digits = Buffer.from(text, 'latin1');
  const bytes = new Uint8Array((digits.length * PAIR_BITS) >> 4);
  let waiting = 0;
  let bits = 0;
  let to = 0;
  for (let at = 0; at < digits.length;) {
    const high = digits[at++]! % AROUND;
    waiting |= (high * BASE + (digits[at++]! % AROUND) - AROUND) << bits;
    for (bits += PAIR_BITS; bits >= 8; bits -= 8) {
      bytes[to++] = waiting;
      waiting >>>= 8;
    }
  }
  return bytes;
}
