import { DatabaseSchema } from 'backstage-plugin-task-center-common';
import {
  DatabaseSession,
  SchemaLimits,
} from 'backstage-plugin-task-center-node';
import { readRows } from '../readRows';
import { toSchema } from '../toSchema';

const SYSTEM_DATABASES = [
  ...['information_schema', 'mysql', 'performance_schema', 'sys', 'oceanbase'],
]
  .map(name => `'${name}'`)
  .join();

/**
 * Reads the tables of the session's database or, when it has none, those of all databases that the user may see.
 *
 * @internal
 */
export async function readMysqlSchema(
  session: DatabaseSession,
  limits: SchemaLimits,
): Promise<DatabaseSchema> {
  const rows = await readRows(
    session,
    `SELECT IF(TABLE_SCHEMA = DATABASE(), NULL, TABLE_SCHEMA), TABLE_NAME, COLUMN_NAME, COLUMN_TYPE
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE()
        OR (DATABASE() IS NULL AND TABLE_SCHEMA NOT IN (${SYSTEM_DATABASES}))
     ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
     LIMIT ${limits.columns + 1}`,
    limits.columns + 1,
  );
  return toSchema(rows, limits);
}
