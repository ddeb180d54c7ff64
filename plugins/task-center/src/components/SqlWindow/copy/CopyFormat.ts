/**
 * What the cells are written as when they are copied.
 *
 * @internal
 */
export type CopyFormat = 'tsv' | 'csv' | 'json' | 'markdown' | 'inserts';

/**
 * The formats in the order in which they are offered. `inserts` asks for a table first.
 *
 * @internal
 */
export const COPY_FORMATS: readonly CopyFormat[] = [
  'tsv',
  'csv',
  'json',
  'markdown',
  'inserts',
];
