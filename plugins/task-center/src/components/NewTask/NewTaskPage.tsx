import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  useConnections,
  useCurrentUserRef,
  useTaskCenterLinks,
} from '../../hooks';
import { useTexts } from '../../translations';
import { ErrorPlaceholder, Placeholder } from '../common';
import { NewTaskForm } from './NewTaskForm';
import { NewTaskSkeleton } from './NewTaskSkeleton';

/**
 * The page on which a task is made. `?connection=` chooses a connection, `?copy=` fills the form from a task.
 *
 * @internal
 */
export function NewTaskPage() {
  const t = useTexts();
  const [params] = useSearchParams();
  const links = useTaskCenterLinks();
  const { connections, error, refresh } = useConnections();
  const user = useCurrentUserRef();
  const copy = params.get('copy') ?? undefined;
  const connection = params.get('connection') ?? undefined;
  const [discarded, setDiscarded] = useState(0);

  if (!connections || user === undefined) {
    return error && !connections ? (
      <ErrorPlaceholder
        error={error}
        subject={t('common.connections')}
        onRetry={refresh}
      />
    ) : (
      <NewTaskSkeleton />
    );
  }
  const usable = connections.filter(({ canCreateTask }) => canCreateTask);
  if (!usable.length) {
    return (
      <Placeholder title={t('taskSettings.noConnections.title')}>
        {t('taskSettings.noConnections.text')}
      </Placeholder>
    );
  }
  return (
    <NewTaskForm
      key={JSON.stringify([user, copy, connection, discarded])}
      connections={usable}
      user={user}
      copy={copy}
      connection={connection}
      onDiscarded={() => setDiscarded(discarded + 1)}
      listLink={links.list()}
    />
  );
}
