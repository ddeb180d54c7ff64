import {
  describeRowBounds,
  ResultRow,
  RowBounds,
  selectAffectedRows,
} from 'backstage-plugin-task-center-common';
import {
  DatabaseError,
  DatabaseSession,
} from 'backstage-plugin-task-center-node';
import { readRows } from '../readRows';

const LONGEST_SECONDS = 2;

/** Parts of a plan whose rows are those of the statement; others are looked at on the way. */
const OUTERMOST = /^(?:SIMPLE|PRIMARY|UNION)$/;

/**
 * Asks for the plan of a statement, as a SELECT of the rows that it changes: that can be asked for in a transaction that
 * can change nothing, whatever functions there are in the statement.
 *
 * @internal
 */
export async function estimateMysqlRows(
  session: DatabaseSession,
  sql: string,
): Promise<number | undefined> {
  const select = selectAffectedRows(sql);
  const bounds = select ? describeRowBounds(select) : undefined;
  if (!select || !bounds || bounds.folds) {
    return undefined;
  }
  const isMariadb = session.description.startsWith('MariaDB');
  await setLimit(session, `lock_wait_timeout = ${LONGEST_SECONDS}`);
  await setLimit(
    session,
    isMariadb
      ? `max_statement_time = ${LONGEST_SECONDS}`
      : `max_execution_time = ${LONGEST_SECONDS * 1000}`,
  );
  await readRows(session, 'START TRANSACTION READ ONLY');
  try {
    const explain = isMariadb ? 'EXTENDED' : 'FORMAT=TRADITIONAL';
    const plan = await readRows(session, `EXPLAIN ${explain} ${select}`);
    return withinLimit(sumOfPlan(isMariadb, plan), bounds.limit);
  } finally {
    await readRows(session, 'ROLLBACK').catch(() => {});
  }
}

function withinLimit(
  rows: number | undefined,
  limit: RowBounds['limit'],
): number | undefined {
  return rows === undefined || !limit
    ? rows
    : Math.min(limit.rows, Math.max(0, rows - limit.offset));
}

/** Not every server has every limit; who calls has one, too. */
async function setLimit(
  session: DatabaseSession,
  limit: string,
): Promise<void> {
  try {
    await readRows(session, `SET SESSION ${limit}`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.connectionLost) throw error;
  }
}

function sumOfPlan(isMariadb: boolean, plan: ResultRow[]): number | undefined {
  const products = new Map<string, number>();
  for (const row of plan) {
    const [id, type] = row;
    // MySQL has a column for the partitions in addition.
    const [rows, filtered] = isMariadb ? row.slice(8) : row.slice(9);
    if (OUTERMOST.test(type ?? '') && rows !== null) {
      const passing = (Number(rows) * Number(filtered ?? 100)) / 100;
      products.set(id!, (products.get(id!) ?? 1) * passing);
    }
  }
  if (products.size === 0) {
    return undefined;
  }
  return Math.round([...products.values()].reduce((sum, n) => sum + n, 0));
}
