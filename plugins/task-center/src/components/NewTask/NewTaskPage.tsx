import { useSearchParams } from 'react-router-dom';
import { useConnections, useTaskCenterLinks } from '../../hooks';
import { ErrorPlaceholder, Placeholder } from '../common';
import { NewTaskForm } from './NewTaskForm';
import { NewTaskSkeleton } from './NewTaskSkeleton';

/**
 * The page on which a task is made. `?connection=` chooses a connection, `?copy=` fills the form from a task.
 *
 * @internal
 */
export function NewTaskPage() {
  const [params] = useSearchParams();
  const links = useTaskCenterLinks();
  const { connections, error, refresh } = useConnections();
  const copy = params.get('copy') ?? undefined;

  if (!connections) {
    return error ? (
      <ErrorPlaceholder
        error={error}
        subject="The connections"
        onRetry={refresh}
      />
    ) : (
      <NewTaskSkeleton />
    );
  }
  const usable = connections.filter(connection => connection.canCreateTask);
  if (!usable.length) {
    return (
      <Placeholder title="There is no database on which you can create tasks">
        Ask the portal's operators for access to a connection.
      </Placeholder>
    );
  }
  return (
    <NewTaskForm
      key={copy ?? ''}
      connections={usable}
      copy={copy}
      connection={params.get('connection') ?? undefined}
      listLink={links.list()}
    />
  );
}
