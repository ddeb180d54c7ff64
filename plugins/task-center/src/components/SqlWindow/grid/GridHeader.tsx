import { ResultColumn, ResultSort } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { columnName } from './columnName';
import { HeaderCell, HeaderCellProps } from './HeaderCell';
import styles from './GridHeader.module.css';
import { headerId } from './gridIds';
import { recycledKeys } from './recycledKeys';
import { VisibleColumn } from './VisibleColumn';

/** @internal */
export interface GridHeaderProps
  extends Pick<HeaderCellProps, 'onSort' | 'onMenu' | 'onResize' | 'onFit'> {
  gridId: string;
  columns: ResultColumn[];
  visible: VisibleColumn[];
  /** In pixels. */
  width: number;
  sort: ResultSort[];
  filtered: ReadonlySet<number>;
  /** The place of the column whose header has the focus. */
  focusedPlace: number | undefined;
}

/**
 * The headers of the columns in sight.
 *
 * @internal
 */
export function GridHeader(props: GridHeaderProps) {
  const t = useTexts();
  const { gridId, columns, visible, width, sort, filtered, ...rest } = props;
  const { focusedPlace, ...actions } = rest;
  const keys = recycledKeys(visible.length);
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.header}
      style={{ width }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        aria-label={t('resultGrid.number')}
        className={styles.corner}
      >
        #
      </div>
      {visible.map(({ index, place, start, size, kind }) => (
        <HeaderCell
          key={place % keys}
          id={headerId(gridId, place)}
          name={columnName(columns[index], index, t)}
          type={columns[index].type}
          kind={kind}
          index={index}
          place={place}
          left={start}
          width={size}
          sort={sort}
          isFiltered={filtered.has(index)}
          isFocused={place === focusedPlace}
          {...actions}
        />
      ))}
    </div>
  );
}
