import { useCallback, useEffect, useMemo, useState } from 'react';
import { Selection } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';

/**
 * The tasks of a page that are ticked off, for what is done with several at once.
 *
 * @internal
 */
export interface TaskSelection {
  keys: Set<string>;
  tasks: Task[];
  change: (selection: Selection) => void;
  clear: () => void;
}

/**
 * @param page - the tasks to choose from; one that has left the page is chosen no more
 * @internal
 */
export function useTaskSelection(page: Task[] | undefined): TaskSelection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const tasks = useMemo(
    () => (page ?? []).filter(task => chosen.has(task.id)),
    [page, chosen],
  );
  useEffect(() => {
    if (page) {
      const ids = new Set(page.map(task => task.id));
      setChosen(old =>
        [...old].every(id => ids.has(id))
          ? old
          : new Set([...old].filter(id => ids.has(id))),
      );
    }
  }, [page]);
  const keys = useMemo(() => new Set(tasks.map(task => task.id)), [tasks]);
  const change = useCallback(
    (selection: Selection) =>
      setChosen(
        new Set(
          selection === 'all'
            ? page?.map(task => task.id)
            : [...selection].map(String),
        ),
      ),
    [page],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { keys, tasks, change, clear };
}
