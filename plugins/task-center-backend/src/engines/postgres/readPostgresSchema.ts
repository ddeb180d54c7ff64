import { DatabaseSchema } from 'backstage-plugin-task-center-common';
import {
  DatabaseSession,
  SchemaLimits,
} from 'backstage-plugin-task-center-node';
import { readRows } from '../readRows';
import { toSchema } from '../toSchema';

/**
 * Reads the tables and views of all schemas that are not the server's own.
 *
 * @internal
 */
export async function readPostgresSchema(
  session: DatabaseSession,
  limits: SchemaLimits,
): Promise<DatabaseSchema> {
  const rows = await readRows(
    session,
    `SELECT CASE WHEN pg_table_is_visible(c.oid) THEN NULL ELSE n.nspname END,
            c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
       AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
     ORDER BY n.nspname, c.relname, a.attnum
     LIMIT ${limits.columns + 1}`,
    limits.columns + 1,
  );
  return toSchema(rows, limits);
}
