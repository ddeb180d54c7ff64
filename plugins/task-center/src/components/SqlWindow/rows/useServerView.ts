import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ResultView,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../../api';
import { useTexts } from '../../../translations';
import { awaitView } from './awaitView';

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
  merging: ResultView['merging'];
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
    const [, , wanted] = JSON.parse(key);
    const build = async () => {
      const view = await awaitView(
        api,
        { taskId, resultSet, spec: wanted },
        {
          signal: abort.signal,
          onProgress: now => setKnown({ key, view: now }),
        },
      );
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
    merging: current?.view?.merging,
    error: key ? current?.error : undefined,
    retry: () => setAttempt(n => n + 1),
  };
}
