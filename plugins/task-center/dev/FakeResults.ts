import {
  createRowComparator,
  createRowFilter,
  createTextMatcher,
  ResultMatches,
  ResultRow,
  ResultRowPage,
  ResultSet,
  ResultView,
  ResultViewSpec,
  Task,
} from 'backstage-plugin-task-center-common';
import { FindInResultsRequest, PageRequest } from '../src/api';

const SMALL_ROWS = 2_000;
const LARGE_ROWS = 120_000;
const BUILD_MS = 2_500;
const WIDE_COLUMNS = 60;

const COLUMNS = [
  { name: 'id', type: 'BIGINT' },
  { name: 'name', type: 'VARCHAR' },
  { name: 'price', type: 'DECIMAL' },
  { name: 'note', type: 'JSON' },
  { name: 'photo', type: 'BLOB' },
  { name: 'story', type: 'LONGTEXT' },
];

const REASONS = ['rows', undefined, 'result-bytes', 'user-quota'] as const;

/**
 * Result sets that are made up as they are asked for. The second one of each task is large and wide.
 */
export class FakeResults {
  private readonly views = new Map<string, { began: number; rows: number[] }>();

  list(task: Task): ResultSet[] {
    return Array.from({ length: task.resultSets }, (_, i) => ({
      index: i + 1,
      statement: 12 + i,
      columns: columnsOf(i + 1),
      rowCount: rowCountOf(i + 1),
      truncated: Boolean(REASONS[i % REASONS.length]),
      truncatedBy: REASONS[i % REASONS.length],
      partial: false,
      bytes: i === 1 ? 61_000_000 : 184_000,
    }));
  }

  rows(
    set: number,
    { limit = 100, offset = 0, view }: PageRequest & { view?: string },
  ): ResultRowPage {
    const known = view ? this.views.get(view)?.rows ?? [] : undefined;
    const totalItems = known?.length ?? rowCountOf(set);
    const count = Math.max(0, Math.min(limit, totalItems - offset));
    const positions = Array.from({ length: count }, (_, i) =>
      known ? known[offset + i] : offset + i,
    );
    const items = positions.map(position => rowAt(set, position));
    return { items, totalItems, ...(known && { positions }) };
  }

  createView(set: number, spec: ResultViewSpec): ResultView {
    const id = `${set} ${JSON.stringify(spec)}`;
    if (!this.views.has(id)) {
      const rows = find(set, spec);
      this.views.set(id, { began: Date.now(), rows });
    }
    return this.view(set, id);
  }

  view(set: number, id: string): ResultView {
    const { began, rows } = this.views.get(id)!;
    const share = Math.min(1, (Date.now() - began) / BUILD_MS);
    return {
      id,
      state: share < 1 ? 'building' : 'ready',
      scannedRows: Math.floor(share * rowCountOf(set)),
      ...(share === 1 && { rowCount: rows.length }),
    };
  }

  find(set: number, request: FindInResultsRequest): ResultMatches {
    const { text, matchCase, from = 0, limit = 100, view } = request;
    const isMatch = createTextMatcher(text, { matchCase });
    const rows = view ? this.views.get(view)?.rows : undefined;
    const total = rows?.length ?? rowCountOf(set);
    const items: ResultMatches['items'] = [];
    for (let row = from; row < Math.min(total, from + 40_000); row++) {
      rowAt(set, rows ? rows[row] : row).forEach((value, column) => {
        if (value !== null && isMatch(value)) {
          items.push({ row, column });
        }
      });
      if (items.length >= limit) {
        return { items, nextRow: row + 1 };
      }
    }
    const end = from + 40_000;
    return { items, ...(end < total && { nextRow: end }) };
  }
}

function columnsOf(set: number) {
  const extra = Array.from({ length: WIDE_COLUMNS }, (_, i) => ({
    name: `figure_${i + 1}`,
    type: 'INT',
  }));
  return set === 2 ? [...COLUMNS, ...extra] : COLUMNS;
}

function rowCountOf(set: number): number {
  return set === 2 ? LARGE_ROWS : SMALL_ROWS;
}

function rowAt(set: number, position: number): ResultRow {
  const n = position + 1;
  const row = [
    String(n),
    n % 7 ? `Product ${n}` : '',
    n % 5 ? `${n}.990000000000000001` : null,
    `{"tags": ["new", "n${n % 9}"], "stock": ${n % 31}}`,
    `0x${n
      .toString(16)
      .padStart(8, '0')
      .repeat((n % 12) + 1)}`,
    n % 4 ? 'short' : 'A long story. '.repeat(60),
  ];
  const extra = Array.from({ length: WIDE_COLUMNS }, (_, i) =>
    String((n * (i + 7)) % 1_009),
  );
  return set === 2 ? [...row, ...extra] : row;
}

function find(set: number, { filters = [], sort = [] }: ResultViewSpec) {
  const columns = columnsOf(set);
  const passes = createRowFilter(columns, filters);
  const positions: number[] = [];
  for (let position = 0; position < rowCountOf(set); position++) {
    if (passes(rowAt(set, position))) {
      positions.push(position);
    }
  }
  const compare = createRowComparator(columns, sort);
  const rows = new Map(positions.map(p => [p, rowAt(set, p)]));
  return sort.length
    ? positions.sort((a, b) => compare(rows.get(a)!, rows.get(b)!))
    : positions;
}
