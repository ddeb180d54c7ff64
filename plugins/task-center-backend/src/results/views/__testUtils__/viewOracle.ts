import {
  createRowComparator,
  createRowFilter,
  ResultColumn,
  ResultRow,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';

/** What a view holds, made with everything in memory. */
export function viewOracle(
  columns: ResultColumn[],
  rows: ResultRow[],
  { filters = [], sort = [] }: ResultViewSpec,
): { items: ResultRow[]; positions: number[] } {
  const passes = createRowFilter(columns, filters);
  const compare = createRowComparator(columns, sort);
  const entries = rows
    .map((row, position) => ({ row, position }))
    .filter(({ row }) => passes(row))
    .sort((a, b) => compare(a.row, b.row));
  return {
    items: entries.map(({ row }) => row),
    positions: entries.map(({ position }) => position),
  };
}
