/** Longer texts than this make the room larger. */
const USUAL = 1 << 13;

let bytes = Buffer.alloc(2 * USUAL);
let codes = new Uint16Array(bytes.buffer, bytes.byteOffset, USUAL);
let held = '';

/**
 * The UTF-16 units of a text, followed by a zero: looking at them is many times faster than asking a string for each.
 * Valid until the next text is asked for.
 */
export function codesOf(text: string): Uint16Array {
  if (text === held) return codes;
  if (text.length >= codes.length) {
    bytes = Buffer.alloc(4 * text.length);
    codes = new Uint16Array(bytes.buffer, bytes.byteOffset, 2 * text.length);
  }
  bytes.write(text, 'utf16le');
  codes[text.length] = 0;
  held = text;
  return codes;
}
