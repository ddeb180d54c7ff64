import { ResultRow } from 'backstage-plugin-task-center-common';
import { DatabaseSession } from 'backstage-plugin-task-center-node';

/**
 * Runs one of the service's own small statements and gives the rows of its last result set.
 *
 * @throws DatabaseError when the database refuses it
 * @internal
 */
export async function readRows(
  session: DatabaseSession,
  sql: string,
  maxRows: number = 1_000,
): Promise<ResultRow[]> {
  let found: ResultRow[] = [];
  const sink = {
    begin: async () => {
      found = [];
    },
    rows: async (rows: ResultRow[]) => {
      found.push(...rows);
    },
    end: async () => {},
  };
  await session.execute(sql, { sink, maxRows });
  return found;
}
