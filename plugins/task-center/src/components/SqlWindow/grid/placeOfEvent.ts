import { MouseEvent } from 'react';
import { GridPlace } from './GridSelection';

/**
 * The cell, the row's number or the column's name that lies under the pointer.
 *
 * @internal
 */
export function placeOfEvent(event: MouseEvent): GridPlace | undefined {
  const element = (event.target as Element).closest<HTMLElement>(
    '[role=gridcell], [role=rowheader], [role=columnheader]',
  );
  const row = element?.closest<HTMLElement>('[data-row]')?.dataset.row;
  const column = element?.dataset.column;
  return row === undefined && column === undefined
    ? undefined
    : {
        row: row === undefined ? undefined : Number(row),
        column: column === undefined ? undefined : Number(column),
      };
}
