import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ResultView,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../../api';
import { useTexts } from '../../../translations';

const FIRST_POLL_MS = 150;
const MAX_POLL_MS = 1_000;

const sleep = (ms: number) =>
  new Promise<void>(resolve => setTimeout(resolve, ms));

interface Known {
  /** What it is a view of. */
  key: string;
  view?: ResultView;
  error?: Error;
}

/** @internal */
export interface ServerView {
  /** The newest view that is ready, which may be of what was asked before. */
  ready: { id: string; rowCount: number } | undefined;
  isReady: boolean;
  scannedRows: number;
  error: Error | undefined;
  retry(): void;
}

/**
 * Has the service filter and sort a whole result set.
 *
 * @param spec - undefined when nothing is asked
 * @internal
 */
export function useServerView(
  taskId: string,
  resultSet: number,
  spec: ResultViewSpec | undefined,
): ServerView {
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const [known, setKnown] = useState<Known>();
  const [ready, setReady] = useState<Known>();
  const [attempt, setAttempt] = useState(0);
  const key = spec && JSON.stringify([taskId, resultSet, spec]);

  useEffect(() => {
    if (!key) {
      return undefined;
    }
    const abort = new AbortController();
    const options = { signal: abort.signal };
    const build = async () => {
      const [, , wanted] = JSON.parse(key);
      let view = await api.createResultView(taskId, resultSet, wanted, options);
      let pause = FIRST_POLL_MS;
      while (view.state === 'building' && !abort.signal.aborted) {
        setKnown({ key, view });
        await sleep(pause);
        pause = Math.min(MAX_POLL_MS, pause * 1.5);
        if (!abort.signal.aborted) {
          view = await api.getResultView(taskId, resultSet, view.id, options);
        }
      }
      if (view.state === 'failed') {
        throw new Error(view.message ?? t('resultQuery.notMade'));
      }
      return view;
    };
    const settle = (outcome: Known) => {
      if (!abort.signal.aborted) {
        setKnown(outcome);
        if (outcome.view) {
          setReady(outcome);
        }
      }
    };
    setKnown({ key });
    build().then(
      view => settle({ key, view }),
      error => settle({ key, error }),
    );
    return () => abort.abort();
  }, [api, t, taskId, resultSet, key, attempt]);

  const current = known?.key === key ? known : undefined;
  return {
    ready: ready?.view && {
      id: ready.view.id,
      rowCount: ready.view.rowCount ?? 0,
    },
    isReady: Boolean(key) && ready?.key === key,
    scannedRows: current?.view?.scannedRows ?? 0,
    error: key ? current?.error : undefined,
    retry: () => setAttempt(n => n + 1),
  };
}
