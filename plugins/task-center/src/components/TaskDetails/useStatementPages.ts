import { useCallback, useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  StatementState,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePagedItems } from '../../longList';

/**
 * @internal
 */
export interface StatementPagesOptions {
  taskId: string;
  /** Only statements in these states; all of them when it is empty. */
  states: StatementState[];
  /** Changes when the ledger may have: then what is in view is read again. */
  version: string;
}

/**
 * A ledger that is read where it is looked at.
 *
 * @internal
 */
export interface StatementPages {
  /** Undefined until the first page has come. */
  totalItems: number | undefined;
  error: Error | undefined;
  /** The statement at a position from 0; undefined while it is on its way. */
  get: (position: number) => TaskStatement | undefined;
  /** Says which positions are in view, the last one included. */
  show: (first: number, last: number) => void;
  retry: () => void;
}

/** @internal */
export function useStatementPages(
  options: StatementPagesOptions,
): StatementPages {
  const { taskId, states: state, version } = options;
  const api = useApi(taskCenterApiRef);
  const { cache } = usePagedItems<TaskStatement>({
    load: request => api.listStatements(taskId, { state, ...request }),
    cacheKey: `${taskId} ${state.join()}`,
    isMeasured: true,
  });

  const loaded = useRef(version);
  useEffect(() => {
    if (loaded.current !== version) {
      loaded.current = version;
      cache.refresh();
    }
  }, [cache, version]);

  const show = useCallback(
    (first: number, last: number) => cache.want(first, last),
    [cache],
  );
  return {
    totalItems: cache.hasTotal ? cache.total : undefined,
    error: cache.error,
    get: position => cache.get(position),
    show,
    retry: () => cache.retry(),
  };
}
