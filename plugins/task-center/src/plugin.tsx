import {
  ApiBlueprint,
  PageBlueprint,
  SubPageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiListCheck3 } from '@remixicon/react';
import { TaskCenterClient, taskCenterApiRef } from './api';
import {
  catalogEntityRouteRef,
  newTaskRouteRef,
  resultsRouteRef,
  rootRouteRef,
  taskRouteRef,
  tasksRouteRef,
} from './routes';

const taskCenterApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: taskCenterApiRef,
      deps: { fetchApi: fetchApiRef, discoveryApi: discoveryApiRef },
      factory: deps => TaskCenterClient.create(deps),
    }),
});

const taskCenterPage = PageBlueprint.make({
  params: {
    path: '/task-center',
    title: 'Task Center',
    icon: <RiListCheck3 />,
    routeRef: rootRouteRef,
  },
});

const tasksSubPage = SubPageBlueprint.make({
  name: 'tasks',
  params: {
    path: 'tasks',
    title: 'Asynchronous Execution',
    routeRef: tasksRouteRef,
    loader: () =>
      import('./components/TaskCenterPage').then(m => <m.TaskCenterPage />),
  },
});

const entityTasks = EntityContentBlueprint.make({
  name: 'tasks',
  params: {
    path: '/tasks',
    title: 'Tasks',
    icon: <RiListCheck3 />,
    filter: { kind: 'resource', 'spec.type': 'database' },
    loader: () =>
      import('./components/EntityTasks').then(m => <m.EntityTasks />),
  },
});

/**
 * Task Center: run SQL scripts on catalogued databases and read their record.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'task-center',
  title: 'Task Center',
  icon: <RiListCheck3 />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    tasks: tasksRouteRef,
    newTask: newTaskRouteRef,
    task: taskRouteRef,
    results: resultsRouteRef,
  },
  externalRoutes: { catalogEntity: catalogEntityRouteRef },
  extensions: [taskCenterApi, taskCenterPage, tasksSubPage, entityTasks],
});
