import { SQLNamespace } from '@codemirror/lang-sql';
import {
  DatabaseSchema,
  SchemaTable,
} from 'backstage-plugin-task-center-common';

type Level = Record<string, SQLNamespace>;

/**
 * What the editor offers of a schema: tables and, behind the name of a table or its alias, its columns with their types.
 * Behind a name that a table shares with a schema it offers what is in either.
 *
 * @internal
 */
export function toNamespace({ tables }: DatabaseSchema): SQLNamespace {
  const top = createLevel();
  const schemas = new Map<string, Level>();
  for (const table of tables) {
    const { schema } = table;
    const level = schema === undefined ? top : schemas.get(schema);
    const found = level ?? createLevel();
    found[escapeDots(table.name)] = columnsOf(table);
    if (schema !== undefined) {
      schemas.set(schema, found);
    }
  }
  for (const [schema, level] of schemas) {
    const name = escapeDots(schema);
    const columns = top[name];
    top[name] = Array.isArray(columns) ? withColumns(level, columns) : level;
  }
  return top;
}

/** Names of a database are no names of JavaScript: a table may be called `constructor` or `__proto__`. */
function createLevel(): Level {
  return Object.create(null);
}

function withColumns(level: Level, columns: readonly Column[]): Level {
  for (const column of columns) {
    level[escapeDots(column.label)] ??= { self: column, children: [] };
  }
  return level;
}

interface Column {
  label: string;
  type: string;
  detail: string;
}

function columnsOf({ columns }: SchemaTable): Column[] {
  return columns.map(({ name, type }) => ({
    label: name,
    type: 'property',
    detail: type,
  }));
}

/** A dot would be taken for the end of the name of a schema. */
function escapeDots(name: string): string {
  return name.replaceAll('.', '\\.');
}
