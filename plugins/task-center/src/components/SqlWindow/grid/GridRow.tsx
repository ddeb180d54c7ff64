import { memo } from 'react';
import { ResultRow } from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';
import { GridCellView } from './GridCellView';
import { cellId } from './gridIds';
import { recycledKeys } from './recycledKeys';
import styles from './ResultGrid.module.css';
import { VisibleColumn } from './VisibleColumn';

/** @internal */
export interface GridRowProps {
  gridId: string;
  index: number;
  /** Its number in the result set, from 1. Undefined while it is not known. */
  number: number | undefined;
  /** Undefined while it is being loaded. */
  row: ResultRow | undefined;
  /** In pixels. */
  top: number;
  columns: VisibleColumn[];
  /** The place of the focused cell, if it is in this row. */
  focus?: number;
  /** The places of the first and the last selected cell, if any is in this row. */
  selectedFrom?: number;
  selectedTo?: number;
  /** Tells which values are marked. */
  isMatch: ((value: string) => boolean) | undefined;
  t: Texts;
}

/**
 * A row of the grid, as far as its columns are in sight.
 *
 * @internal
 */
export const GridRow = memo(function Row(props: GridRowProps) {
  const { gridId, index, row, top, columns, focus, isMatch } = props;
  const keys = recycledKeys(columns.length);
  const { selectedFrom = Infinity, selectedTo = -1 } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row ? undefined : true}
      className={styles.row}
      data-row={index}
      style={{ top }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.number}>
        {props.number}
      </div>
      {columns.map(({ index: column, place, start, size, kind }) => {
        const value = row ? row[column] ?? null : undefined;
        const isFocused = focus === place;
        return (
          <GridCellView
            key={place % keys}
            // By which the grid says where its focus is. Each attribute costs while one scrolls.
            id={isFocused ? cellId(gridId, index, place) : undefined}
            column={place}
            value={value}
            kind={kind}
            left={start}
            width={size}
            isFocused={isFocused}
            isSelected={place >= selectedFrom && place <= selectedTo}
            isMatch={Boolean(value && isMatch?.(value))}
            t={props.t}
          />
        );
      })}
    </div>
  );
});
