import { ResultRow } from 'backstage-plugin-task-center-common';
import { isAscii, isUtf8 } from 'node:buffer';
import { ValueKind } from './valueKindOf';

const REPLACEMENT = '\uFFFD';
/** What stands in place of a length for NULL, and before lengths that take more than one byte. */
const NULL_VALUE = 0xfb;
const LENGTH_BYTES: Record<number, number> = { 0xfc: 2, 0xfd: 3, 0xfe: 6 };
const LONGEST_LENGTH_BYTES = 8;

/**
 * Reads a row: the server's text, or bytes as `0x` and hex digits where they are not text, or text that cannot be read
 * without loss.
 *
 * mysql2 would call back for each value, which takes longer than all the rest.
 *
 * @param offset - where the row begins in the buffer
 * @internal
 */
export function readRow(
  buffer: Buffer,
  offset: number,
  kinds: ValueKind[],
): ResultRow {
  const row: ResultRow = new Array(kinds.length);
  let at = offset;
  for (let column = 0; column < kinds.length; column++) {
    let length = buffer[at++];
    if (length === NULL_VALUE) {
      row[column] = null;
    } else {
      if (length > NULL_VALUE) {
        const code = length;
        length = buffer.readUIntLE(at, LENGTH_BYTES[code]);
        at += code === 0xfe ? LONGEST_LENGTH_BYTES : LENGTH_BYTES[code];
      }
      row[column] = readValue(buffer, at, at + length, kinds[column]);
      at += length;
    }
  }
  return row;
}

function readValue(
  buffer: Buffer,
  start: number,
  end: number,
  kind: ValueKind,
): string {
  if (kind === 'plain') {
    return buffer.toString('latin1', start, end);
  }
  if (kind === 'text') {
    const text = buffer.toString('utf8', start, end);
    // Looking for the mark of what is not UTF-8 costs less than looking at the bytes of each value.
    return !text.includes(REPLACEMENT) || isUtf8(buffer.subarray(start, end))
      ? text
      : toHex(buffer, start, end);
  }
  return kind === 'foreign' && isAscii(buffer.subarray(start, end))
    ? buffer.toString('latin1', start, end)
    : toHex(buffer, start, end);
}

function toHex(buffer: Buffer, start: number, end: number): string {
  return `0x${buffer.toString('hex', start, end)}`;
}
