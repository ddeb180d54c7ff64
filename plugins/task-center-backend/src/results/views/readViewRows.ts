import { ResultRow } from 'backstage-plugin-task-center-common';
import { SegmentStore, StreamId } from '../../streams';
import { readRows } from '../readRows';

/**
 * Rows of a view from a position on, and the positions of these rows in the result set.
 *
 * @internal
 */
export async function readViewRows(
  segments: SegmentStore,
  stream: StreamId,
  page: { offset: number; limit: number },
): Promise<{ items: ResultRow[]; positions: number[] }> {
  const records = await readRows(segments, stream, page);
  return {
    items: records.map(record => record.slice(1)),
    positions: records.map(([position]) => Number(position)),
  };
}
