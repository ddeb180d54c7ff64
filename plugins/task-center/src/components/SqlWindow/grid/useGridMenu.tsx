import { ReactNode, RefObject, useState } from 'react';
import { useTexts } from '../../../translations';
import { ColumnMenu, ColumnMenuProps } from './ColumnMenu';
import { CellMenu } from './CellMenu';
import { columnName } from './columnName';
import { GridCell } from './GridSelection';
import { MenuPlace } from './MenuAt';
import { ResultGridProps } from './ResultGridProps';
import { VisibleColumn } from './VisibleColumn';

type Opened = MenuPlace & ({ column: number } | { cell: GridCell });

const HEADER_BOTTOM = 40;

/** @internal */
export interface GridMenuOptions
  extends Pick<
    ResultGridProps,
    'columns' | 'shown' | 'rows' | 'sort' | 'filtered' | 'actions' | 'onOpen'
  > {
  scrollRef: RefObject<HTMLElement>;
  visible: VisibleColumn[];
  onFit: ColumnMenuProps['onFit'];
  onCopy(): void;
}

/**
 * The menu of a column or of a cell, whichever was asked for last.
 *
 * @internal
 */
export function useGridMenu(options: GridMenuOptions): {
  menu: ReactNode;
  openForColumn(place: number): void;
  openForCell(cell: GridCell, at: { clientX: number; clientY: number }): void;
} {
  const t = useTexts();
  const { scrollRef, columns, shown, rows, visible } = options;
  const [opened, setOpened] = useState<Opened>();
  const onClose = () => {
    setOpened(undefined);
    scrollRef.current?.focus();
  };

  const openForColumn = (place: number) => {
    const column = visible.find(other => other.place === place);
    const { scrollLeft = 0, clientWidth = 0 } = scrollRef.current ?? {};
    const end = (column?.start ?? 0) + (column?.size ?? 0) - scrollLeft;
    setOpened({
      column: shown[place],
      left: Math.max(0, Math.min(end - 24, clientWidth - 24)),
      top: HEADER_BOTTOM,
    });
  };

  const openForCell = (
    cell: GridCell,
    { clientX, clientY }: { clientX: number; clientY: number },
  ) => {
    const frame = scrollRef.current!.getBoundingClientRect();
    setOpened({ cell, left: clientX - frame.left, top: clientY - frame.top });
  };

  const render = () => {
    if (!opened) {
      return null;
    }
    const { left, top } = opened;
    if ('column' in opened) {
      const { column } = opened;
      return (
        <ColumnMenu
          place={{ left, top }}
          column={column}
          name={columnName(columns[column], column, t)}
          sort={options.sort}
          isFiltered={options.filtered.has(column)}
          canHide={shown.length > 1}
          actions={options.actions}
          onFit={options.onFit}
          onClose={onClose}
        />
      );
    }
    const { cell } = opened;
    const column = shown[cell.column];
    return (
      <CellMenu
        place={{ left, top }}
        column={column}
        value={rows.get(cell.row)?.values[column] ?? null}
        actions={options.actions}
        onOpen={() => options.onOpen(cell)}
        onCopy={options.onCopy}
        onClose={onClose}
      />
    );
  };

  return { menu: render(), openForColumn, openForCell };
}
