import { screen, waitFor } from '@testing-library/react';
import { useSearchParams } from 'react-router-dom';
import {
  ResultRow,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { TaskCenterApi } from '../../../api';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../../__testUtils__';
import { SqlWindowPage } from '../SqlWindowPage';

/**
 * How many rows the large result set has.
 *
 * @internal
 */
export const TOTAL = 1_000_000;

/**
 * A large result set that was cut, and one of a single row.
 *
 * @internal
 */
export const RESULT_SETS: ResultSet[] = [
  {
    index: 1,
    statement: 12,
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'name', type: 'VARCHAR' },
      { name: 'photo', type: 'BLOB' },
    ],
    rowCount: TOTAL,
    truncated: true,
    truncatedBy: 'rows',
    partial: false,
    bytes: 90_000_000,
  },
  {
    index: 2,
    statement: 13,
    columns: [{ name: 'count(*)', type: 'BIGINT' }],
    rowCount: 1,
    truncated: false,
    partial: false,
    bytes: 12,
  },
];

/**
 * A result set that the browser can hold.
 *
 * @internal
 */
export const SMALL: ResultSet = {
  ...RESULT_SETS[0],
  rowCount: 1_500,
  truncated: false,
  truncatedBy: undefined,
  bytes: 60_000,
};

/** @internal */
export function rowAt(index: number): ResultRow {
  return [
    String(index + 1),
    index === 1 ? '' : `name ${index + 1}`,
    index === 2 ? null : '0x00ff',
  ];
}

/**
 * Renders the SQL window on the large result set, or on others.
 *
 * @internal
 */
export function renderSqlWindow(
  other: Partial<TaskCenterApi> = {},
  task: Partial<Task> = {},
  query: string = '',
) {
  const listResults = other.listResults ?? (async () => RESULT_SETS);
  const api = createTaskCenterMock([createTask({ resultSets: 2, ...task })], {
    listResults,
    listStatements: async (_id, { offset = 0, limit = 0 }) => ({
      items: Array.from({ length: limit }, (_, i) => ({
        index: offset + i + 1,
        line: offset + i + 1,
        text: `SELECT * FROM table_${offset + i + 1}`,
        state: 'succeeded' as const,
        durationMs: 12,
      })),
      totalItems: 5_000,
    }),
    getRows: async (id, set, { offset = 0, limit = 0 }) => {
      if (set === 2) {
        return { items: [['482113']], totalItems: 1 };
      }
      const [{ rowCount }] = await listResults(id);
      const count = Math.min(limit, rowCount - offset);
      return {
        items: Array.from({ length: count }, (_, i) => rowAt(offset + i)),
        totalItems: rowCount,
      };
    },
    ...other,
  });
  renderWithTaskCenter(<PageOfUrl />, {
    api,
    url: `/task-center/tasks/t1/results?resultSet=1${query}`,
  });
  return api;
}

function PageOfUrl() {
  const [params] = useSearchParams();
  return (
    <SqlWindowPage taskId="t1" resultSet={Number(params.get('resultSet'))} />
  );
}

/**
 * A cell of the grid, by its row and its place among the columns that are shown, once it has something in it.
 *
 * @internal
 */
export function findCell(row: number, place: number): Promise<HTMLElement> {
  return waitFor(() => {
    const cell = document.querySelector<HTMLElement>(
      `[data-row="${row}"] > [role=gridcell][data-column="${place}"]`,
    );
    expect(cell).not.toBeNull();
    expect(cell!.textContent).not.toBe('');
    return cell!;
  });
}

/**
 * The texts of the first cells of a column, by its place.
 *
 * @internal
 */
export function columnTexts(place: number, count: number): string[] {
  return Array.from(
    document.querySelectorAll(`[role=gridcell][data-column="${place}"]`),
    cell => cell.textContent ?? '',
  ).slice(0, count);
}

/** @internal */
export function currentUrl(): string {
  return screen.getByLabelText('URL').textContent!;
}
