import {
  createRowFilter,
  ResultColumn,
  ResultFilter,
} from 'backstage-plugin-task-center-common';
import { SegmentText, WorkPace } from '../../streams';
import { CsvScanner } from '../CsvScanner';
import { RowTaker } from './RowTaker';

/**
 * Goes through all rows of a result set, and gives away those that pass the filters.
 *
 * @param progress - hears how many rows were looked at, after each segment
 * @internal
 */
export async function scanRows(options: {
  texts: AsyncIterable<SegmentText>;
  columns: ResultColumn[];
  filters: ResultFilter[];
  taker: RowTaker;
  pace: WorkPace;
  progress: (scannedRows: number) => void;
}): Promise<void> {
  const { texts, columns, filters, taker, pace, progress } = options;
  const passes = createRowFilter(columns, filters);
  const wanted = columns.map(
    (_, index) =>
      taker.wanted[index] ||
      filters.some(({ column }) => column === undefined || column === index),
  );
  for await (const { firstItem, itemCount, text } of texts) {
    const scanner = CsvScanner.create(text, wanted);
    // Item 0 is the header.
    for (let position = firstItem - 1; scanner.next(); position++) {
      if (
        position >= 0 &&
        passes(scanner.fields) &&
        taker.take(position, scanner)
      ) {
        await taker.settle();
      }
      if (pace.isRestDue) {
        await pace.rest();
      }
    }
    if (taker.endText()) {
      await taker.settle();
    }
    progress(firstItem - 1 + itemCount);
    if (pace.isSliceOver) {
      await pace.rest();
    }
  }
}
