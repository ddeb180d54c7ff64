import { Connection, Task } from 'backstage-plugin-task-center-common';

/**
 * A completed task, but for what is said otherwise.
 *
 * @internal
 */
export function createTask(values: Partial<Task> = {}): Task {
  return {
    id: 't1',
    name: 'Backfill order prices',
    connection: 'shop',
    entityRef: 'resource:default/shop-db',
    status: 'completed',
    createdBy: 'user:default/ada',
    createdAt: '2026-11-22T13:02:09.000Z',
    startedAt: '2026-11-22T13:02:11.000Z',
    finishedAt: '2026-11-22T13:03:48.000Z',
    delimiter: ';',
    resultLimit: 1_000,
    errorHandling: 'abort',
    transactionMode: 'statement',
    executionTimeoutSeconds: 172_800,
    scriptBytes: 412_000,
    scriptSha256: '9f2c'.repeat(16),
    totalStatements: 5_000,
    succeededStatements: 5_000,
    failedStatements: 0,
    rolledBackStatements: 0,
    affectedRows: 48_112,
    resultSets: 0,
    resultBytes: 0,
    truncatedResultSets: 0,
    actions: ['delete', 'readResults'],
    ...values,
  };
}

/**
 * A connection that tasks may be created on, but for what is said otherwise.
 *
 * @internal
 */
export function createConnection(values: Partial<Connection> = {}): Connection {
  return {
    id: 'shop',
    title: 'Shop orders',
    engine: 'mysql',
    dialect: 'mysql',
    entityRef: 'resource:default/shop-db',
    maxConcurrentTasks: 2,
    limits: {
      resultRows: { default: 1_000, max: 10_000_000 },
      resultBytes: { resultSet: 64_000_000, task: 256_000_000 },
      executionTimeoutSeconds: { default: 172_800, max: 1_728_000 },
      scriptBytes: { max: 268_435_456 },
    },
    canCreateTask: true,
    ...values,
  };
}
