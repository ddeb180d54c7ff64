/**
 * The object id of the type `bytea`.
 *
 * @internal
 */
export const BYTEA = 17;

/**
 * Writes a value of the type `bytea` as `0x` and hex digits, whatever form the script has chosen with `bytea_output`.
 *
 * @internal
 */
export function readBytea(text: string): string {
  // In the other form a backslash is followed by a second one or by digits.
  if (text.startsWith('\\x')) {
    return `0x${text.slice(2)}`;
  }
  const bytes = text.replace(/\\(\\|\d{3})/g, (_, code) =>
    code === '\\' ? code : String.fromCharCode(parseInt(code, 8)),
  );
  return `0x${Buffer.from(bytes, 'latin1').toString('hex')}`;
}
