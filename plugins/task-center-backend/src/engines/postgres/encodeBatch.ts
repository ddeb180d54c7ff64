// What follows the text in Parse: its end, and no types of parameters. Then Bind of the unnamed statement to the unnamed
// portal, without parameters and with every result as text; then Execute of all of it.
const BEHIND_TEXT = Buffer.from([
  ...[0, 0, 0],
  ...[0x42, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0],
]);
const PARSE = 0x50;
const PARSE_OVERHEAD = 8;
const REQUEST_OVERHEAD = 6 + BEHIND_TEXT.length;
const BEGIN = encodeRequest('BEGIN');
const COMMIT = encodeRequest('COMMIT');
const FLUSH = Buffer.from([0x48, 0, 0, 0, 4]);
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

/**
 * The messages that run statements one after the other: Parse, Bind and Execute for each, and a Sync behind all of them.
 * In one piece, because the time that a message of its own takes to send is longer than the server takes to run a short
 * statement.
 *
 * @param options - `inTransaction`: whether one is open; each statement gets one of its own otherwise. `flushEvery`:
 * behind how many statements the server is told to send the answers that it has
 * @internal
 */
export function encodeBatch(
  statements: readonly string[],
  options: { inTransaction: boolean; flushEvery: number },
): Buffer {
  const { inTransaction, flushEvery } = options;
  const lengths = statements.map(sql => Buffer.byteLength(sql));
  const around = inTransaction ? 0 : BEGIN.length + COMMIT.length;
  let size = SYNC.length;
  for (const length of lengths) {
    size += length + REQUEST_OVERHEAD + around + FLUSH.length;
  }
  const buffer = Buffer.allocUnsafe(size);
  let end = 0;
  for (let index = 0; index < statements.length; index++) {
    if (!inTransaction) end = append(buffer, BEGIN, end);
    end = writeRequest(buffer, statements[index], lengths[index], end);
    if (!inTransaction) end = append(buffer, COMMIT, end);
    if ((index + 1) % flushEvery === 0) end = append(buffer, FLUSH, end);
  }
  return buffer.subarray(0, append(buffer, SYNC, end));
}

function encodeRequest(sql: string): Buffer {
  const length = Buffer.byteLength(sql);
  const buffer = Buffer.alloc(length + REQUEST_OVERHEAD);
  writeRequest(buffer, sql, length, 0);
  return buffer;
}

function writeRequest(
  buffer: Buffer,
  sql: string,
  length: number,
  start: number,
): number {
  buffer[start] = PARSE;
  buffer.writeInt32BE(length + PARSE_OVERHEAD, start + 1);
  buffer[start + 5] = 0;
  buffer.write(sql, start + 6);
  return append(buffer, BEHIND_TEXT, start + 6 + length);
}

function append(buffer: Buffer, bytes: Buffer, start: number): number {
  buffer.set(bytes, start);
  return start + bytes.length;
}
