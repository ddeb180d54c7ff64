import { DatabaseSchema, ResultRow } from 'backstage-plugin-task-center-common';
import { SchemaLimits } from 'backstage-plugin-task-center-node';

/**
 * Makes tables of the rows of a catalog, each a column: schema (or NULL), table, column, type. They come in order, and one
 * row more than the limit of columns says that there are more.
 *
 * @internal
 */
export function toSchema(
  rows: ResultRow[],
  limits: SchemaLimits,
): DatabaseSchema {
  const tables: DatabaseSchema['tables'] = [];
  let last: string | undefined;
  for (const [schema, name, column, type] of rows.slice(0, limits.columns)) {
    const key = JSON.stringify([schema, name]);
    if (key !== last) {
      if (tables.length === limits.tables) {
        return { tables, truncated: true };
      }
      tables.push({ ...(schema && { schema }), name: name ?? '', columns: [] });
      last = key;
    }
    if (column !== null) {
      tables[tables.length - 1].columns.push({
        name: column,
        type: type ?? '',
      });
    }
  }
  return { tables, truncated: rows.length > limits.columns };
}
