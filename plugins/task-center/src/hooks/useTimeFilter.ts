import { useMemo } from 'react';
import { TaskStatus } from 'backstage-plugin-task-center-common';
import { useTaskListQuery } from './useTaskListQuery';

/**
 * A part of the time. ISO 8601; `to` is not part of it.
 *
 * @internal
 */
export interface TimeSpan {
  from: string;
  to: string;
}

/**
 * Narrows the list of tasks down to a part of the time.
 *
 * @internal
 */
export interface TimeFilter {
  isSelected: (span: TimeSpan) => boolean;
  /** Without a span, tasks of any time are listed; without a status, that filter stays as it is. */
  select: (span: TimeSpan | undefined, status?: TaskStatus) => void;
}

/** @internal */
export function useTimeFilter(): TimeFilter {
  const [{ createdAfter, createdBefore }, change] = useTaskListQuery();
  return useMemo(
    () => ({
      isSelected: ({ from, to }) =>
        from === createdAfter && to === createdBefore,
      select: (span, status) =>
        change({
          created: undefined,
          createdAfter: span?.from,
          createdBefore: span?.to,
          ...(status && { status: [status] }),
        }),
    }),
    [createdAfter, createdBefore, change],
  );
}
