import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

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
  return deflate(raw, {
    level: options.fast ? 1 : 6,
    finishFlush: constants.Z_FULL_FLUSH,
  });
}

/**
 * The data of one segment as it was before {@link deflateSegment}.
 *
 * @internal
 */
export async function inflateSegment(data: Uint8Array): Promise<Buffer> {
  return inflate(data, { finishFlush: constants.Z_SYNC_FLUSH });
}
