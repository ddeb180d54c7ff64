import { memo } from 'react';
import { Texts } from '../../../translations';
import { CellValue, isPlain, oneLine } from './CellValue';
import { ColumnKind } from './columnKind';
import styles from './ResultGrid.module.css';

/** @internal */
export interface GridCellViewProps {
  id: string | undefined;
  column: number;
  /** Undefined while it is being loaded. */
  value: string | null | undefined;
  kind: ColumnKind;
  /** In pixels, as is `width`. */
  left: number;
  width: number;
  isFocused: boolean;
  isSelected: boolean;
  isMatch: boolean;
  /** Given, because cells that come into sight must cost little. */
  t: Texts;
}

/**
 * A cell of the grid. It is drawn anew only when something of it changes, so that scrolling to the side costs no more
 * than the columns that come into sight.
 *
 * @internal
 */
export const GridCellView = memo(function Cell(props: GridCellViewProps) {
  const { id, column, value, kind, left, width } = props;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={props.isSelected}
      className={styles.cell}
      data-kind={kind}
      data-focus={props.isFocused || undefined}
      data-selected={props.isSelected || undefined}
      data-match={props.isMatch || undefined}
      data-column={column}
      style={{ left, width }}
    >
      {isPlain(value, kind) ? (
        oneLine(value)
      ) : (
        <CellValue value={value} kind={kind} t={props.t} />
      )}
    </div>
  );
});
