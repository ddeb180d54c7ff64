import { memo, MouseEvent } from 'react';
import {
  RiArrowDownSLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiExpandUpDownLine,
  RiFilter3Fill,
} from '@remixicon/react';
import { ResultSort } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { ColumnKind } from './columnKind';
import styles from './GridHeader.module.css';
import { ResizeHandle } from './ResizeHandle';

/** @internal */
export interface HeaderCellProps {
  id: string;
  name: string;
  type: string;
  kind: ColumnKind;
  /** The number of the column in the result set, from 0. */
  index: number;
  /** Its place among the columns that are shown, from 0. */
  place: number;
  /** In pixels, as is `width`. */
  left: number;
  width: number;
  sort: ResultSort[];
  isFiltered: boolean;
  isFocused: boolean;
  /** `isAdded`: the order so far stays. */
  onSort(column: number, isAdded: boolean): void;
  onMenu(place: number): void;
  onResize(column: number, width: number): void;
  onFit(column: number): void;
}

/**
 * The name and the type of a column, how it is sorted and whether it is filtered. Its buttons are pressed with the
 * pointer; the grid's keys do the same. It is drawn anew only when something of it changes, not with every column that
 * comes into sight.
 *
 * @internal
 */
export const HeaderCell = memo(function Header(props: HeaderCellProps) {
  const { id, name, type, kind, index, place, left, width } = props;
  const { sort, isFiltered, isFocused } = props;
  const t = useTexts();
  const order = sort.findIndex(other => other.column === index);
  return (
    <div
      id={id}
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={ariaSort(sort, order)}
      className={styles.columnHeader}
      data-kind={kind}
      data-column={place}
      data-focus={isFocused || undefined}
      title={`${name} · ${type}`}
      style={{ left, width }}
    >
      <span className={styles.names}>
        <span className={styles.columnName}>{name}</span>
        <span className={styles.columnType}>{type}</span>
      </span>
      <span className={styles.tools}>
        {isFiltered && (
          <span
            role="img"
            aria-label={t('resultGrid.column.filtered')}
            className={styles.filtered}
          >
            <RiFilter3Fill size={13} aria-hidden />
          </span>
        )}
        <button
          type="button"
          tabIndex={-1}
          className={styles.tool}
          data-active={order >= 0 || undefined}
          aria-label={t('resultGrid.sort', { name })}
          title={t('resultGrid.sort.hint')}
          onMouseDown={keepFocus}
          onDoubleClick={stop}
          onClick={event => props.onSort(index, event.shiftKey)}
        >
          {sortIcon(sort[order])}
          {order >= 0 && sort.length > 1 && (
            <span className={styles.order}>{order + 1}</span>
          )}
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={styles.tool}
          aria-haspopup="menu"
          aria-label={t('resultGrid.column.openMenu', { name })}
          onMouseDown={keepFocus}
          onDoubleClick={stop}
          onClick={() => props.onMenu(place)}
        >
          <RiArrowDownSLine size={15} aria-hidden />
        </button>
      </span>
      <ResizeHandle
        name={name}
        width={width}
        onResize={to => props.onResize(index, to)}
        onFit={() => props.onFit(index)}
      />
    </div>
  );
});

function ariaSort(sort: ResultSort[], order: number) {
  if (order !== 0) {
    return undefined;
  }
  return sort[0].descending ? 'descending' : 'ascending';
}

function sortIcon(sort: ResultSort | undefined) {
  const Icon = sort?.descending ? RiArrowDownLine : RiArrowUpLine;
  return sort ? (
    <Icon size={13} aria-hidden />
  ) : (
    <RiExpandUpDownLine size={13} aria-hidden />
  );
}

/** The grid keeps the focus, and the press selects nothing. */
function keepFocus(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

function stop(event: MouseEvent) {
  event.stopPropagation();
}
