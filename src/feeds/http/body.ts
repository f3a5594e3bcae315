import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip } from 'node:zlib';
import { FeedTooLarge, UnsupportedEncoding } from './fetch-errors';

export interface BodyOptions {
  readonly url: string;
  readonly contentEncoding: string | undefined;
  /** Bytes, counted after decoding while they stream. */
  readonly limit: number;
  /** Cut at the limit instead of failing: for error pages. */
  readonly cut?: boolean;
}

// A body cut short is decoded as far as it goes: what stands in it is worth reading.
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
  'x-gzip': () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/**
 * Reads and decodes a body within bounds; the connection is dropped when they are passed.
 * @throws FeedTooLarge, UnsupportedEncoding
 */
export async function readBody(stream: Readable, options: BodyOptions): Promise<Uint8Array> {
  const encoding = (options.contentEncoding ?? '').trim().toLowerCase();
  const chunks: Buffer[] = [];
  let bytes = 0;
  let tooLarge: FeedTooLarge | null = null;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > options.limit) throw (tooLarge = new FeedTooLarge(options.url, bytes, options.limit));
    }
  };
  try {
    if (encoding === '' || encoding === 'identity') await pipeline(stream, collect);
    else {
      const decoder = decoders[encoding];
      if (!decoder) throw new UnsupportedEncoding(options.url, encoding);
      await pipeline(stream, decoder(), collect);
    }
  } catch (error) {
    stream.on('error', () => {}).destroy();
    // What a broken pipeline throws depends on which of its parts ends first.
    if (!(options.cut && tooLarge)) throw tooLarge ?? error;
  }
  return Buffer.concat(chunks).subarray(0, options.limit);
}
