import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import { TaskCenterClient, taskCenterApiRef } from '../api';
import {
  catalogEntityRouteRef,
  entityTasksRouteRef,
  newTaskRouteRef,
  resultsRouteRef,
  taskRouteRef,
  tasksRouteRef,
} from '../routes';

/**
 * Task Center: run SQL scripts on catalogued databases and read their record.
 *
 * @public
 */
export const taskCenterPlugin = createPlugin({
  id: 'task-center',
  apis: [
    createApiFactory({
      api: taskCenterApiRef,
      deps: {
        fetchApi: fetchApiRef,
        discoveryApi: discoveryApiRef,
        identityApi: identityApiRef,
      },
      factory: deps => TaskCenterClient.create(deps),
    }),
  ],
  routes: {
    tasks: convertLegacyRouteRef(tasksRouteRef),
    newTask: convertLegacyRouteRef(newTaskRouteRef),
    task: convertLegacyRouteRef(taskRouteRef),
    results: convertLegacyRouteRef(resultsRouteRef),
    entityTasks: convertLegacyRouteRef(entityTasksRouteRef),
  },
  externalRoutes: {
    catalogEntity: convertLegacyRouteRef(catalogEntityRouteRef),
  },
});
