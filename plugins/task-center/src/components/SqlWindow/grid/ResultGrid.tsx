import {
  CSSProperties,
  forwardRef,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { useScaledRows } from '../../../longList';
import { focusedId } from './focusedId';
import { fitWidth } from './fitWidth';
import { GridHeader } from './GridHeader';
import { GridRows } from './GridRows';
import styles from './ResultGrid.module.css';
import { ResultGridHandle, ResultGridProps } from './ResultGridProps';
import { useColumns } from './useColumns';
import { useGridEvents } from './useGridEvents';
import { useGridMenu } from './useGridMenu';
import { nextDirection } from '../query/changeSort';

const ROW_HEIGHT = 28;
const HEADER_HEIGHT = 44;
// Rows are loaded before they come into sight, so that one who scrolls steadily sees them.
const AHEAD_ROWS = 100;

/**
 * The rows of a result set, of which only those in sight exist. It has one place in the tab order; the arrow keys move
 * within.
 *
 * @internal
 */
export const ResultGrid = forwardRef<ResultGridHandle, ResultGridProps>(
  function Grid(props, ref) {
    const { columns, shown, rows, sort, actions, selection, foot } = props;
    const { rowsInSight } = props;
    const { rowCount } = rows;
    const gridId = useId();
    const scrollRef = useRef<HTMLDivElement>(null);
    const scaled = useScaledRows({
      scrollRef,
      count: rowCount + (foot && rowCount ? 1 : 0),
      rowHeight: ROW_HEIGHT,
      headerHeight: HEADER_HEIGHT,
    });
    const { first, last, firstInSight, lastInSight } = scaled;
    const grid = useColumns({
      scrollRef,
      columns,
      shown,
      rows,
      first,
      last,
      totalRows: props.totalRows,
    });

    const goToTop = useRef(() => {});
    goToTop.current = () => scaled.scrollTo(0, 'start');
    const shownKey = useRef(rows.key);
    useLayoutEffect(() => {
      if (shownKey.current !== rows.key) {
        shownKey.current = rows.key;
        goToTop.current();
      }
    }, [rows.key]);
    useEffect(
      () => rows.want(Math.max(0, first - AHEAD_ROWS), last + AHEAD_ROWS),
      [rows, first, last],
    );
    useEffect(
      () => rowsInSight.set(firstInSight, Math.min(lastInSight, rowCount - 1)),
      [rowsInSight, firstInSight, lastInSight, rowCount],
    );

    const reveal: ResultGridHandle['reveal'] = (cell, align) => {
      const isLast = cell.row === rowCount - 1;
      scaled.scrollTo(isLast && foot ? rowCount : cell.row, align);
      grid.scrollTo(cell.column);
    };
    useImperativeHandle(ref, () => ({
      reveal,
      focus: () => scrollRef.current?.focus(),
      resetWidths: grid.reset,
    }));

    const { resize } = grid;
    const fit = useCallback(
      (column: number) => {
        const values = valuesOf(rows.loaded(), column);
        resize(column, fitWidth(columns[column], values));
      },
      [rows, columns, resize],
    );
    const latest = useRef({ sort, actions });
    latest.current = { sort, actions };
    const toggleSort = useCallback((column: number, isAdded: boolean) => {
      const { sort: now, actions: then } = latest.current;
      then.sort(column, nextDirection(now, column), isAdded);
    }, []);

    const { menu, openForColumn, openForCell } = useGridMenu({
      ...props,
      scrollRef,
      visible: grid.visible,
      onFit: fit,
    });
    const openMenu = useRef(openForColumn);
    openMenu.current = openForColumn;
    const onMenu = useCallback((place: number) => openMenu.current(place), []);

    const { isInHeader, handlers } = useGridEvents({
      selection,
      size: {
        rows: rowCount,
        columns: shown.length,
        page: scaled.rowsInSight,
      },
      onSelect: props.onSelect,
      onReveal: reveal,
      onOpen: props.onOpen,
      onCopy: props.onCopy,
      onSort: (place, isAdded) => toggleSort(shown[place], isAdded),
      onColumnMenu: openForColumn,
      onCellMenu: openForCell,
    });

    return (
      <div className={styles.frame}>
        <div
          ref={scrollRef}
          role="grid"
          aria-label={props.label}
          aria-rowcount={rowCount + 1}
          aria-colcount={shown.length + 1}
          aria-multiselectable
          aria-busy={props.isStale || undefined}
          aria-activedescendant={focusedId({
            gridId,
            focus: selection.focus,
            isInHeader,
            first,
            last: Math.min(last, rowCount - 1),
            visible: grid.visible,
          })}
          tabIndex={0}
          className={styles.grid}
          data-stale={props.isStale || undefined}
          style={{ '--number-width': `${grid.numberWidth}px` } as CSSProperties}
          {...handlers}
        >
          <GridHeader
            gridId={gridId}
            columns={columns}
            visible={grid.visible}
            width={grid.totalWidth}
            sort={sort}
            filtered={props.filtered}
            focusedPlace={isInHeader ? selection.focus.column : undefined}
            onSort={toggleSort}
            onMenu={onMenu}
            onResize={resize}
            onFit={fit}
          />
          <GridRows
            gridId={gridId}
            scaled={scaled}
            visible={grid.visible}
            width={grid.totalWidth}
            rows={rows}
            selection={selection}
            isMatch={props.isMatch}
            foot={foot}
          />
        </div>
        {rowCount === 0 && (
          <div className={styles.nothing}>{props.nothing}</div>
        )}
        {menu}
      </div>
    );
  },
);

function* valuesOf(
  loaded: ReturnType<ResultGridProps['rows']['loaded']>,
  column: number,
): Iterable<string | null> {
  for (const [, { values }] of loaded) {
    yield values[column] ?? null;
  }
}
