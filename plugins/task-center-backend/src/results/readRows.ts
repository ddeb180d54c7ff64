import { ResultRow } from 'backstage-plugin-task-center-common';
import { inflateSegment, SegmentStore, StreamId } from '../streams';
import { parseCsvRecords } from './parseCsvRecords';

/**
 * Rows of a result set from a position on. Reads only the segments that hold them.
 *
 * @internal
 */
export async function readRows(
  segments: SegmentStore,
  stream: StreamId,
  page: { offset: number; limit: number },
): Promise<ResultRow[]> {
  const first = page.offset + 1; // item 0 is the header
  const rows: ResultRow[] = [];
  const number = await segments.locate(stream, first);
  if (number === undefined || page.limit === 0) {
    return rows;
  }
  for await (const segment of segments.read(stream, number)) {
    const text = (await inflateSegment(segment.data)).toString();
    let position = segment.firstItem;
    for (const row of parseCsvRecords(text)) {
      if (position >= first) {
        rows.push(row);
        if (rows.length === page.limit) {
          return rows;
        }
      }
      position += 1;
    }
  }
  return rows;
}
