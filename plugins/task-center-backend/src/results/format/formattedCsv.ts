import {
  createCsvEncoder,
  ResultFormat,
  ResultRow,
  ResultSeparator,
} from 'backstage-plugin-task-center-common';
import { SegmentStore } from '../../streams';
import { parseCsvRecords } from '../parseCsvRecords';
import { ResultSetInfo } from '../ResultSetStore';
import { storedCsv } from '../storedCsv';
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
  let isHeader = true;

  // Each piece is a segment, so it holds whole records.
  for await (const csv of storedCsv(segments, result).read()) {
    const rows = parseCsvRecords(csv.toString());
    if (isHeader) {
      rows.next();
      isHeader = false;
    }
    for (const row of rows) {
      text += encode(neutralize(row));
    }
    yield Buffer.from(text);
    text = '';
  }
}
