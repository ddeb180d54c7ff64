import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import type { TaskCenterSidebarItemProps } from '../components/MyTasks/TaskCenterSidebarItem';
import { taskCenterPlugin } from './taskCenterPlugin';

export type { TaskCenterSidebarItemProps };

/** What the types of the package say about a component, however it is made. */
type Shown<P = {}> = (props: P) => JSX.Element | null;

/**
 * The Task Center. Mounted at `/task-center/tasks`, its pages have the same addresses as in the new frontend system.
 *
 * @public
 */
export const TaskCenterPage = taskCenterPlugin.provide(
  createRoutableExtension({
    name: 'TaskCenterPage',
    component: (): Promise<Shown> =>
      import('./LegacyPage').then(m => m.LegacyPage),
    mountPoint: taskCenterPlugin.routes.tasks,
  }),
);

/**
 * The tasks of a database, as the contents of a tab on its catalog page.
 *
 * @public
 */
export const EntityTasksContent = taskCenterPlugin.provide(
  createRoutableExtension({
    name: 'EntityTasksContent',
    component: (): Promise<Shown> =>
      import('./entityExtensions').then(m => m.LegacyEntityTasks),
    mountPoint: taskCenterPlugin.routes.entityTasks,
  }),
);

/**
 * The tasks of the databases that a component or a system depends on, as the contents of a tab on its catalog page.
 *
 * @public
 */
export const EntityDependentTasksContent = taskCenterPlugin.provide(
  createComponentExtension({
    name: 'EntityDependentTasksContent',
    component: {
      lazy: (): Promise<Shown> =>
        import('./entityExtensions').then(m => m.LegacyEntityTasks),
    },
  }),
);

/**
 * The last tasks of a database and how its days went, for the overview of its catalog page.
 *
 * @public
 */
export const EntityTasksCard = taskCenterPlugin.provide(
  createComponentExtension({
    name: 'EntityTasksCard',
    component: {
      lazy: (): Promise<Shown> =>
        import('./entityExtensions').then(m => m.LegacyEntityTasksCard),
    },
  }),
);

/**
 * The person's tasks that are under way, for the home page.
 *
 * @public
 */
export const HomePageMyRunningTasks = taskCenterPlugin.provide(
  createCardExtension({
    name: 'HomePageMyRunningTasks',
    title: 'My running tasks',
    description: 'Your tasks in the Task Center that are under way',
    components: () =>
      import('./homeExtensions').then(m => ({
        Content: m.LegacyMyRunningTasks,
      })),
  }),
);

/**
 * Tells people when a task that they watch has ended. It stands once within the portal's `AppRouter`.
 *
 * @public
 */
export const TaskWatcher = taskCenterPlugin.provide(
  createComponentExtension({
    name: 'TaskWatcher',
    component: {
      lazy: (): Promise<Shown> =>
        import('./appExtensions').then(m => m.LegacyTaskWatcher),
    },
  }),
);

/**
 * The Task Center in the sidebar, with the number of the person's tasks that are under way.
 *
 * @public
 */
export const TaskCenterSidebarItem = taskCenterPlugin.provide(
  createComponentExtension({
    name: 'TaskCenterSidebarItem',
    component: {
      lazy: (): Promise<Shown<TaskCenterSidebarItemProps>> =>
        import('./appExtensions').then(m => m.LegacySidebarItem),
    },
  }),
);
