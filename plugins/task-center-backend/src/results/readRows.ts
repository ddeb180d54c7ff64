import { ResultRow } from 'backstage-plugin-task-center-common';
import { inflateSegment, SegmentStore, StreamId } from '../streams';
import { parseCsvRecords } from './parseCsvRecords';
import { RecordSlicer } from './RecordSlicer';

const MAX_CHARS = 8_000_000;

/**
 * Rows of a result set from a position on. Reads only the segments that hold them. Very large rows make the page end
 * before its limit, but never before its first row.
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
  let chars = 0;
  const number = await segments.locate(stream, first);
  if (number === undefined || page.limit === 0) {
    return rows;
  }
  for await (const segment of segments.read(stream, number)) {
    const slicer = RecordSlicer.create(
      Math.max(0, first - segment.firstItem),
      page.limit - rows.length,
    );
    slicer.take(await inflateSegment(segment));
    for (const row of parseCsvRecords(slicer.text)) {
      rows.push(row);
      chars += row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
      if (rows.length === page.limit || chars > MAX_CHARS) {
        return rows;
      }
    }
  }
  return rows;
}
