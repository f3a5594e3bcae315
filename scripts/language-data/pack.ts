import { brotliCompressSync, constants } from 'node:zlib';

const BEST = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
};

/** Characters beyond Latin-1 as JSON escapes: one byte a character reads fastest. */
const latin1 = (json: string): string =>
  json.replace(/[^\0-\xff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Packs data as `unpack` in `src/meaning/packed.ts` opens it. Bytes may differ from one Node to the next. */
export const packed = (data: unknown): string =>
  brotliCompressSync(Buffer.from(latin1(JSON.stringify(data)), 'latin1'), { params: BEST }).toString(
    'base64',
  );
