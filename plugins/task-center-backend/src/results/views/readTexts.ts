import { inflateSegment, SegmentStore, StreamId } from '../../streams';
import { readAhead } from './readAhead';

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
    const { firstItem, itemCount } = segment;
    const text = (await inflateSegment(segment)).toString();
    yield { firstItem, itemCount, text };
  }
}
