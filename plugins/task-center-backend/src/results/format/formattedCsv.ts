import {
  createCsvEncoder,
  ResultFormat,
  ResultRow,
  ResultSeparator,
} from 'backstage-plugin-task-center-common';
import { inflateSegment, SegmentStore } from '../../streams';
import { parseCsvRecords } from '../parseCsvRecords';
import { ResultSetInfo, resultStream } from '../ResultSetStore';
import { createNeutralizer, neutralizeNames } from './neutralizeFormulas';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The character of each {@link ResultSeparator}.
 *
 * @internal
 */
export const SEPARATORS: Record<ResultSeparator, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
};

/**
 * A result set as CSV in a format of one's own, a segment at a time.
 *
 * @internal
 */
export async function* formattedCsv(
  segments: SegmentStore,
  result: ResultSetInfo,
  format: ResultFormat,
): AsyncGenerator<Buffer> {
  const encode = createCsvEncoder({
    separator: SEPARATORS[format.separator ?? 'comma'],
    nullText: format.nullText,
  });
  const neutralize = format.neutralizeFormulas
    ? createNeutralizer(result.columns)
    : (row: ResultRow) => row;
  const names = result.columns.map(({ name }) => name);
  const header = format.neutralizeFormulas ? neutralizeNames(names) : names;
  let text = `${format.bom ? BYTE_ORDER_MARK : ''}${encode(header)}`;

  for await (const rows of readSegments(segments, result)) {
    for (const row of rows) {
      text += encode(neutralize(row));
    }
    yield Buffer.from(text);
    text = '';
  }
}

/** The rows of one segment after the other, without the header. */
async function* readSegments(
  segments: SegmentStore,
  result: ResultSetInfo,
): AsyncGenerator<Iterable<ResultRow>> {
  const stream = resultStream(result.taskId, result.number);
  let left = result.bytes;
  for await (const segment of segments.read(stream)) {
    const raw = await inflateSegment(segment);
    left -= raw.length;
    const rows = parseCsvRecords(raw.toString());
    if (segment.firstItem === 0) {
      rows.next();
    }
    yield rows;
  }
  if (left !== 0) {
    throw new Error('The result set was removed while it was downloaded');
  }
}
