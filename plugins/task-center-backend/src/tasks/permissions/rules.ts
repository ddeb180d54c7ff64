import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_CONNECTION,
  RESOURCE_TYPE_TASK,
} from 'backstage-plugin-task-center-common';
import { z } from 'zod';

/**
 * A task as the permission rules see it.
 *
 * @public
 */
export interface TaskResource {
  /** The entity ref of the user who created it. */
  createdBy: string;
  /** The id of its connection. */
  connection: string;
  engine: string;
  /** The catalog entity of the database. */
  entityRef: string;
  /** The entity refs of the database's owners. */
  owners: string[];
}

/**
 * A condition on tasks that a list can apply in SQL.
 *
 * @public
 */
export type TaskFilter =
  | { key: 'createdBy' | 'connection' | 'engine'; values: string[] }
  | { key: 'ownedBy'; claims: string[] };

/**
 * A connection as the permission rules see it.
 *
 * @public
 */
export interface ConnectionResource {
  id: string;
  engine: string;
  /** The catalog entity of the database. */
  entityRef: string;
  /** The entity refs of the database's owners. */
  owners: string[];
}

/**
 * @public
 */
export const taskResourceRef = createPermissionResourceRef<
  TaskResource,
  TaskFilter
>().with({ pluginId: 'task-center', resourceType: RESOURCE_TYPE_TASK });

/**
 * @public
 */
export const connectionResourceRef = createPermissionResourceRef<
  ConnectionResource,
  never
>().with({ pluginId: 'task-center', resourceType: RESOURCE_TYPE_CONNECTION });

const isCreator = createPermissionRule({
  name: 'IS_CREATOR',
  description: 'Allow for tasks that this user created',
  resourceRef: taskResourceRef,
  paramsSchema: z.object({
    userRef: z.string().describe('The entity ref of the user'),
  }),
  apply: (task, { userRef }) => task.createdBy === userRef,
  toQuery: ({ userRef }): TaskFilter => ({
    key: 'createdBy',
    values: [userRef],
  }),
});

const ownsDatabase = createPermissionRule({
  name: 'OWNS_DATABASE',
  description: 'Allow for tasks on a database that one of these claims owns',
  resourceRef: taskResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of a user and the groups they belong to'),
  }),
  apply: (task, { claims }) => claims.some(c => task.owners.includes(c)),
  toQuery: ({ claims }): TaskFilter => ({ key: 'ownedBy', claims }),
});

const isOnConnection = createPermissionRule({
  name: 'IS_ON_CONNECTION',
  description: 'Allow for tasks on one of these connections',
  resourceRef: taskResourceRef,
  paramsSchema: z.object({
    connections: z.array(z.string()).describe('Ids of connections'),
  }),
  apply: (task, { connections }) => connections.includes(task.connection),
  toQuery: ({ connections }): TaskFilter => ({
    key: 'connection',
    values: connections,
  }),
});

const hasEngine = createPermissionRule({
  name: 'HAS_ENGINE',
  description: 'Allow for tasks on databases of these kinds',
  resourceRef: taskResourceRef,
  paramsSchema: z.object({
    engines: z.array(z.string()).describe('Such as mysql or sqlite'),
  }),
  apply: (task, { engines }) => engines.includes(task.engine),
  toQuery: ({ engines }): TaskFilter => ({ key: 'engine', values: engines }),
});

/**
 * The rules that policies can combine for tasks.
 *
 * @public
 */
export const taskRules = { isCreator, ownsDatabase, isOnConnection, hasEngine };

const ownsConnectedDatabase = createPermissionRule({
  name: 'OWNS_DATABASE',
  description:
    'Allow for connections to a database that one of these claims owns',
  resourceRef: connectionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of a user and the groups they belong to'),
  }),
  apply: (connection, { claims }) =>
    claims.some(c => connection.owners.includes(c)),
  toQuery: () => {
    throw new Error('Connections are not kept in a database');
  },
});

const isConnection = createPermissionRule({
  name: 'IS_CONNECTION',
  description: 'Allow for these connections',
  resourceRef: connectionResourceRef,
  paramsSchema: z.object({
    connections: z.array(z.string()).describe('Ids of connections'),
  }),
  apply: (connection, { connections }) => connections.includes(connection.id),
  toQuery: () => {
    throw new Error('Connections are not kept in a database');
  },
});

const hasConnectedEngine = createPermissionRule({
  name: 'HAS_ENGINE',
  description: 'Allow for connections to databases of these kinds',
  resourceRef: connectionResourceRef,
  paramsSchema: z.object({
    engines: z.array(z.string()).describe('Such as mysql or sqlite'),
  }),
  apply: (connection, { engines }) => engines.includes(connection.engine),
  toQuery: () => {
    throw new Error('Connections are not kept in a database');
  },
});

/**
 * The rules that policies can combine for connections.
 *
 * @public
 */
export const connectionRules = {
  ownsDatabase: ownsConnectedDatabase,
  isConnection,
  hasEngine: hasConnectedEngine,
};
