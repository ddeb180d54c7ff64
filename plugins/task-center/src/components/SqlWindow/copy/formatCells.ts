import { SqlDialect } from 'backstage-plugin-task-center-common';
import { CopyFormat } from './CopyFormat';
import { CopyTable } from './CopyTable';
import { formatCsv } from './formatCsv';
import { formatInserts } from './formatInserts';
import { formatJson } from './formatJson';
import { formatMarkdown } from './formatMarkdown';
import { formatTsv } from './formatTsv';

/**
 * How the cells are to be written.
 *
 * @internal
 */
export interface CopyStyle {
  format: CopyFormat;
  /** Whether CSV and TSV begin with the names of the columns; the other formats always hold them. */
  withNames: boolean;
  /** For INSERT statements. */
  tableName?: string;
  dialect?: SqlDialect;
}

/** @internal */
export function formatCells(table: CopyTable, style: CopyStyle): string {
  switch (style.format) {
    case 'csv':
      return formatCsv(table, style.withNames);
    case 'json':
      return formatJson(table);
    case 'markdown':
      return formatMarkdown(table);
    case 'inserts':
      return formatInserts(
        table,
        style.tableName ?? 'table_name',
        style.dialect ?? 'mysql',
      );
    default:
      return formatTsv(table, style.withNames);
  }
}
