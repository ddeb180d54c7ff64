import {
  createRowOrder,
  ResultColumn,
  ResultRow,
  ResultSort,
  RowKey,
} from 'backstage-plugin-task-center-common';

/**
 * How rows are compared, and records, which are rows with their position in the result set before them. Where rows are
 * equal, the position decides.
 *
 * @internal
 */
export interface RecordOrder {
  compare(a: RowKey, b: RowKey): number;
  keyOfRow(row: ResultRow): RowKey;
  keyOfRecord(record: ResultRow): RowKey;
  /** Which fields of a row have to be read. */
  wantedOfRow: readonly boolean[];
  /** Which fields of a record have to be read. */
  wantedOfRecord: readonly boolean[];
}

/**
 * @internal
 */
export function createRecordOrder(
  columns: ResultColumn[],
  sort: ResultSort[],
): RecordOrder {
  const rows = createRowOrder(columns, sort);
  const records = createRowOrder(
    [{ name: 'position', type: 'BIGINT' }, ...columns],
    sort.map(each => ({ ...each, column: each.column + 1 })),
  );
  const sorted = new Set(sort.map(({ column }) => column));
  const wantedOfRow = columns.map((_, column) => sorted.has(column));
  return {
    compare: rows.compare,
    keyOfRow: rows.keyOf,
    keyOfRecord: records.keyOf,
    wantedOfRow,
    wantedOfRecord: [true, ...wantedOfRow],
  };
}
