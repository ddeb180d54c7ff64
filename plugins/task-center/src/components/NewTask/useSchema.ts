import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { DatabaseSchema } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';

/**
 * The tables of a connection's database, once they are there. Nothing waits for them, and a database that does not answer
 * only offers less while one types.
 *
 * @param isWanted - whether to ask for them now; those that are there stay
 * @internal
 */
export function useSchema(
  connection: string | undefined,
  isWanted: boolean,
): DatabaseSchema | 'loading' | undefined {
  const api = useApi(taskCenterApiRef);
  const [found, setFound] = useState<{
    connection: string;
    schema?: DatabaseSchema;
  }>();
  const isKnown = found !== undefined && found.connection === connection;
  const isMissing = isWanted && !isKnown;
  useEffect(() => {
    if (!connection || !isMissing) {
      return undefined;
    }
    const abort = new AbortController();
    api.getSchema(connection, { signal: abort.signal }).then(
      schema => abort.signal.aborted || setFound({ connection, schema }),
      () => abort.signal.aborted || setFound({ connection }),
    );
    return () => abort.abort();
  }, [api, connection, isMissing]);
  if (isKnown) {
    return found.schema;
  }
  return connection ? 'loading' : undefined;
}
