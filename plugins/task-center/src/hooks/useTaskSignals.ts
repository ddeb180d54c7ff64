import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TASK_SIGNAL_CHANNEL } from 'backstage-plugin-task-center-common';

/**
 * Calls back when the service tells by the portal's signals that tasks have changed. Where it has none that work, it does
 * nothing.
 *
 * @internal
 */
export function useTaskSignals(onSignal: () => void): void {
  const api = useApiHolder().get(signalApiRef);
  const latest = useRef(onSignal);
  latest.current = onSignal;

  useEffect(() => {
    try {
      const subscriber = api?.subscribe(TASK_SIGNAL_CHANNEL, () =>
        latest.current(),
      );
      return () => subscriber?.unsubscribe();
    } catch {
      // It asks for what browsers have with https or on localhost only.
      return undefined;
    }
  }, [api]);
}
