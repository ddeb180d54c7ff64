import {
  TASK_STATUSES,
  STATEMENT_STATES,
} from 'backstage-plugin-task-center-common';

const count = { type: 'integer', minimum: 0 } as const;
const time = {
  type: 'string',
  format: 'date-time',
  description: 'ISO 8601, UTC, with milliseconds',
} as const;
const settingLimits = object({ default: count, max: count });

function object(
  properties: Record<string, object>,
  optional: string[] = [],
): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter(key => !optional.includes(key)),
  };
}

function page(item: string): object {
  return object({
    items: { type: 'array', items: { $ref: `#/components/schemas/${item}` } },
    totalItems: count,
  });
}

/**
 * The shapes of what goes over the wire.
 *
 * @internal
 */
export const schemas = {
  Connection: object(
    {
      id: { type: 'string' },
      title: { type: 'string' },
      engine: { type: 'string' },
      dialect: { type: 'string' },
      entityRef: { type: 'string' },
      database: { type: 'string' },
      maxConcurrentTasks: count,
      limits: object({
        resultRows: settingLimits,
        executionTimeoutSeconds: settingLimits,
        scriptBytes: object({ max: count }),
      }),
      canCreateTask: { type: 'boolean' },
    },
    ['database'],
  ),
  CreateTaskRequest: {
    ...object(
      {
        connection: { type: 'string' },
        name: { type: 'string' },
        sql: { type: 'string' },
        scriptId: { type: 'string' },
        delimiter: { type: 'string' },
        resultLimit: { type: 'number' },
        errorHandling: { type: 'string' },
        executionTimeoutSeconds: { type: 'number' },
        statementTimeoutSeconds: { type: 'number' },
        description: { type: 'string' },
      },
      [
        'sql',
        'scriptId',
        'delimiter',
        'resultLimit',
        'errorHandling',
        'executionTimeoutSeconds',
        'statementTimeoutSeconds',
        'description',
      ],
    ),
    additionalProperties: false,
  },
  Script: object({
    scriptId: { type: 'string' },
    bytes: count,
    sha256: { type: 'string' },
  }),
  TaskFailure: object(
    {
      code: { type: 'string' },
      message: { type: 'string' },
      statement: count,
    },
    ['statement'],
  ),
  TaskWaiting: object(
    {
      cause: {
        type: 'string',
        enum: ['connection-busy', 'worker-busy', 'starting'],
      },
      position: count,
    },
    ['position'],
  ),
  Task: object(
    {
      id: { type: 'string' },
      name: { type: 'string' },
      description: { type: 'string' },
      connection: { type: 'string' },
      entityRef: { type: 'string' },
      status: { type: 'string', enum: [...TASK_STATUSES] },
      createdBy: { type: 'string' },
      createdAt: time,
      startedAt: time,
      finishedAt: time,
      abortRequestedAt: time,
      delimiter: { type: 'string' },
      resultLimit: count,
      errorHandling: { type: 'string', enum: ['abort', 'continue'] },
      executionTimeoutSeconds: count,
      statementTimeoutSeconds: count,
      scriptBytes: count,
      scriptSha256: { type: 'string' },
      totalStatements: count,
      succeededStatements: count,
      failedStatements: count,
      affectedRows: count,
      resultSets: count,
      failure: { $ref: '#/components/schemas/TaskFailure' },
      waiting: { $ref: '#/components/schemas/TaskWaiting' },
      actions: {
        type: 'array',
        items: { type: 'string', enum: ['abort', 'delete', 'readResults'] },
      },
    },
    [
      'description',
      'startedAt',
      'finishedAt',
      'abortRequestedAt',
      'statementTimeoutSeconds',
      'totalStatements',
      'failure',
      'waiting',
    ],
  ),
  TaskStatement: object(
    {
      index: count,
      line: count,
      text: { type: 'string' },
      textTruncated: { type: 'boolean' },
      state: { type: 'string', enum: [...STATEMENT_STATES] },
      startedAt: time,
      durationMs: { type: 'number' },
      affectedRows: count,
      rowCount: count,
      resultSet: count,
      warnings: count,
      error: object(
        {
          code: { type: 'string' },
          sqlState: { type: 'string' },
          message: { type: 'string' },
        },
        ['code', 'sqlState'],
      ),
    },
    [
      'textTruncated',
      'startedAt',
      'durationMs',
      'affectedRows',
      'rowCount',
      'resultSet',
      'warnings',
      'error',
    ],
  ),
  ResultSet: object({
    index: count,
    statement: count,
    columns: {
      type: 'array',
      items: object({ name: { type: 'string' }, type: { type: 'string' } }),
    },
    rowCount: count,
    truncated: { type: 'boolean' },
    partial: { type: 'boolean' },
    bytes: count,
  }),
  ResultRow: {
    type: 'array',
    items: { type: ['string', 'null'] },
  },
  LogLine: object(
    {
      index: count,
      time,
      level: { type: 'string', enum: ['INFO', 'WARN', 'ERROR'] },
      statement: count,
      message: { type: 'string' },
    },
    ['statement'],
  ),
  TaskPage: page('Task'),
  TaskStatementPage: page('TaskStatement'),
  ResultRowPage: page('ResultRow'),
  LogLinePage: page('LogLine'),
  ConnectionList: object({
    items: {
      type: 'array',
      items: { $ref: '#/components/schemas/Connection' },
    },
  }),
  ResultSetList: object({
    items: { type: 'array', items: { $ref: '#/components/schemas/ResultSet' } },
  }),
};
