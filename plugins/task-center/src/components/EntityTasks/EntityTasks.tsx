import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiPlugLine } from '@remixicon/react';
import { useTexts } from '../../translations';
import { DownloadAccess, ErrorPlaceholder, Placeholder } from '../common';
import { TaskList } from '../TaskList';
import { isDatabase } from './findDatabases';
import { useEntityConnections } from './useEntityConnections';

/**
 * The tasks of a database, or of all databases that an entity depends on, on its catalog page.
 *
 * @internal
 */
export function EntityTasks() {
  const { entity } = useEntity();
  const { connections, error, refresh } = useEntityConnections(entity);
  const t = useTexts();

  if (error && !connections) {
    return (
      <ErrorPlaceholder
        subject={t('entityTasks.connections')}
        error={error}
        onRetry={refresh}
      />
    );
  }
  if (connections?.length === 0) {
    return isDatabase(entity) ? (
      <Placeholder
        icon={<RiPlugLine />}
        title={t('entityTasks.noConnection.title')}
      >
        {t('entityTasks.noConnection.text')}{' '}
        <code>{stringifyEntityRef(entity)}</code>
      </Placeholder>
    ) : (
      <Placeholder
        icon={<RiPlugLine />}
        title={t('entityTasks.noDatabase.title')}
      >
        {t('entityTasks.noDatabase.text')}
      </Placeholder>
    );
  }
  return (
    <DownloadAccess>
      <TaskList connections={connections} bound />
    </DownloadAccess>
  );
}
