import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ConnectionRegistry,
  DatabaseOwners,
  RegisteredConnection,
} from '../connections';
import { ConnectionRights, toConnectionResource } from './permissions';

/**
 * A connection on which a caller may create tasks.
 *
 * @throws NotFoundError when there is none that they may use: one that they may not see does not exist for them
 * @throws NotAllowedError when they may use it, but not create tasks on it
 * @internal
 */
export async function findCreatableConnection(
  id: string,
  rights: ConnectionRights,
  options: { connections: ConnectionRegistry; owners: DatabaseOwners },
): Promise<RegisteredConnection> {
  const { connections, owners } = options;
  const connection = connections.find(id);
  const resource =
    connection && toConnectionResource(connection, await owners.get());
  if (!connection || !resource || !rights.canUse(resource)) {
    throw new NotFoundError(`There is no connection '${id}' that you may use.`);
  }
  if (!rights.canCreateTask(resource)) {
    throw new NotAllowedError(
      `You may not create tasks on '${connection.title}'. Ask the owners of ${resource.entityRef}.`,
    );
  }
  return connection;
}
