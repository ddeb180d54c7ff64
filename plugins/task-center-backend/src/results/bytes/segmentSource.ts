import { Segment, SegmentInfo, SegmentStore, StreamId } from '../../streams';
import { ByteRange, ByteSource } from './ByteSource';

/**
 * The bytes that the segments of a stream make behind each other.
 *
 * @param options - `bytes` is how many there are; `sizeOf` and `read` give the size of those of a segment and themselves
 * @internal
 */
export function segmentSource(options: {
  segments: SegmentStore;
  stream: StreamId;
  bytes: number;
  sizeOf(info: SegmentInfo): number;
  read(segment: Segment): Promise<Buffer> | Buffer;
}): ByteSource {
  const { bytes } = options;
  return {
    bytes,
    read: (range = { from: 0, to: bytes }) => readSegments(options, range),
  };
}

async function* readSegments(
  options: Parameters<typeof segmentSource>[0],
  { from, to }: ByteRange,
): AsyncGenerator<Buffer> {
  let { number, start } = await locate(options, from);
  for await (const segment of options.segments.read(options.stream, number)) {
    const end = start + options.sizeOf(segment);
    // A stream that still grows may have more by now.
    if (start >= to || segment.number !== number || end > options.bytes) {
      break;
    }
    const data = await options.read(segment);
    yield data.subarray(Math.max(from - start, 0), to - start);
    start = end;
    number += 1;
  }
  if (start < to) {
    throw new Error('The result set was removed while it was downloaded');
  }
}

/** The segment that holds a byte, and where it begins. */
async function locate(
  { segments, stream, sizeOf }: Parameters<typeof segmentSource>[0],
  byte: number,
): Promise<{ number: number; start: number }> {
  let start = 0;
  if (byte > 0) {
    for (const info of await segments.list(stream)) {
      const size = sizeOf(info);
      if (start + size > byte) {
        return { number: info.number, start };
      }
      start += size;
    }
  }
  return { number: 0, start: 0 };
}
