import { ByteSource } from './ByteSource';

/**
 * Bytes that are in memory.
 *
 * @internal
 */
export function bufferSource(data: Buffer): ByteSource {
  return {
    bytes: data.length,
    async *read(range = { from: 0, to: data.length }) {
      yield data.subarray(range.from, range.to);
    },
  };
}
