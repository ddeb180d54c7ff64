import { RiAlertLine } from '@remixicon/react';
import { ScaledRows } from '../../../longList';
import { useTexts } from '../../../translations';
import { GridRow } from './GridRow';
import { rangeOf } from './GridSelection';
import { recycledKeys } from './recycledKeys';
import styles from './ResultGrid.module.css';
import { ResultGridProps } from './ResultGridProps';
import { VisibleColumn } from './VisibleColumn';

/** @internal */
export interface GridRowsProps
  extends Pick<ResultGridProps, 'rows' | 'selection' | 'isMatch' | 'foot'> {
  gridId: string;
  scaled: ScaledRows;
  visible: VisibleColumn[];
  /** In pixels. */
  width: number;
}

/**
 * The rows in sight, and below the last one why they end.
 *
 * @internal
 */
export function GridRows(props: GridRowsProps) {
  const t = useTexts();
  const { gridId, scaled, visible, rows, selection, isMatch, foot } = props;
  const { focus } = selection;
  const range = rangeOf(selection);
  const last = Math.min(scaled.last, rows.rowCount - 1);
  const keys = recycledKeys(last - scaled.first + 1);
  return (
    <div
      role="rowgroup"
      className={styles.body}
      style={{ height: scaled.height, width: props.width }}
    >
      <div
        role="presentation"
        className={styles.layer}
        style={{ transform: `translateY(${scaled.shift}px)` }}
      >
        {numbersFrom(scaled.first, last).map(index => {
          const row = rows.get(index);
          const isInRange = index >= range.firstRow && index <= range.lastRow;
          return (
            <GridRow
              key={index % keys}
              gridId={gridId}
              index={index}
              number={row && row.position + 1}
              row={row?.values}
              top={scaled.topOf(index)}
              columns={visible}
              focus={index === focus.row ? focus.column : undefined}
              selectedFrom={isInRange ? range.firstColumn : undefined}
              selectedTo={isInRange ? range.lastColumn : undefined}
              isMatch={isMatch}
              t={t}
            />
          );
        })}
        {foot && scaled.last >= rows.rowCount && (
          <div
            role="presentation"
            className={styles.foot}
            style={{ top: scaled.topOf(rows.rowCount) }}
          >
            <span className={styles.footText}>
              <RiAlertLine size={14} aria-hidden />
              {foot}
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

function numbersFrom(first: number, last: number): number[] {
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => first + i,
  );
}
