import { ResultColumn } from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';

/**
 * What a column is called on the page, also where the statement gave it no name.
 *
 * @internal
 */
export function columnName(
  { name }: ResultColumn,
  index: number,
  t: Texts,
): string {
  return name || t('resultGrid.column.unnamed', { number: index + 1 });
}
