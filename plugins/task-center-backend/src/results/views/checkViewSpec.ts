import { InputError } from '@backstage/errors';
import {
  ResultColumn,
  ResultFilterOperator,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { takesValue } from './store';

const MAX_FILTERS = 20;
const MAX_SORT_COLUMNS = 5;
const MAX_VALUE_CHARS = 10_000;

/**
 * How values can be compared.
 *
 * @internal
 */
export const FILTER_OPERATORS: readonly ResultFilterOperator[] = [
  'contains',
  'notContains',
  'equals',
  'notEquals',
  'startsWith',
  'lessThan',
  'greaterThan',
  'isNull',
  'isNotNull',
];

/**
 * Makes sure that a view can be made.
 *
 * @throws InputError with a sentence that says what is wrong
 * @internal
 */
export function checkViewSpec(
  { filters = [], sort = [] }: ResultViewSpec,
  columns: ResultColumn[],
): void {
  if (filters.length + sort.length === 0) {
    throw new InputError(
      'A view needs a filter or a column to sort by. Without them, read the rows of the result set.',
    );
  }
  if (filters.length > MAX_FILTERS) {
    throw new InputError(`A view can have up to ${MAX_FILTERS} filters.`);
  }
  if (sort.length > MAX_SORT_COLUMNS) {
    throw new InputError(
      `A view can be sorted by up to ${MAX_SORT_COLUMNS} columns.`,
    );
  }
  for (const { column, operator, value } of filters) {
    checkColumn(column, columns);
    checkValue(operator, value);
  }
  sort.forEach(({ column }) => checkColumn(column, columns));
}

function checkColumn(
  column: number | undefined,
  columns: ResultColumn[],
): void {
  if (column !== undefined && columns[column] === undefined) {
    throw new InputError(
      `There is no column ${column}. The columns of the result set are 0 to ${
        columns.length - 1
      }.`,
    );
  }
}

function checkValue(
  operator: ResultFilterOperator,
  value: string | undefined,
): void {
  if (!FILTER_OPERATORS.includes(operator)) {
    throw new InputError(
      `There is no filter '${operator}'. Use one of: ${FILTER_OPERATORS.join(
        ', ',
      )}.`,
    );
  }
  if (takesValue(operator) && value === undefined) {
    throw new InputError(`The filter '${operator}' needs a value.`);
  }
  if (value !== undefined && value.length > MAX_VALUE_CHARS) {
    throw new InputError(
      `The value of a filter can have up to ${MAX_VALUE_CHARS} characters.`,
    );
  }
}
