import { MouseEvent } from 'react';
import { GridPlace } from './GridSelection';

/**
 * The cell, the row's number or the column's name that lies under the pointer.
 *
 * @internal
 */
export function placeOfEvent(event: MouseEvent): GridPlace | undefined {
  const element = (event.target as Element).closest<HTMLElement>(
    '[data-row], [data-column]',
  );
  const { row, column } = element?.dataset ?? {};
  return element
    ? {
        row: row === undefined ? undefined : Number(row),
        column: column === undefined ? undefined : Number(column),
      }
    : undefined;
}
