import {
  Connection,
  Task,
  TaskAction,
  TaskStatus,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';

const MINUTE_MS = 60_000;

export function createConnections(): Connection[] {
  const limits = {
    resultRows: { default: 1_000, max: 10_000_000 },
    resultBytes: { resultSet: 8_000_000_000, task: 16_000_000_000 },
    executionTimeoutSeconds: { default: 48 * 3600, max: 480 * 3600 },
    scriptBytes: { max: 268_435_456 },
  };
  return [
    {
      id: 'shop',
      title: 'Shop orders',
      engine: 'mysql',
      dialect: 'mysql',
      entityRef: 'resource:default/shop-db',
      database: 'shop',
      maxConcurrentTasks: 2,
      limits,
      canCreateTask: true,
    },
    {
      id: 'ledger',
      title: 'Ledger',
      engine: 'sqlite',
      dialect: 'sqlite',
      entityRef: 'resource:default/ledger-db',
      maxConcurrentTasks: 1,
      limits,
      canCreateTask: true,
    },
    {
      id: 'products',
      title: 'Products',
      engine: 'postgres',
      dialect: 'postgres',
      entityRef: 'resource:default/products-db',
      database: 'products',
      maxConcurrentTasks: 4,
      limits,
      canCreateTask: true,
    },
  ];
}

export function createTasks(): Task[] {
  return [...createDifferentTasks(), ...createManyTasks()];
}

const PRODUCTS = {
  connection: 'products',
  entityRef: 'resource:default/products-db',
};

function createDifferentTasks(): Task[] {
  return [
    createTask('running', 'Backfill order prices', 2, {
      status: 'running',
      description: 'Ticket 4711',
      totalStatements: 5_000,
      succeededStatements: 1_201,
      failedStatements: 3,
      affectedRows: 48_112,
      resultSets: 2,
      errorHandling: 'continue',
    }),
    createTask('aborting', 'Rebuild search index', 4, {
      status: 'running',
      totalStatements: 80,
      succeededStatements: 31,
      abortRequestedAt: ago(0.1),
      abortProgress: 'ending',
    }),
    createTask('aborting-transaction', 'Move old orders', 4.5, {
      status: 'running',
      transactionMode: 'script',
      totalStatements: 400,
      succeededStatements: 312,
      abortRequestedAt: ago(0.6),
      abortProgress: 'rolling-back',
    }),
    createTask('waiting', 'Monthly report', 5, {
      status: 'preparing',
      connection: 'ledger',
      entityRef: 'resource:default/ledger-db',
      createdBy: 'user:default/grace',
      waiting: { cause: 'connection-busy', position: 2 },
      totalStatements: undefined,
      succeededStatements: 0,
    }),
    createTask('starting', 'Archive orders of 2019', 6, {
      status: 'preparing',
      waiting: { cause: 'starting' },
      totalStatements: undefined,
      succeededStatements: 0,
    }),
    createTask('warning', 'Fix duplicates', 64, {
      status: 'completed',
      totalStatements: 412,
      succeededStatements: 409,
      failedStatements: 3,
      affectedRows: 1_204,
      errorHandling: 'continue',
    }),
    createTask('rolled-back', 'Raise prices', 20, {
      ...PRODUCTS,
      status: 'failed',
      transactionMode: 'script',
      totalStatements: 12,
      succeededStatements: 0,
      failedStatements: 1,
      rolledBackStatements: 6,
      failure: {
        code: 'statement-failed',
        statement: 7,
        message:
          'Statement 7 (line 8) failed: 23505 duplicate key value violates unique constraint "prices_pkey". The 6 statements before it were rolled back.',
      },
    }),
    createTask('unknown', 'Recompute stock', 34, {
      status: 'failed',
      totalStatements: 5_000,
      succeededStatements: 1_204,
      affectedRows: 45_752,
      failure: {
        code: 'worker-lost',
        message:
          'The worker was lost. 1,204 statements are done, of 8 nobody knows what became of them, and 3,788 were not sent.',
      },
    }),
    createTask('resumed', 'Drop old index', 60, {
      status: 'completed',
      totalStatements: 12,
      succeededStatements: 6,
      resumes: { task: 'failed', statement: 7 },
    }),
    createTask('copy', 'Nightly cleanup', 62, {
      ...PRODUCTS,
      status: 'completed',
      rolledBackStatements: 2,
      succeededStatements: 22,
      copyOf: 'deleted',
    }),
    createTask('failed', 'Drop old index', 71, {
      status: 'failed',
      resumedBy: ['resumed'],
      totalStatements: 12,
      succeededStatements: 6,
      failedStatements: 1,
      failure: {
        code: 'statement-failed',
        statement: 7,
        message:
          "Statement 7 (line 41) failed: 1091 Can't DROP INDEX `old_price`; check that it exists. The 5 statements after it were not sent.",
      },
    }),
    createTask('no-connection', 'Nightly cleanup', 130, {
      status: 'failed',
      createdBy: 'user:default/grace',
      connection: 'ledger',
      entityRef: 'resource:default/ledger-db',
      startedAt: undefined,
      succeededStatements: 0,
      totalStatements: undefined,
      failure: {
        code: 'connection-failed',
        message:
          'No connection to Ledger: the server refused the user name or the password. Ask the operators of the portal.',
      },
    }),
    createTask('timeout', 'Recompute every customer’s lifetime value', 300, {
      status: 'failed',
      totalStatements: 3,
      succeededStatements: 2,
      failure: {
        code: 'timeout',
        statement: 3,
        message:
          'The task ran into its execution timeout of 1 h. Statement 3 was stopped on the server.',
      },
    }),
    createTask('aborted', 'Load test data', 1_500, {
      status: 'aborted',
      totalStatements: 250,
      succeededStatements: 93,
      abortRequestedAt: ago(1_490),
    }),
    createTask('large', 'Import of the old shop', 4_000, {
      status: 'completed',
      totalStatements: 80_000,
      succeededStatements: 80_000,
      scriptBytes: 9_400_000,
      affectedRows: 1_204_551,
      resultSets: 1,
    }),
  ];
}

function createManyTasks(): Task[] {
  return Array.from({ length: 60 }, (_, i) =>
    createTask(`daily-${i}`, `Daily figures ${60 - i}`, 5_000 + i * 1_440, {
      status: 'completed',
      resultSets: 3,
      totalStatements: 24,
      succeededStatements: 24,
    }),
  );
}

function createTask(
  id: string,
  name: string,
  ageMinutes: number,
  values: Partial<Task> & Pick<Task, 'status'>,
): Task {
  const isFinal = isFinalStatus(values.status);
  const { resultSets = 0 } = values;
  return {
    id,
    name,
    connection: 'shop',
    entityRef: 'resource:default/shop-db',
    createdBy: 'user:development/guest',
    createdAt: ago(ageMinutes),
    startedAt: values.status === 'preparing' ? undefined : ago(ageMinutes),
    finishedAt: isFinal ? ago(ageMinutes - 1.4) : undefined,
    delimiter: ';',
    resultLimit: 1_000,
    errorHandling: 'abort',
    transactionMode: 'statement',
    executionTimeoutSeconds: 48 * 3600,
    scriptBytes: 41_200,
    scriptSha256:
      '9f2c4d1e8b7a605f3e2d1c0b9a8f7e6d5c4b3a29181706f5e4d3c2b1a0f9e8d7',
    totalStatements: 24,
    succeededStatements: 24,
    failedStatements: 0,
    rolledBackStatements: 0,
    affectedRows: 0,
    resultSets,
    resultBytes: resultSets * 20_400_000,
    truncatedResultSets: Math.ceil(resultSets / 2),
    resultsExpireAt: isFinal && resultSets ? ago(-14 * 1_440) : undefined,
    actions: actionsOf(values.status, resultSets > 0),
    ...values,
  };
}

function actionsOf(status: TaskStatus, hasResults: boolean): TaskAction[] {
  if (!isFinalStatus(status)) {
    return ['abort', 'readResults', 'runAgain'];
  }
  return [
    'delete',
    'readResults',
    ...(hasResults ? (['keepResults', 'dropResults'] as const) : []),
    ...(status === 'completed' ? [] : (['resume'] as const)),
    'runAgain',
  ];
}

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}
