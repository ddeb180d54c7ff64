/**
 * How bytes that are not text are written.
 *
 * @internal
 */
export function toHex(bytes: Buffer): string {
  return `0x${bytes.toString('hex')}`;
}
