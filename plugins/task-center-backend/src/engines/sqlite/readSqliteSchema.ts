import { DatabaseSchema } from 'backstage-plugin-task-center-common';
import {
  DatabaseSession,
  SchemaLimits,
} from 'backstage-plugin-task-center-node';
import { readRows } from '../readRows';
import { toSchema } from '../toSchema';

/**
 * Reads the tables and views of the file.
 *
 * @internal
 */
export async function readSqliteSchema(
  session: DatabaseSession,
  limits: SchemaLimits,
): Promise<DatabaseSchema> {
  const rows = await readRows(
    session,
    `SELECT NULL, s.name, c.name, lower(c.type)
     FROM sqlite_schema s LEFT JOIN pragma_table_info(s.name) c
     WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
     ORDER BY s.name, c.cid
     LIMIT ${limits.columns + 1}`,
    limits.columns + 1,
  );
  return toSchema(rows, limits);
}
