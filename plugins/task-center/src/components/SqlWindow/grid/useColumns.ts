import { RefObject, useEffect, useMemo, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { columnKind } from './columnKind';
import { columnWidths } from './columnWidths';
import { VisibleColumn } from './GridRow';

/** @internal */
export interface GridColumns {
  visible: VisibleColumn[];
  /** The width of the row numbers, in pixels. */
  numberWidth: number;
  /** Of all columns and the row numbers, in pixels. */
  totalWidth: number;
  resize(column: number, width: number): void;
  scrollTo(column: number): void;
}

/**
 * Which columns are in sight, and how wide they are. The first rows decide the widths.
 *
 * @internal
 */
export function useColumns(
  scrollRef: RefObject<HTMLElement>,
  columns: ResultColumn[],
  sample: () => ResultRow[],
  rowCount: number,
): GridColumns {
  const [widths, setWidths] = useState(() => columnWidths(columns, sample()));
  const kinds = useMemo(
    () => columns.map(({ type }) => columnKind(type)),
    [columns],
  );
  const numberWidth = Math.max(44, String(rowCount).length * 8 + 20);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: index => widths[index],
    overscan: 3,
    paddingStart: numberWidth,
    scrollPaddingStart: numberWidth,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, widths]);

  const items = virtualizer.getVirtualItems();
  const visible = useMemo(
    () =>
      items.map(({ index, start, size }) => ({
        index,
        start,
        size,
        kind: kinds[index],
      })),
    [items, kinds],
  );

  return {
    visible,
    numberWidth,
    totalWidth: virtualizer.getTotalSize(),
    resize: (column, width) =>
      setWidths(old => old.map((w, i) => (i === column ? width : w))),
    scrollTo: column => virtualizer.scrollToIndex(column, { align: 'auto' }),
  };
}
