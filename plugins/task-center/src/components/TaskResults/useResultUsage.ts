import { useApi } from '@backstage/frontend-plugin-api';
import { ResultUsage } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { Polled, usePolling } from '../../hooks';

/**
 * How much room results take, asked for once.
 *
 * @internal
 */
export function useResultUsage(): Polled<ResultUsage> {
  const api = useApi(taskCenterApiRef);
  return usePolling({
    key: 'result usage',
    load: signal => api.getResultUsage({ signal }),
    intervalMs: () => undefined,
  });
}
