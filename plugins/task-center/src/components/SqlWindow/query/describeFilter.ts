import {
  ResultColumn,
  ResultFilter,
} from 'backstage-plugin-task-center-common';
import { columnName } from '../grid/columnName';
import { FILTER_OPERATORS } from './filterOperators';

const SHOWN_CHARACTERS = 40;

/**
 * A filter as its chip says it: `price > 100`.
 *
 * @internal
 */
export function describeFilter(
  { column, operator, value = '' }: ResultFilter,
  columns: ResultColumn[],
): string {
  const { sign, hasValue } = FILTER_OPERATORS.find(o => o.id === operator)!;
  const name =
    column === undefined ? 'any column' : columnName(columns[column], column);
  const shown =
    value.length > SHOWN_CHARACTERS
      ? `${value.slice(0, SHOWN_CHARACTERS - 1)}…`
      : value || '∅';
  return hasValue ? `${name} ${sign} ${shown}` : `${name} ${sign}`;
}
