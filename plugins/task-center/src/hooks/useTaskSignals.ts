import { useMemo } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  TASK_SIGNAL_CHANNEL,
  TaskSignal,
} from 'backstage-plugin-task-center-common';

/**
 * What the service tells of tasks.
 *
 * @internal
 */
export interface TaskSignals {
  /**
   * @returns what ends it
   */
  subscribe(onSignal: (signal: TaskSignal) => void): () => void;
}

/**
 * What the service tells of tasks by the portal's signals; `undefined` where it has none.
 *
 * @internal
 */
export function useTaskSignals(): TaskSignals | undefined {
  const api = useApiHolder().get(signalApiRef);

  return useMemo(
    () =>
      api && {
        subscribe(onSignal) {
          try {
            const subscriber = api.subscribe<TaskSignal>(
              TASK_SIGNAL_CHANNEL,
              onSignal,
            );
            return () => subscriber.unsubscribe();
          } catch {
            // It asks for a browser's feature that there is with https or on localhost only.
            return () => {};
          }
        },
      },
    [api],
  );
}
