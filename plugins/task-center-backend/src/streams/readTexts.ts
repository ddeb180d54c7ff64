import { inflateSegment } from './deflateSegment';
import { readAhead } from './readAhead';
import { Segment, StreamId } from './Segment';
import { SegmentStore } from './SegmentStore';

/**
 * The text of a segment, and where its items are in the stream.
 *
 * @internal
 */
export interface SegmentText {
  firstItem: number;
  itemCount: number;
  text: string;
}

/**
 * The texts of a stream's segments from a number on, each fetched while the one before is worked on.
 *
 * @internal
 */
export function readTexts(
  segments: SegmentStore,
  stream: StreamId,
  from?: number,
): AsyncGenerator<SegmentText, void> {
  return readAhead(inflate(segments, stream, from));
}

async function* inflate(
  segments: SegmentStore,
  stream: StreamId,
  from?: number,
): AsyncGenerator<SegmentText, void> {
  for await (const segment of segments.read(stream, from)) {
    yield toText(segment);
  }
}

/**
 * Inflates a segment.
 *
 * @internal
 */
export async function toText(segment: Segment): Promise<SegmentText> {
  const { firstItem, itemCount } = segment;
  const text = (await inflateSegment(segment)).toString();
  return { firstItem, itemCount, text };
}
