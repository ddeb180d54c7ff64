/**
 * How the values of a column are drawn.
 *
 * @internal
 */
export type ColumnKind = 'number' | 'binary' | 'text';

const NUMBER =
  /\b(int|integer|tinyint|smallint|mediumint|bigint|decimal|numeric|float|double|real|year|number)\b/i;
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
  return NUMBER.test(type) ? 'number' : 'text';
}
