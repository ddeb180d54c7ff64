import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiPlugLine } from '@remixicon/react';
import { useConnections } from '../../hooks';
import { DownloadAccess, ErrorPlaceholder, Placeholder } from '../common';
import { TaskList } from '../TaskList';

/**
 * The tasks of a database, on its own catalog page.
 *
 * @internal
 */
export function EntityTasks() {
  const { entity } = useEntity();
  const { connections, error, refresh } = useConnections();
  const entityRef = stringifyEntityRef(entity);
  const own = useMemo(
    () => connections?.filter(c => c.entityRef === entityRef),
    [connections, entityRef],
  );

  if (error && !connections) {
    return (
      <ErrorPlaceholder
        subject="The connections"
        error={error}
        onRetry={refresh}
      />
    );
  }
  if (own?.length === 0) {
    return (
      <Placeholder icon={<RiPlugLine />} title="No connection to this database">
        Tasks can run here once an operator has added a connection under
        taskCenter.connections in the configuration of the portal, with the
        entityRef <code>{entityRef}</code>, and you may use it.
      </Placeholder>
    );
  }
  return (
    <DownloadAccess>
      <TaskList connections={own} bound />
    </DownloadAccess>
  );
}
