const LINE_FEED = 10;
const QUOTE = 34;

/**
 * The bytes of some records of CSV that `encodeCsvRecord` wrote: those behind the first `skipped`, at most `wanted` of
 * them. Nothing else is made into text.
 *
 * @internal
 */
export function sliceRecords(
  csv: Buffer,
  skipped: number,
  wanted: number,
): Buffer {
  const start = endOfRecords(csv, 0, skipped);
  return csv.subarray(start, endOfRecords(csv, start, wanted));
}

/** Where so many records end. Quotes within quotes are doubled, so they cancel each other out. */
function endOfRecords(csv: Buffer, from: number, records: number): number {
  let left = records;
  let isQuoted = false;
  let at = from;
  while (left > 0 && at < csv.length) {
    const byte = csv[at++];
    if (byte === QUOTE) {
      isQuoted = !isQuoted;
    } else if (byte === LINE_FEED && !isQuoted) {
      left -= 1;
    }
  }
  return at;
}
