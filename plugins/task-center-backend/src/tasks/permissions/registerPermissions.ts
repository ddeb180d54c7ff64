import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  taskCenterConnectionUsePermission,
  taskCenterResultsReadPermission,
  taskCenterTaskAbortPermission,
  taskCenterTaskCreatePermission,
  taskCenterTaskDeletePermission,
  taskCenterTaskReadPermission,
} from 'backstage-plugin-task-center-common';
import { ConnectionRegistry, DatabaseOwners } from '../../connections';
import { TaskStore } from '../TaskStore';
import { toConnectionResource, toTaskResource } from './resources';
import {
  connectionResourceRef,
  connectionRules,
  taskResourceRef,
  taskRules,
} from './rules';

/**
 * Tells the permission framework which permissions and rules there are.
 *
 * @internal
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  options: {
    store: TaskStore;
    owners: DatabaseOwners;
    connections: ConnectionRegistry;
  },
): void {
  const { store, owners, connections } = options;
  registry.addResourceType({
    resourceRef: taskResourceRef,
    permissions: [
      taskCenterTaskReadPermission,
      taskCenterTaskAbortPermission,
      taskCenterTaskDeletePermission,
      taskCenterResultsReadPermission,
    ],
    rules: Object.values(taskRules),
    getResources: async ids => {
      const ownersOf = await owners.get();
      return Promise.all(
        ids.map(async id => {
          const row = await store.find(id);
          return row && toTaskResource(row, ownersOf);
        }),
      );
    },
  });
  registry.addResourceType({
    resourceRef: connectionResourceRef,
    permissions: [
      taskCenterConnectionUsePermission,
      taskCenterTaskCreatePermission,
    ],
    rules: Object.values(connectionRules),
    getResources: async ids => {
      const ownersOf = await owners.get();
      return ids.map(id => {
        const connection = connections.find(id);
        return connection && toConnectionResource(connection, ownersOf);
      });
    },
  });
}
