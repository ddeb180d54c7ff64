import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/**
 * The Task Center page.
 *
 * @public
 */
export const rootRouteRef = createRouteRef();

/**
 * The tab *Asynchronous Execution*: the list of tasks.
 *
 * @public
 */
export const tasksRouteRef = createRouteRef();

/**
 * The form for a new task.
 *
 * @public
 */
export const newTaskRouteRef = createSubRouteRef({
  parent: tasksRouteRef,
  path: '/new',
});

/**
 * A task's details as a page of their own.
 *
 * @public
 */
export const taskRouteRef = createSubRouteRef({
  parent: tasksRouteRef,
  path: '/:taskId',
});

/**
 * The SQL window with a task's result sets.
 *
 * @public
 */
export const resultsRouteRef = createSubRouteRef({
  parent: tasksRouteRef,
  path: '/:taskId/results',
});

/**
 * The tab *Tasks* on the catalog page of a database.
 *
 * @public
 */
export const entityTasksRouteRef = createRouteRef();

/**
 * The catalog page of an entity, for links to databases and people.
 *
 * @public
 */
export const catalogEntityRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});
