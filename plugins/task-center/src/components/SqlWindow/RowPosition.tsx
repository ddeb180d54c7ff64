import { useSyncExternalStore } from 'react';
import { useTexts } from '../../translations';
import { formatCount } from '../common';
import { RowsInSight } from './grid';
import styles from './SqlWindow.module.css';

/**
 * Where one is in the rows.
 *
 * @internal
 */
export function RowPosition(props: {
  rowsInSight: RowsInSight;
  /** How many rows are shown. */
  rowCount: number;
}) {
  const t = useTexts();
  const { rowsInSight, rowCount } = props;
  const { first, last } = useSyncExternalStore(
    rowsInSight.subscribe,
    rowsInSight.get,
  );
  return (
    <span
      className={styles.rowsInSight}
      style={{ minWidth: `${3 * formatCount(rowCount, t).length + 7}ch` }}
    >
      {rowCount && last >= first
        ? t('sqlWindow.inSight', {
            from: first + 1,
            to: last + 1,
            total: rowCount,
          })
        : t('common.rows', { count: rowCount })}
    </span>
  );
}
