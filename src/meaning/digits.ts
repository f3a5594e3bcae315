const letters = (first: string): string =>
  Array.from({ length: 26 }, (_, at) => String.fromCharCode(first.charCodeAt(0) + at)).join('');

/** Digits of the numbers in compiled data: all printable characters that need no escape in JSON or in code. */
export const DIGITS = `!#%&'()*+,-./:;<=>?@[]^_{|}~0123456789${letters('a')}${letters('A')}`;

const VALUES = new Uint8Array(128);
for (let at = 0; at < DIGITS.length; at++) VALUES[DIGITS.charCodeAt(at)] = at;

/** The number written with `width` digits from `from` on. */
export function numberAt(text: string, from: number, width: number): number {
  let number = 0;
  for (let at = from; at < from + width; at++)
    number = number * DIGITS.length + (VALUES[text.charCodeAt(at)] as number);
  return number;
}

/** Writes a number with `width` digits, highest first. */
export const digitsOf = (number: number, width: number): string =>
  width === 0
    ? ''
    : digitsOf(Math.floor(number / DIGITS.length), width - 1) + DIGITS.charAt(number % DIGITS.length);
