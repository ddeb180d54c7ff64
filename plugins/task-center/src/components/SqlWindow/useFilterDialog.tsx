import { ReactNode, useState } from 'react';
import {
  ResultColumn,
  ResultFilter,
} from 'backstage-plugin-task-center-common';
import { FilterDialog } from './query/FilterDialog';
import { GridQueryState } from './query/useGridQuery';

interface Asked {
  /** Among the filters; undefined for a new one. */
  position: number | undefined;
  initial: Partial<ResultFilter>;
}

/**
 * Asks for a filter, a new one or another in place of one that is there.
 *
 * @internal
 */
export function useFilterDialog(
  columns: ResultColumn[],
  state: GridQueryState,
): {
  requestNew(column?: number): void;
  requestChange(position: number): void;
  dialog: ReactNode;
} {
  const [asked, setAsked] = useState<Asked>();
  const { filters } = state.query;
  const apply = (filter: ResultFilter) => {
    const { position = filters.length } = asked!;
    state.setFilters([
      ...filters.slice(0, position),
      filter,
      ...filters.slice(position + 1),
    ]);
  };
  return {
    requestNew: column =>
      setAsked({ position: undefined, initial: { column } }),
    requestChange: position =>
      setAsked({ position, initial: filters[position] }),
    dialog: asked && (
      <FilterDialog
        columns={columns}
        initial={asked.initial}
        isNew={asked.position === undefined}
        onApply={apply}
        onClose={() => setAsked(undefined)}
      />
    ),
  };
}
