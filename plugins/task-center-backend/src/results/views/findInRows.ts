import {
  ResultMatches,
  createTextMatcher,
} from 'backstage-plugin-task-center-common';
import {
  readTexts,
  SegmentStore,
  SegmentText,
  StreamId,
  WorkPace,
} from '../../streams';
import { CsvScanner } from '../CsvScanner';

const TIME_MS = 1_000;

/**
 * @internal
 */
export interface RowSearch {
  segments: SegmentStore;
  /** The rows of a result set, or of a view. */
  stream: StreamId;
  /** How many fields stand before the columns. */
  skippedFields: number;
  columnCount: number;
  text: string;
  matchCase: boolean;
  /** The first row that is searched, from 0. */
  from: number;
  /** How many matches are enough. All of a row come together, so there may be more. */
  limit: number;
  /** Ends the search when nobody waits for it any more. What was found until then is the answer. */
  signal: AbortSignal;
  timeMs?: number;
}

/**
 * Looks for a text from a row on, for about a second. Most segments do not hold it, and are not taken apart.
 *
 * @internal
 */
export async function findInRows(search: RowSearch): Promise<ResultMatches> {
  const { segments, stream, text, matchCase, from, signal } = search;
  const items: ResultMatches['items'] = [];
  const number = await segments.locate(stream, from + 1); // item 0 is the header
  if (number === undefined) {
    return { items };
  }
  const deadline = performance.now() + (search.timeMs ?? TIME_MS);
  const pace = WorkPace.create(() => {});
  const mayMatch = createTextMatcher(text.replaceAll('"', '""'), { matchCase });
  for await (const segment of readTexts(segments, stream, number)) {
    let nextRow: number | undefined;
    if (mayMatch(segment.text)) {
      nextRow = await findInSegment(segment, { search, items, pace });
    }
    const isOver = signal.aborted || performance.now() >= deadline;
    if (nextRow === undefined && isOver) {
      nextRow = segment.firstItem - 1 + segment.itemCount;
    }
    if (nextRow !== undefined) {
      return (await isEnd(segments, stream, nextRow))
        ? { items }
        : { items, nextRow };
    }
    await pace.rest();
  }
  return { items };
}

/** @returns where to look on, when there are matches enough or nobody waits any more */
async function findInSegment(
  segment: SegmentText,
  options: { search: RowSearch; items: ResultMatches['items']; pace: WorkPace },
): Promise<number | undefined> {
  const { search, items, pace } = options;
  const { skippedFields, columnCount, matchCase, from, limit } = search;
  const matches = createTextMatcher(search.text, { matchCase });
  const wanted = Array.from(
    { length: skippedFields + columnCount },
    (_, index) => index >= skippedFields,
  );
  const scanner = CsvScanner.create(segment.text, wanted);
  for (let row = segment.firstItem - 1; scanner.next(); row++) {
    if (row >= from && row >= 0) {
      scanner.fields.forEach((value, index) => {
        if (value !== null && matches(value)) {
          items.push({ row, column: index - skippedFields });
        }
      });
      if (items.length >= limit) {
        return row + 1;
      }
    }
    if (pace.isRestDue) {
      await pace.rest();
      if (search.signal.aborted) {
        return row + 1;
      }
    }
  }
  return undefined;
}

async function isEnd(
  segments: SegmentStore,
  stream: StreamId,
  row: number,
): Promise<boolean> {
  return (await segments.locate(stream, row + 1)) === undefined;
}
