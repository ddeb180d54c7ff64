import { isNumericColumn } from 'backstage-plugin-task-center-common';

/**
 * How the values of a column are drawn.
 *
 * @internal
 */
export type ColumnKind = 'number' | 'binary' | 'text';

const BINARY = /blob|binary|\bbit\b|bytea|geometry|point|polygon|linestring/i;

/**
 * Tells from a type as the database names it.
 *
 * @internal
 */
export function columnKind(type: string): ColumnKind {
  if (BINARY.test(type)) {
    return 'binary';
  }
  return isNumericColumn(type) ? 'number' : 'text';
}
