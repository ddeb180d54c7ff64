import createLimiter from 'p-limit';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';
import { Segment } from './Segment';

const deflate = promisify(deflateRaw);
// As many as libuv has threads: fewer, and they stand idle until the main thread has time to send the next; more, and those
// who want to read something wait behind all of them.
const limit = createLimiter(Math.max(4, availableParallelism() - 1));
const inflate = promisify(inflateRaw);

// Each piece of output is a round trip to another thread and back.
const CHUNK_BYTES = 128 * 1024;
const MIN_CHUNK_BYTES = 1024;

/**
 * What ends a deflate stream that consists of segments: an empty final block.
 *
 * @internal
 */
export const FINAL_BLOCK = Buffer.from([0x03, 0x00]);

/**
 * Compresses the data of one segment, so that it can be inflated alone as well as behind others.
 *
 * @internal
 */
export async function deflateSegment(
  raw: Uint8Array,
  options: { fast?: boolean } = {},
): Promise<Buffer> {
  const settings = {
    level: options.fast ? 1 : 4,
    chunkSize: Math.max(MIN_CHUNK_BYTES, Math.min(raw.length, CHUNK_BYTES)),
    finishFlush: constants.Z_FULL_FLUSH,
  };
  return limit(() => deflate(raw, settings));
}

/**
 * The data of one segment as it was before {@link deflateSegment}.
 *
 * @internal
 */
export async function inflateSegment({
  data,
  rawBytes,
}: Pick<Segment, 'data' | 'rawBytes'>): Promise<Buffer> {
  return inflate(data, {
    finishFlush: constants.Z_SYNC_FLUSH,
    // All in one piece, with room to spare: a full one looks as if more were to come.
    chunkSize: Math.max(MIN_CHUNK_BYTES, rawBytes + 1),
  });
}
