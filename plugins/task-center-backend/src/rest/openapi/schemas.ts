import {
  TASK_STATUSES,
  STATEMENT_STATES,
} from 'backstage-plugin-task-center-common';
import { FILTER_OPERATORS } from '../../results';

const count = { type: 'integer', minimum: 0 } as const;
const time = {
  type: 'string',
  format: 'date-time',
  description: 'ISO 8601, UTC, with milliseconds',
} as const;
const errorHandling = { type: 'string', enum: ['abort', 'continue'] } as const;
const transactionMode = {
  type: 'string',
  enum: ['statement', 'script'],
  description:
    'Whether each statement commits by itself, or all take effect together or none does',
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

function list(item: string): object {
  return { type: 'array', items: { $ref: `#/components/schemas/${item}` } };
}

function page(item: string): object {
  return object({
    items: list(item),
    totalItems: count,
  });
}

/**
 * The shapes of what goes over the wire.
 *
 * @internal
 */
export const schemas = {
  Activity: object({
    buckets: list('ActivityBucket'),
    connections: list('ConnectionActivity'),
    now: object({ preparing: count, running: count }),
  }),
  ActivityBucket: object({
    from: time,
    to: time,
    tasks: object(
      Object.fromEntries(TASK_STATUSES.map(status => [status, count])),
    ),
    completedWithFailures: count,
  }),
  ConnectionActivity: object(
    {
      connection: { type: 'string' },
      tasks: count,
      failed: count,
      medianDurationMs: {
        ...count,
        description: 'Rounded down to two significant digits',
      },
      longestDurationMs: count,
    },
    ['medianDurationMs', 'longestDurationMs'],
  ),
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
        resultBytes: object({ resultSet: count, task: count }),
        executionTimeoutSeconds: settingLimits,
        scriptBytes: object({ max: count }),
      }),
      canCreateTask: { type: 'boolean' },
    },
    ['database'],
  ),
  DatabaseSchema: object({
    tables: {
      type: 'array',
      items: object(
        {
          schema: { type: 'string' },
          name: { type: 'string' },
          columns: {
            type: 'array',
            items: object({
              name: { type: 'string' },
              type: { type: 'string' },
            }),
          },
        },
        ['schema'],
      ),
    },
    truncated: { type: 'boolean' },
  }),
  EstimateRequest: {
    ...object({
      statements: {
        type: 'array',
        maxItems: 10,
        items: { type: 'string' },
        description: 'Of at most 64 Ki characters each',
      },
    }),
    additionalProperties: false,
  },
  RowEstimateList: object({
    items: {
      type: 'array',
      items: object({ rows: count, problem: { type: 'string' } }, [
        'rows',
        'problem',
      ]),
    },
  }),
  CreateTaskRequest: {
    ...object(
      {
        connection: { type: 'string' },
        name: { type: 'string' },
        sql: { type: 'string' },
        scriptId: { type: 'string' },
        delimiter: { type: 'string' },
        resultLimit: { type: 'number' },
        errorHandling: { type: 'string', description: '`abort` or `continue`' },
        transactionMode: {
          type: 'string',
          description: '`statement` or `script`',
        },
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
        'transactionMode',
        'executionTimeoutSeconds',
        'statementTimeoutSeconds',
        'description',
      ],
    ),
    additionalProperties: false,
  },
  ResumeTaskRequest: {
    ...object(
      {
        fromStatement: { type: 'number' },
        scriptSha256: { type: 'string' },
        name: { type: 'string' },
      },
      ['scriptSha256', 'name'],
    ),
    additionalProperties: false,
  },
  RunAgainRequest: {
    ...object({ name: { type: 'string' } }, ['name']),
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
      abortProgress: {
        type: 'string',
        enum: ['requested', 'ending', 'rolling-back'],
      },
      delimiter: { type: 'string' },
      resultLimit: count,
      errorHandling,
      transactionMode,
      executionTimeoutSeconds: count,
      statementTimeoutSeconds: count,
      scriptBytes: count,
      scriptSha256: { type: 'string' },
      totalStatements: count,
      succeededStatements: count,
      failedStatements: count,
      rolledBackStatements: count,
      affectedRows: count,
      resultSets: count,
      resultBytes: count,
      truncatedResultSets: count,
      resultsExpireAt: time,
      resultsRemoved: object({
        at: time,
        reason: { type: 'string', enum: ['expired', 'dropped'] },
      }),
      failure: { $ref: '#/components/schemas/TaskFailure' },
      waiting: { $ref: '#/components/schemas/TaskWaiting' },
      resumes: object({ task: { type: 'string' }, statement: count }),
      resumedBy: { type: 'array', items: { type: 'string' } },
      copyOf: { type: 'string' },
      actions: {
        type: 'array',
        items: {
          type: 'string',
          enum: [
            'abort',
            'delete',
            'readResults',
            'keepResults',
            'dropResults',
            'resume',
            'runAgain',
          ],
        },
      },
    },
    [
      'description',
      'startedAt',
      'finishedAt',
      'abortRequestedAt',
      'abortProgress',
      'statementTimeoutSeconds',
      'totalStatements',
      'resultsExpireAt',
      'resultsRemoved',
      'failure',
      'waiting',
      'resumes',
      'resumedBy',
      'copyOf',
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
      warningTexts: list('StatementWarning'),
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
      'warningTexts',
      'error',
    ],
  ),
  StatementWarning: object(
    {
      code: { type: 'string' },
      message: { type: 'string' },
      notice: { type: 'boolean' },
    },
    ['code', 'notice'],
  ),
  StatementMention: object({
    index: count,
    line: count,
    text: { type: 'string' },
  }),
  ResumeAdvice: object(
    {
      fromStatement: count,
      unknown: object({ from: count, to: count }),
      neverSentFrom: count,
      reason: { type: 'string' },
      scriptSha256: { type: 'string' },
      repeated: list('StatementMention'),
      lost: list('StatementMention'),
    },
    ['fromStatement', 'unknown'],
  ),
  ResultSet: object(
    {
      index: count,
      statement: count,
      columns: {
        type: 'array',
        items: object({ name: { type: 'string' }, type: { type: 'string' } }),
      },
      rowCount: count,
      truncated: { type: 'boolean' },
      truncatedBy: {
        type: 'string',
        enum: [
          'rows',
          'result-bytes',
          'task-bytes',
          'user-quota',
          'overall-quota',
        ],
      },
      partial: { type: 'boolean' },
      bytes: count,
    },
    ['truncatedBy'],
  ),
  ResultUsage: object({
    user: object({ storedBytes: count, maxStoredBytes: count }),
    overall: object({ storedBytes: count, maxStoredBytes: count }),
    retentionSeconds: count,
    maxRetentionSeconds: count,
  }),
  KeepResultsRequest: {
    ...object({ until: { type: 'string', description: 'ISO 8601' } }),
    additionalProperties: false,
  },
  ResultRow: {
    type: 'array',
    items: { type: ['string', 'null'] },
  },
  ResultFilter: {
    ...object(
      {
        column: { ...count, description: 'From 0. Default: any column' },
        operator: { type: 'string', enum: [...FILTER_OPERATORS] },
        value: { type: 'string' },
      },
      ['column', 'value'],
    ),
    additionalProperties: false,
  },
  ResultSort: {
    ...object(
      {
        column: { ...count, description: 'From 0' },
        descending: { type: 'boolean' },
      },
      ['descending'],
    ),
    additionalProperties: false,
  },
  ResultViewSpec: {
    ...object({ filters: list('ResultFilter'), sort: list('ResultSort') }, [
      'filters',
      'sort',
    ]),
    additionalProperties: false,
  },
  ResultView: object(
    {
      id: { type: 'string' },
      state: { type: 'string', enum: ['building', 'ready', 'failed'] },
      scannedRows: count,
      merging: {
        ...object({ done: count, total: count }),
        description:
          'How far what was sorted in parts is merged, in rows that are written. A row can be written more than once',
      },
      rowCount: count,
      message: { type: 'string' },
    },
    ['merging', 'rowCount', 'message'],
  ),
  ResultMatches: object(
    {
      items: { type: 'array', items: object({ row: count, column: count }) },
      nextRow: { ...count, description: 'Where to look on' },
    },
    ['nextRow'],
  ),
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
  LogMatches: object({
    items: { type: 'array', items: count },
    blocks: {
      type: 'array',
      items: object({ from: count, to: count, count }),
      description:
        'Where all lines are that match: how many there are from a line on to the one before another',
    },
    cutLines: {
      ...count,
      description:
        'How many lines may match behind where they were searched: a regular expression is not searched for in all of a very long line',
    },
    nextLine: { ...count, description: 'Where to look on' },
    complete: { type: 'boolean' },
  }),
  TimelineBucket: object({
    from: count,
    to: count,
    durationMs: { type: 'number' },
    slowest: count,
    slowestMs: { type: 'number' },
    failed: count,
    ended: count,
    rolledBack: count,
  }),
  TaskTimeline: object(
    {
      firstStatement: count,
      lastStatement: count,
      durationMs: { type: 'number' },
      buckets: list('TimelineBucket'),
      slowest: list('TaskStatement'),
    },
    ['lastStatement'],
  ),
  TaskPage: object(
    {
      items: list('Task'),
      totalItems: count,
      totalIsAtLeast: {
        type: 'boolean',
        description:
          'With `search` or a time: whether there may be more than `totalItems`, since not all were counted',
      },
    },
    ['totalIsAtLeast'],
  ),
  TaskStatementPage: page('TaskStatement'),
  ResultRowPage: object(
    {
      items: list('ResultRow'),
      totalItems: count,
      positions: {
        type: 'array',
        items: count,
        description: 'Of a view: where each row is in the result set, from 0',
      },
    },
    ['positions'],
  ),
  LogLinePage: object(
    {
      items: list('LogLine'),
      totalItems: count,
      firstPosition: {
        ...count,
        description:
          'With `after`: where the first of the items stands among all lines of the level, from 0',
      },
      nextLine: {
        ...count,
        description:
          'With `search`: the first line that was not looked at, when the log is so large that the time was over. `totalItems` counts the lines before it',
      },
    },
    ['firstPosition', 'nextLine'],
  ),
  ConnectionList: object({ items: list('Connection') }),
  ResultSetList: object({ items: list('ResultSet') }),
};
