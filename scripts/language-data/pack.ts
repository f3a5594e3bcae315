import { brotliCompressSync, constants } from 'node:zlib';
import { isRecord, PARTING } from '../../src/meaning/packed';
import { textOf } from './base91';

/** In this order wordings pack best. */
export const PACKED_LANGUAGES = ['en', 'fr', 'es', 'pt'] as const;

/** By how many bytes (as powers of two) the compressor looks ahead: which is best differs from data to data. */
const BLOCKS = [16, 17, 18, 19];

function compressed(text: Buffer, block: number): Buffer {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGBLOCK]: block,
  };
  return brotliCompressSync(text, { params });
}

/** Characters beyond Latin-1 as JSON escapes: one byte a character reads fastest. */
const latin1 = (json: string): string =>
  json.replace(/[^\0-\xff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Shorter texts stay in the JSON. */
const LONG = 5000;

const isLong = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= LONG && !/[^\0-\xff]/.test(value) && !value.includes(PARTING);

/** A copy of the data without its long texts, which go to `texts`. */
function without(data: unknown, texts: string[]): unknown {
  if (data === PARTING) throw new RangeError('No text may be the sign that parts texts');
  if (!isRecord(data)) return data;
  const rest = Object.entries(data).map(([key, value]): [string, unknown] => {
    if (!isLong(value)) return [key, without(value, texts)];
    texts.push(value);
    return [key, PARTING];
  });
  return Object.fromEntries(rest);
}

function written(data: unknown): string {
  const texts: string[] = [];
  const rest = without(data, texts);
  return [latin1(JSON.stringify(rest)), ...texts].join(PARTING);
}

/** Packs data as `unpack` in `src/meaning/packed.ts` opens it. Bytes may differ from one Node to the next. */
export function packed(data: unknown): string {
  const text = Buffer.from(written(data), 'latin1');
  const all = BLOCKS.map((block) => compressed(text, block)).sort((a, b) => a.length - b.length);
  return textOf(all[0]!);
}
