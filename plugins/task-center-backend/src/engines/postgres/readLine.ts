import { isUtf8 } from 'node:buffer';

const LINE_FEED = 10;

/**
 * Reads a line that `COPY … TO STDOUT` writes. Its option ENCODING can make it something else than UTF-8; then it is
 * given as `0x` and hex digits.
 *
 * @internal
 */
export function readLine(chunk: Buffer): string {
  const line = chunk.at(-1) === LINE_FEED ? chunk.subarray(0, -1) : chunk;
  return isUtf8(line) ? line.toString('utf8') : `0x${line.toString('hex')}`;
}
