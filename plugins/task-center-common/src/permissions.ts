import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of a task in the permission framework.
 *
 * @public
 */
export const RESOURCE_TYPE_TASK = 'task-center-task';

/**
 * The resource type of a connection in the permission framework.
 *
 * @public
 */
export const RESOURCE_TYPE_CONNECTION = 'task-center-connection';

/**
 * To see a connection and name it in a task.
 *
 * @public
 */
export const taskCenterConnectionUsePermission = createPermission({
  name: 'taskCenter.connection.use',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CONNECTION,
});

/**
 * To run a script on a connection.
 *
 * @public
 */
export const taskCenterTaskCreatePermission = createPermission({
  name: 'taskCenter.task.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CONNECTION,
});

/**
 * To see a task: its settings, script, ledger and log.
 *
 * @public
 */
export const taskCenterTaskReadPermission = createPermission({
  name: 'taskCenter.task.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_TASK,
});

/**
 * To abort a task.
 *
 * @public
 */
export const taskCenterTaskAbortPermission = createPermission({
  name: 'taskCenter.task.abort',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TASK,
});

/**
 * To delete a task with all that it left.
 *
 * @public
 */
export const taskCenterTaskDeletePermission = createPermission({
  name: 'taskCenter.task.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_TASK,
});

/**
 * To see and download the rows that a task returned.
 *
 * @public
 */
export const taskCenterResultsReadPermission = createPermission({
  name: 'taskCenter.task.results.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_TASK,
});

/**
 * Every permission of Task Center.
 *
 * @public
 */
export const taskCenterPermissions = [
  taskCenterConnectionUsePermission,
  taskCenterTaskCreatePermission,
  taskCenterTaskReadPermission,
  taskCenterTaskAbortPermission,
  taskCenterTaskDeletePermission,
  taskCenterResultsReadPermission,
];
