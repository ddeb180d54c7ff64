import { FINAL_BLOCK, inflateSegment, SegmentStore } from '../streams';
import { bufferSource, ByteSource, joinSources, segmentSource } from './bytes';
import { ResultSetInfo, resultStream } from './ResultSetStore';

/**
 * A result set as CSV, as it is stored.
 *
 * @internal
 */
export function storedCsv(
  segments: SegmentStore,
  result: ResultSetInfo,
): ByteSource {
  return segmentSource({
    segments,
    stream: resultStream(result.taskId, result.number),
    bytes: result.bytes,
    sizeOf: info => info.rawBytes,
    read: segment => inflateSegment(segment),
  });
}

/**
 * The same as one raw deflate stream, compressed when the rows came.
 *
 * @internal
 */
export function deflatedCsv(
  segments: SegmentStore,
  result: ResultSetInfo,
): ByteSource {
  return joinSources([
    segmentSource({
      segments,
      stream: resultStream(result.taskId, result.number),
      bytes: result.storedBytes,
      sizeOf: info => info.dataBytes,
      read: segment => segment.data,
    }),
    bufferSource(FINAL_BLOCK),
  ]);
}
