/** A column of a {@link valueTable}: its type, what is reported as its type, and its values as SQL. */
export type ValueColumn = readonly [
  type: string,
  reported: string,
  values: readonly string[],
];

/**
 * A table with a column for each type: every value has a row of its own number, and what is left over is NULL. The last
 * row has nothing else.
 */
export function valueTable(
  name: string,
  columns: readonly ValueColumn[],
): {
  /** The statements that make it. */
  statements: string[];
  /** Which values are NULL. */
  nulls: boolean[][];
} {
  const rows = 1 + Math.max(...columns.map(([, , values]) => values.length));
  const valueAt = (row: number) => (column: ValueColumn) =>
    column[2][row] ?? 'NULL';
  const literals = Array.from({ length: rows }, (_, row) =>
    columns.map(valueAt(row)),
  );
  const definitions = columns.map(([type], index) => `c${index} ${type}`);
  return {
    statements: [
      `CREATE TABLE ${name} (id INT PRIMARY KEY, ${definitions.join(', ')})`,
      ...literals.map(
        (values, row) => `INSERT INTO ${name} VALUES (${[row, ...values]})`,
      ),
    ],
    nulls: literals.map(values => [
      false,
      ...values.map(value => value === 'NULL'),
    ]),
  };
}
