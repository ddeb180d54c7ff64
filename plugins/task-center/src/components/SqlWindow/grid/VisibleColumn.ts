import { ColumnKind } from './columnKind';

/**
 * A column that is in sight.
 *
 * @internal
 */
export interface VisibleColumn {
  /** In the result set, from 0. */
  index: number;
  /** Among the columns that are not hidden, from 0. */
  place: number;
  /** In pixels, as is `size`. */
  start: number;
  size: number;
  kind: ColumnKind;
}
