import { Suspense, lazy } from 'react';
import {
  ApiBlueprint,
  AppRootElementBlueprint,
  PageBlueprint,
  PluginHeaderActionBlueprint,
  SubPageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiListCheck3 } from '@remixicon/react';
import { TaskCenterClient, taskCenterApiRef } from './api';
import { mayHaveDatabases } from './components/EntityTasks/findDatabases';
import {
  catalogEntityRouteRef,
  entityTasksRouteRef,
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
      deps: {
        fetchApi: fetchApiRef,
        discoveryApi: discoveryApiRef,
        identityApi: identityApiRef,
      },
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

const shortcuts = PluginHeaderActionBlueprint.make({
  name: 'shortcuts',
  params: {
    loader: () =>
      import('./components/Shortcuts').then(m => <m.ShortcutsButton />),
  },
});

const entityTasks = EntityContentBlueprint.make({
  name: 'tasks',
  params: {
    path: '/tasks',
    title: 'Tasks',
    icon: <RiListCheck3 />,
    routeRef: entityTasksRouteRef,
    filter: { kind: 'resource', 'spec.type': 'database' },
    loader: () =>
      import('./components/EntityTasks').then(m => <m.EntityTasks />),
  },
});

const dependentTasks = EntityContentBlueprint.make({
  name: 'dependent-tasks',
  params: {
    path: '/tasks',
    title: 'Tasks',
    icon: <RiListCheck3 />,
    filter: mayHaveDatabases,
    loader: () =>
      import('./components/EntityTasks').then(m => <m.EntityTasks />),
  },
});

const entityTasksCard = EntityCardBlueprint.make({
  name: 'tasks',
  params: {
    type: 'content',
    filter: { kind: 'resource', 'spec.type': 'database' },
    loader: () =>
      import('./components/EntityTasksCard').then(m => <m.EntityTasksCard />),
  },
});

const myRunningTasks = HomePageWidgetBlueprint.make({
  name: 'my-running-tasks',
  params: {
    name: 'TaskCenterMyRunningTasks',
    title: 'My running tasks',
    description: 'Your tasks in the Task Center that are under way',
    components: () =>
      import('./components/MyTasks').then(m => ({ Content: m.MyRunningTasks })),
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 4 },
    },
  },
});

const TaskWatcher = lazy(() =>
  import('./components/TaskWatch').then(m => ({ default: m.TaskWatcher })),
);

const taskWatcher = AppRootElementBlueprint.make({
  name: 'task-watcher',
  params: {
    element: (
      <Suspense fallback={null}>
        <TaskWatcher />
      </Suspense>
    ),
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
    entityTasks: entityTasksRouteRef,
  },
  externalRoutes: { catalogEntity: catalogEntityRouteRef },
  extensions: [
    taskCenterApi,
    taskCenterPage,
    tasksSubPage,
    shortcuts,
    entityTasks,
    dependentTasks,
    entityTasksCard,
    myRunningTasks,
    taskWatcher,
  ],
});
