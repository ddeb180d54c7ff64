import { Connection } from 'backstage-plugin-task-center-common';
import { ConnectionRegistry, DatabaseOwners } from '../connections';
import { Caller } from './Caller';
import { TaskCenterAccess, toConnectionResource } from './permissions';
import { withoutUndefined } from './toTask';

/**
 * The connections that a caller may see, in the order of the configuration.
 *
 * @internal
 */
export async function listConnections(
  caller: Caller,
  options: {
    access: TaskCenterAccess;
    connections: ConnectionRegistry;
    owners: DatabaseOwners;
    maxScriptBytes: number;
  },
): Promise<Connection[]> {
  const rights = await options.access.toConnections(caller);
  const owners = await options.owners.get();
  return options.connections
    .list()
    .map(connection => ({
      connection,
      resource: toConnectionResource(connection, owners),
    }))
    .filter(({ resource }) => rights.canUse(resource))
    .map(({ connection, resource }) =>
      withoutUndefined<Connection>({
        id: connection.id,
        title: connection.title,
        engine: connection.engine,
        dialect: connection.databaseEngine.dialect,
        entityRef: connection.entityRef,
        database: connection.databaseEngine.describe(connection.config)
          .database,
        maxConcurrentTasks: connection.maxConcurrentTasks,
        limits: {
          ...connection.limits,
          scriptBytes: { max: options.maxScriptBytes },
        },
        canCreateTask: rights.canCreateTask(resource),
      }),
    );
}
