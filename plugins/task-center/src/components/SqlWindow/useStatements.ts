import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { TaskStatement } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';

const PAGE = 100;

/**
 * Lines of a task's ledger by their number. Those that are not there yet are loaded, a page at a time.
 *
 * @param isFinal - whether the task is over; until then the lines can change
 * @internal
 */
export function useStatements(
  taskId: string,
  numbers: number[],
  isFinal: boolean,
): ReadonlyMap<number, TaskStatement> {
  const api = useApi(taskCenterApiRef);
  const [known, setKnown] = useState<ReadonlyMap<number, TaskStatement>>(
    new Map(),
  );
  const pages = [...new Set(numbers.map(n => Math.floor((n - 1) / PAGE)))];
  const wanted = pages.sort((a, b) => a - b).join();

  useEffect(() => {
    const abort = new AbortController();
    for (const page of wanted ? wanted.split(',').map(Number) : []) {
      api
        .listStatements(taskId, {
          offset: page * PAGE,
          limit: PAGE,
          signal: abort.signal,
        })
        .then(
          ({ items }) =>
            setKnown(
              old =>
                new Map([...old, ...items.map(s => [s.index, s] as const)]),
            ),
          // Without them the tabs still carry their numbers.
          () => {},
        );
    }
    return () => abort.abort();
  }, [api, taskId, wanted, isFinal]);

  return known;
}
