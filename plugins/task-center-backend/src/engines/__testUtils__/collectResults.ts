import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { ResultSink } from 'backstage-plugin-task-center-node';

/** A result set that reached a sink. */
export interface CollectedResult {
  columns: ResultColumn[];
  rows: ResultRow[];
  /** Undefined until it has ended. */
  truncated?: boolean;
}

/** A sink that keeps everything, and can be made to take its time. */
export function collectResults(wait?: () => Promise<void>): {
  results: CollectedResult[];
  sink: ResultSink;
} {
  const results: CollectedResult[] = [];
  return {
    results,
    sink: {
      async begin(columns) {
        results.push({ columns, rows: [] });
      },
      async rows(rows) {
        await wait?.();
        results.at(-1)!.rows.push(...rows);
      },
      async end(truncated) {
        results.at(-1)!.truncated = truncated;
      },
    },
  };
}
