/**
 * The id of a cell, by which the grid says where its focus is.
 *
 * @internal
 */
export function cellId(gridId: string, row: number, place: number): string {
  return `${gridId}-${row}-${place}`;
}

/** @internal */
export function headerId(gridId: string, place: number): string {
  return `${gridId}-head-${place}`;
}
