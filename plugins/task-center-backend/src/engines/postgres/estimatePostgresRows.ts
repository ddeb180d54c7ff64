import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { readRows } from '../readRows';

const LONGEST_MS = 2_000;
/** What a part of a plan feeds the part above it; a subquery or a common table expression stands aside. */
const FEEDS = /^(?:Outer|Inner|Member)$/;

interface PlanNode {
  'Node Type': string;
  'Parent Relationship'?: string;
  'Plan Rows': number;
  Plans?: PlanNode[];
}

/**
 * Asks for the plan of a statement, in a transaction that can change nothing: a function that the planner calls for its
 * value cannot either. Backslashes in strings mean what they mean to the splitter, so that the server, too, finds one
 * statement.
 *
 * @internal
 */
export async function estimatePostgresRows(
  session: DatabaseSession,
  sql: string,
): Promise<number | undefined> {
  for (const statement of [
    'BEGIN READ ONLY',
    'SET LOCAL standard_conforming_strings = on',
    `SET LOCAL statement_timeout = ${LONGEST_MS}`,
    `SET LOCAL lock_timeout = ${LONGEST_MS}`,
  ]) {
    await readRows(session, statement);
  }
  try {
    const rows = await readRows(session, `EXPLAIN (FORMAT JSON) ${sql}`);
    const [{ Plan }] = JSON.parse(rows.map(([line]) => line).join('\n'));
    return Math.round(rowsOf(Plan));
  } finally {
    await readRows(session, 'ROLLBACK').catch(() => {});
  }
}

function rowsOf(plan: PlanNode): number {
  const changes = findChanges(plan);
  return changes.length > 0
    ? changes.reduce((sum, change) => sum + rowsChangedBy(change), 0)
    : plan['Plan Rows'];
}

function findChanges(node: PlanNode): PlanNode[] {
  const below = (node.Plans ?? []).flatMap(findChanges);
  return node['Node Type'] === 'ModifyTable' ? [node, ...below] : below;
}

function rowsChangedBy({ Plans = [] }: PlanNode): number {
  return Plans.filter(plan => FEEDS.test(plan['Parent Relationship'] ?? ''))
    .map(plan => plan['Plan Rows'])
    .reduce((sum, rows) => sum + rows, 0);
}
