import { SQLNamespace } from '@codemirror/lang-sql';
import {
  DatabaseSchema,
  SchemaTable,
} from 'backstage-plugin-task-center-common';

type Level = Record<string, SQLNamespace>;

/**
 * What the editor offers of a schema: tables and, behind the name of a table or its alias, its columns with their types.
 *
 * @internal
 */
export function toNamespace({ tables }: DatabaseSchema): SQLNamespace {
  const top: Level = {};
  for (const table of tables) {
    const level = table.schema ? levelOf(top, table.schema) : top;
    level[escapeDots(table.name)] = columnsOf(table);
  }
  return top;
}

function levelOf(top: Level, schema: string): Level {
  const name = escapeDots(schema);
  top[name] ??= {};
  return top[name] as Level;
}

function columnsOf({ columns }: SchemaTable): SQLNamespace {
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
