import {
  RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { RowSource } from '../rows/RowSource';
import { columnKind } from './columnKind';
import { columnWidths } from './columnWidths';
import { useWidthGrowth } from './useWidthGrowth';
import { VisibleColumn } from './VisibleColumn';

const SAMPLE_ROWS = 60;

/** @internal */
export interface GridColumns {
  visible: VisibleColumn[];
  /** The width of the row numbers, in pixels. */
  numberWidth: number;
  /** Of all columns and the row numbers, in pixels. */
  totalWidth: number;
  resize(column: number, width: number): void;
  /** Takes back the widths that a person gave to columns. */
  reset(): void;
  /** Brings a column into sight, by its place. */
  scrollTo(place: number): void;
}

/** @internal */
export interface ColumnsOptions {
  scrollRef: RefObject<HTMLElement>;
  columns: ResultColumn[];
  /** The columns that are not hidden. */
  shown: number[];
  rows: RowSource;
  /** The rows that are drawn, both included. */
  first: number;
  last: number;
  /** Of the whole result set. */
  totalRows: number;
}

/**
 * Which columns are in sight, and how wide they are. The rows decide the widths, as far as a person does not.
 *
 * @internal
 */
export function useColumns(options: ColumnsOptions): GridColumns {
  const { scrollRef, columns, shown, totalRows } = options;
  const [own, setOwn] = useState<ReadonlyMap<number, number>>(new Map());
  const [automatic, setAutomatic] = useState(() =>
    columnWidths(columns, sampleOf(options.rows)),
  );
  const widths = useMemo(
    () => automatic.map((width, column) => own.get(column) ?? width),
    [automatic, own],
  );
  const kinds = useMemo(
    () => columns.map(({ type }) => columnKind(type)),
    [columns],
  );
  const numberWidth = Math.max(44, String(totalRows).length * 8 + 20);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: shown.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: place => widths[shown[place]],
    overscan: 3,
    paddingStart: numberWidth,
    scrollPaddingStart: numberWidth,
  });
  useWidthGrowth({
    ...options,
    automatic,
    own,
    isScrolling: virtualizer.isScrolling,
    scrollLeft: virtualizer.scrollOffset ?? 0,
    onGrow: setAutomatic,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, widths, shown]);

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
      setOwn(old => new Map(old).set(column, width)),
    [],
  );

  return {
    visible,
    numberWidth,
    // The virtualizer knows only when it has measured again, and one may have to scroll before.
    totalWidth: shown.reduce((sum, i) => sum + widths[i], numberWidth),
    resize,
    reset: () => setOwn(new Map()),
    scrollTo: place => virtualizer.scrollToIndex(place, { align: 'auto' }),
  };
}

function sampleOf(rows: RowSource): ResultRow[] {
  const sample: ResultRow[] = [];
  for (const [, { values }] of rows.loaded()) {
    if (sample.push(values) >= SAMPLE_ROWS) {
      break;
    }
  }
  return sample;
}
