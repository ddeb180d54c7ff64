import {
  isNumericColumn,
  ResultColumn,
  ResultRow,
} from 'backstage-plugin-task-center-common';

/** What spreadsheets take for the beginning of a formula, the wide forms of East Asian input included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Makes a function that puts a `'` before texts which a spreadsheet would take for a formula. In columns of numbers,
 * numbers stay as they are.
 *
 * @internal
 */
export function createNeutralizer(
  columns: ResultColumn[],
): (row: ResultRow) => ResultRow {
  const numeric = columns.map(({ type }) => isNumericColumn(type));
  return row =>
    row.map((value, index) =>
      value === null ||
      !FORMULA.test(value) ||
      (numeric[index] && NUMBER.test(value))
        ? value
        : `'${value}`,
    );
}

/**
 * The same for the names of columns.
 *
 * @internal
 */
export function neutralizeNames(names: string[]): string[] {
  return names.map(name => (FORMULA.test(name) ? `'${name}` : name));
}
