import { ResultFilterOperator } from 'backstage-plugin-task-center-common';

/**
 * How a filter reads between a column and a value. Without a sign, it is said by its name.
 *
 * @internal
 */
export interface FilterOperator {
  id: ResultFilterOperator;
  sign?: string;
  hasValue: boolean;
}

/**
 * Every filter there is, in the order in which they are offered.
 *
 * @internal
 */
export const FILTER_OPERATORS: readonly FilterOperator[] = [
  { id: 'contains', hasValue: true },
  { id: 'notContains', hasValue: true },
  { id: 'startsWith', hasValue: true },
  { id: 'equals', sign: '=', hasValue: true },
  { id: 'notEquals', sign: '≠', hasValue: true },
  { id: 'lessThan', sign: '<', hasValue: true },
  { id: 'greaterThan', sign: '>', hasValue: true },
  { id: 'isNull', hasValue: false },
  { id: 'isNotNull', hasValue: false },
];
