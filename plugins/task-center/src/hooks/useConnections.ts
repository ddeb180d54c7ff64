import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Connection } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../api';
import { usePolling } from './usePolling';

/**
 * The connections that the caller may see.
 *
 * @internal
 */
export interface Connections {
  /** Undefined until they have been loaded. */
  connections: Connection[] | undefined;
  error: Error | undefined;
  find: (id: string) => Connection | undefined;
  refresh: () => Promise<void>;
}

/** @internal */
export function useConnections(): Connections {
  const api = useApi(taskCenterApiRef);
  const { data, error, refresh } = usePolling({
    key: 'connections',
    load: () => api.listConnections(),
    intervalMs: () => undefined,
  });
  return useMemo(() => {
    const byId = new Map(data?.map(connection => [connection.id, connection]));
    return { connections: data, error, refresh, find: id => byId.get(id) };
  }, [data, error, refresh]);
}
