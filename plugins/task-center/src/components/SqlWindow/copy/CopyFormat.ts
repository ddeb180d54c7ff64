/**
 * What the cells are written as when they are copied.
 *
 * @internal
 */
export type CopyFormat = 'tsv' | 'csv' | 'json' | 'markdown' | 'inserts';

/**
 * The formats as they are offered. `inserts` asks for a table first.
 *
 * @internal
 */
export const COPY_FORMATS: readonly { id: CopyFormat; label: string }[] = [
  { id: 'tsv', label: 'Cells (TSV)' },
  { id: 'csv', label: 'CSV' },
  { id: 'json', label: 'JSON' },
  { id: 'markdown', label: 'Markdown table' },
  { id: 'inserts', label: 'INSERT statements…' },
];
