import { ResultFilterOperator } from 'backstage-plugin-task-center-common';

/**
 * How a filter is called in the dialog, and how it reads between a column and a value.
 *
 * @internal
 */
export interface FilterOperator {
  id: ResultFilterOperator;
  label: string;
  sign: string;
  hasValue: boolean;
}

const values: [ResultFilterOperator, string, string][] = [
  ['contains', 'contains', 'contains'],
  ['notContains', 'does not contain', 'does not contain'],
  ['startsWith', 'starts with', 'starts with'],
  ['equals', 'is', '='],
  ['notEquals', 'is not', '≠'],
  ['lessThan', 'is less than', '<'],
  ['greaterThan', 'is greater than', '>'],
];

/**
 * Every filter there is, in the order in which they are offered.
 *
 * @internal
 */
export const FILTER_OPERATORS: readonly FilterOperator[] = [
  ...values.map(([id, label, sign]) => ({ id, label, sign, hasValue: true })),
  { id: 'isNull', label: 'is NULL', sign: 'is NULL', hasValue: false },
  {
    id: 'isNotNull',
    label: 'is not NULL',
    sign: 'is not NULL',
    hasValue: false,
  },
];
