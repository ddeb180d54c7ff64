import { Texts } from '../../../translations';
import { ShownRows } from '../rows/useRowSource';
import { GridQuery } from './GridQuery';

/**
 * How many rows were found, and among how many.
 *
 * @param rowCount - of the whole result set
 * @internal
 */
export function describeOutcome(
  { rows, loadedRows, isSmall }: ShownRows,
  { filters, scope }: GridQuery,
  rowCount: number,
  t: Texts,
): string {
  const all =
    scope === 'loaded' && !isSmall
      ? t('resultQuery.loadedRows', { count: loadedRows })
      : t('common.rows', { count: rowCount });
  return filters.length > 0
    ? t('resultQuery.outcome', { number: rows.rowCount, all })
    : all;
}
