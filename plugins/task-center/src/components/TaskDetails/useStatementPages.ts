import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  StatementState,
  TaskStatement,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';

const PAGE_SIZE = 200;

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
  const { taskId, states, version } = options;
  const api = useApi(taskCenterApiRef);
  const source = `${taskId} ${states.join()}`;
  const [totalItems, setTotalItems] = useState<number>();
  const [error, setError] = useState<Error>();
  const [, setRevision] = useState(0);
  const pages = useRef(new Map<number, TaskStatement[]>());
  const versions = useRef(new Map<number, string>());
  const inView = useRef<[number, number]>([0, 0]);
  const signal = useRef<AbortSignal>();
  const latest = useRef({ states, version });
  latest.current = { states, version };

  const load = useCallback(
    async (page: number) => {
      const { version: wanted, states: state } = latest.current;
      const current = signal.current;
      if (!current || versions.current.get(page) === wanted) {
        return;
      }
      versions.current.set(page, wanted);
      try {
        const answer = await api.listStatements(taskId, {
          state,
          offset: page * PAGE_SIZE,
          limit: PAGE_SIZE,
          signal: current,
        });
        if (!current.aborted) {
          pages.current.set(page, answer.items);
          setTotalItems(answer.totalItems);
          setError(undefined);
          setRevision(revision => revision + 1);
        }
      } catch (e) {
        if (!current.aborted) {
          versions.current.delete(page);
          setError(e as Error);
        }
      }
    },
    [api, taskId],
  );

  const loadView = useCallback(() => {
    const [first, last] = inView.current;
    for (let page = first; page <= last; page++) {
      load(page);
    }
  }, [load]);

  useEffect(() => {
    const controller = new AbortController();
    signal.current = controller.signal;
    pages.current.clear();
    versions.current.clear();
    inView.current = [0, 0];
    setTotalItems(undefined);
    setError(undefined);
    loadView();
    return () => controller.abort();
  }, [source, loadView]);

  useEffect(loadView, [version, loadView]);

  const show = useCallback(
    (first: number, last: number) => {
      inView.current = [
        Math.floor(first / PAGE_SIZE),
        Math.floor(last / PAGE_SIZE),
      ];
      loadView();
    },
    [loadView],
  );
  const get = useCallback(
    (position: number) =>
      pages.current.get(Math.floor(position / PAGE_SIZE))?.[
        position % PAGE_SIZE
      ],
    [],
  );

  return { totalItems, error, get, show, retry: loadView };
}
