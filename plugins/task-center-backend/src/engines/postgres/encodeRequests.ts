// Bind of the unnamed statement to the unnamed portal, without parameters and with every result as text; then Execute
// of all of it.
const BIND_AND_EXECUTE = Buffer.from([
  ...[0x42, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0],
]);
const PARSE = 0x50;
const PARSE_OVERHEAD = 8;

/**
 * The messages that run statements one after the other: Parse, Bind and Execute for each. In one piece, because the
 * time that a message of its own takes to send is longer than the server takes to run a short statement.
 *
 * @internal
 */
export function encodeRequests(statements: readonly string[]): Buffer {
  const lengths = statements.map(sql => Buffer.byteLength(sql));
  const size = lengths.reduce(
    (sum, length) =>
      sum + length + PARSE_OVERHEAD + 1 + BIND_AND_EXECUTE.length,
    0,
  );
  const buffer = Buffer.allocUnsafe(size);
  let end = 0;
  statements.forEach((sql, index) => {
    end = buffer.writeUInt8(PARSE, end);
    end = buffer.writeInt32BE(lengths[index] + PARSE_OVERHEAD, end);
    end = buffer.writeUInt8(0, end);
    end += buffer.write(sql, end);
    end = buffer.fill(0, end, end + 3) && end + 3;
    end += BIND_AND_EXECUTE.copy(buffer, end);
  });
  return buffer;
}
