/**
 * A value as a file: bytes as they are, a text in UTF-8.
 *
 * @param isBytes - whether it is `0x` and hex digits
 * @internal
 */
export function valueFile(
  value: string,
  isBytes: boolean,
  isJson: boolean,
): { blob: Blob; extension: string } {
  if (isBytes) {
    const type = 'application/octet-stream';
    return { blob: new Blob([bytesOf(value)], { type }), extension: 'bin' };
  }
  return isJson
    ? {
        blob: new Blob([value], { type: 'application/json' }),
        extension: 'json',
      }
    : { blob: new Blob([value], { type: 'text/plain' }), extension: 'txt' };
}

function bytesOf(value: string): Uint8Array {
  const bytes = new Uint8Array((value.length - 2) / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = parseInt(value.slice(2 + i * 2, 4 + i * 2), 16);
  }
  return bytes;
}
