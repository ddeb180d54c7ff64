/**
 * How many bytes a line of a hex dump shows.
 *
 * @internal
 */
export const BYTES_PER_LINE = 16;

/** @internal */
export interface HexLine {
  offset: string;
  bytes: string;
  text: string;
}

/**
 * A line of a hex dump: where it begins, its bytes, and those of them that are printable ASCII.
 *
 * @param value - `0x` and hex digits
 * @param line - from 0
 * @internal
 */
export function hexLine(value: string, line: number): HexLine {
  const start = line * BYTES_PER_LINE;
  const digits = value.slice(2 + start * 2, 2 + (start + BYTES_PER_LINE) * 2);
  const pairs = digits.match(/../g) ?? [];
  const halves = [pairs.slice(0, 8), pairs.slice(8)].map(h => h.join(' '));
  return {
    offset: start.toString(16).padStart(8, '0'),
    bytes: halves.join('  ').padEnd(48),
    text: pairs.map(toCharacter).join(''),
  };
}

function toCharacter(pair: string): string {
  const code = parseInt(pair, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·';
}
