import { useLayoutEffect, useRef } from 'react';
import { ResultRow } from 'backstage-plugin-task-center-common';
import { NumberedRow } from '../rows/NumberedRow';
import { grownWidths } from './columnWidths';
import { ColumnsOptions } from './useColumns';

// A whole page is measured when it comes, so that columns do not grow bit by bit while one scrolls through it.
const AHEAD = 200;

/** @internal */
export interface WidthGrowthOptions
  extends Pick<
    ColumnsOptions,
    'scrollRef' | 'shown' | 'rows' | 'first' | 'last'
  > {
  /** The widths that columns have by what is in them, in pixels. */
  automatic: number[];
  /** The widths that a person gave to columns, which stay. */
  own: ReadonlyMap<number, number>;
  isScrolling: boolean;
  /** In pixels. Given, because to ask the element for it while one scrolls makes the browser lay out everything. */
  scrollLeft: number;
  onGrow(automatic: number[]): void;
}

/**
 * Lets columns grow with the rows that come. What one sees at the left edge stays there, and nothing grows while one
 * scrolls sideways.
 *
 * @internal
 */
export function useWidthGrowth(options: WidthGrowthOptions) {
  const { scrollRef, automatic, isScrolling, scrollLeft, onGrow } = options;
  const measured = useRef(new WeakSet<NumberedRow>());
  const restingLeft = useRef(0);
  const shift = useRef(0);

  useLayoutEffect(() => {
    const element = scrollRef.current;
    if (element && shift.current) {
      element.scrollLeft += shift.current;
      restingLeft.current = element.scrollLeft;
      shift.current = 0;
    }
  }, [scrollRef, automatic]);

  // After every drawing, because no property tells that rows have come.
  useLayoutEffect(() => {
    if (!isScrolling) {
      restingLeft.current = scrollLeft;
    }
    if (scrollLeft !== restingLeft.current) {
      return;
    }
    const grown = grownWidths(
      automatic,
      takeNewRows(options, measured.current),
    );
    if (grown !== automatic) {
      shift.current = growthBefore(scrollLeft, grown, options);
      onGrow(grown);
    }
  });
}

function takeNewRows(
  { rows, first, last }: WidthGrowthOptions,
  measured: WeakSet<NumberedRow>,
): ResultRow[] {
  const taken: ResultRow[] = [];
  const end = Math.min(rows.rowCount - 1, last + AHEAD);
  for (let index = Math.max(0, first - AHEAD); index <= end; index++) {
    const row = rows.get(index);
    if (row && !measured.has(row)) {
      measured.add(row);
      taken.push(row.values);
    }
  }
  return taken;
}

/** How much the columns grow that are scrolled out of sight to the left, in pixels. */
function growthBefore(
  left: number,
  grown: number[],
  { shown, automatic, own }: WidthGrowthOptions,
): number {
  let end = 0;
  let growth = 0;
  for (const column of shown) {
    const ownWidth = own.get(column);
    end += ownWidth ?? automatic[column];
    if (end > left) {
      break;
    }
    growth += ownWidth === undefined ? grown[column] - automatic[column] : 0;
  }
  return growth;
}
