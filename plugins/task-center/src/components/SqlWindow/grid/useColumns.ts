import { RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { columnKind } from './columnKind';
import { columnWidths } from './columnWidths';
import { VisibleColumn } from './VisibleColumn';

/** @internal */
export interface GridColumns {
  visible: VisibleColumn[];
  /** The width of the row numbers, in pixels. */
  numberWidth: number;
  /** Of all columns and the row numbers, in pixels. */
  totalWidth: number;
  resize(column: number, width: number): void;
  /** Gives all columns the widths that they had at first. */
  reset(): void;
  /** Brings a column into sight, by its place. */
  scrollTo(place: number): void;
}

/**
 * Which columns are in sight, and how wide they are. The first rows decide the widths.
 *
 * @param shown - the columns that are not hidden
 * @internal
 */
export function useColumns(
  scrollRef: RefObject<HTMLElement>,
  columns: ResultColumn[],
  shown: number[],
  sample: () => ResultRow[],
  rowCount: number,
): GridColumns {
  const [first] = useState(() => columnWidths(columns, sample()));
  const [widths, setWidths] = useState(first);
  const kinds = useMemo(
    () => columns.map(({ type }) => columnKind(type)),
    [columns],
  );
  const numberWidth = Math.max(44, String(rowCount).length * 8 + 20);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: shown.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: place => widths[shown[place]],
    overscan: 3,
    paddingStart: numberWidth,
    scrollPaddingStart: numberWidth,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, widths, shown]);

  const items = virtualizer.getVirtualItems();
  const visible = useMemo(
    () =>
      items
        .filter(({ index }) => index < shown.length)
        .map(({ index: place, start, size }) => ({
          index: shown[place],
          place,
          start,
          size,
          kind: kinds[shown[place]],
        })),
    [items, kinds, shown],
  );
  const resize = useCallback(
    (column: number, width: number) =>
      setWidths(old => old.map((w, i) => (i === column ? width : w))),
    [],
  );

  return {
    visible,
    numberWidth,
    totalWidth: virtualizer.getTotalSize(),
    resize,
    reset: () => setWidths(first),
    scrollTo: place => virtualizer.scrollToIndex(place, { align: 'auto' }),
  };
}
