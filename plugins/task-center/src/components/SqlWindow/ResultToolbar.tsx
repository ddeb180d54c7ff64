import { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { Texts, useTexts } from '../../translations';
import { GridSelection, rangeOf, RowsInSight } from './grid';
import { RowPosition } from './RowPosition';
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
  rowsInSight: RowsInSight;
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
  const { find, menus, onFilter, rowsInSight, rowCount, notice } = props;
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
        <RowPosition rowsInSight={rowsInSight} rowCount={rowCount} />
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
