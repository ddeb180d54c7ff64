import { cellId, headerId } from './gridIds';
import { GridCell } from './GridSelection';
import { VisibleColumn } from './VisibleColumn';

/**
 * The id of the cell or the header that has the grid's focus, where it is drawn.
 *
 * @internal
 */
export function focusedId(options: {
  gridId: string;
  focus: GridCell;
  isInHeader: boolean;
  /** The first and the last row that are drawn. */
  first: number;
  last: number;
  visible: VisibleColumn[];
}): string | undefined {
  const { gridId, focus, first, last, visible } = options;
  if (!visible.some(({ place }) => place === focus.column)) {
    return undefined;
  }
  if (options.isInHeader) {
    return headerId(gridId, focus.column);
  }
  return focus.row >= first && focus.row <= last
    ? cellId(gridId, focus.row, focus.column)
    : undefined;
}
