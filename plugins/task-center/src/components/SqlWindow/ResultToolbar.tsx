import { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { Texts, useTexts } from '../../translations';
import { formatCount } from '../common';
import { GridSelection, rangeOf } from './grid';
import styles from './SqlWindow.module.css';

/** @internal */
export interface ResultToolbarProps {
  /** Finding, at the beginning. */
  find: ReactNode;
  /** The columns and copying. */
  menus: ReactNode;
  onFilter(): void;
  /** How many rows are shown. */
  rowCount: number;
  /** The rows that can be seen, from 0. */
  inSight: { first: number; last: number };
  selection: GridSelection;
  /** What became of the last copying. */
  notice: string;
}

/**
 * Stands above the grid: what can be done with the rows, and where one is in them.
 *
 * @internal
 */
export function ResultToolbar(props: ResultToolbarProps) {
  const t = useTexts();
  const { find, menus, onFilter, inSight, rowCount, notice } = props;
  return (
    <div className={styles.toolbar}>
      {find}
      <span className={styles.menus}>
        <Button
          variant="tertiary"
          size="small"
          iconStart={<RiFilter3Line />}
          onPress={onFilter}
        >
          {t('sqlWindow.filter')}
        </Button>
        {menus}
      </span>
      <div className={styles.statusLine}>
        <span className={styles.said}>
          <span className={styles.outcome} title={notice} aria-live="polite">
            {notice}
          </span>
          <span className={styles.facts}>
            {describeSelection(props.selection, t)}
          </span>
        </span>
        <span
          className={styles.rowsInSight}
          style={{ minWidth: `${3 * formatCount(rowCount, t).length + 7}ch` }}
        >
          {rowCount && inSight.last >= inSight.first
            ? t('sqlWindow.inSight', {
                from: inSight.first + 1,
                to: inSight.last + 1,
                total: rowCount,
              })
            : t('common.rows', { count: rowCount })}
        </span>
      </div>
    </div>
  );
}

function describeSelection(selection: GridSelection, t: Texts): string {
  const range = rangeOf(selection);
  const rows = range.lastRow - range.firstRow + 1;
  const columns = range.lastColumn - range.firstColumn + 1;
  return rows * columns > 1 ? t('sqlWindow.selection', { rows, columns }) : '';
}
