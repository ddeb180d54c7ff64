import {
  ResultColumn,
  ResultFilter,
} from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';
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
  t: Texts,
): string {
  const known = FILTER_OPERATORS.find(o => o.id === operator)!;
  const { sign = t(`resultQuery.operator.${operator}`), hasValue } = known;
  const name =
    column === undefined
      ? t('resultQuery.filter.anyColumn.chip')
      : columnName(columns[column], column, t);
  const shown =
    value.length > SHOWN_CHARACTERS
      ? `${value.slice(0, SHOWN_CHARACTERS - 1)}…`
      : value || '∅';
  return hasValue ? `${name} ${sign} ${shown}` : `${name} ${sign}`;
}
