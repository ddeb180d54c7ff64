/**
 * A part of a list.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  /** How many items the whole list has. */
  totalItems: number;
  /** Whether there may be more than `totalItems`: not all were counted. */
  totalIsAtLeast?: boolean;
}
