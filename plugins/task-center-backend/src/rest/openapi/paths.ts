import {
  ACTIVITY_STEPS,
  LOG_LEVEL_FILTERS,
  STATEMENT_STATES,
  TASK_STATUSES,
} from 'backstage-plugin-task-center-common';

const MAX_PAGE = 1_000;

const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of the task',
  schema: { type: 'string' },
};

const connectionId = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of the connection',
  schema: { type: 'string' },
};

function query(name: string, schema: object, description?: string): object {
  // Entity refs hold colons and slashes, which browsers send as they are.
  return {
    name,
    in: 'query',
    required: false,
    allowReserved: true,
    schema,
    description,
  };
}

function mandatory(parameter: object): object {
  return { ...parameter, required: true };
}

function position(minimum: number): object {
  return { type: 'integer', minimum, maximum: Number.MAX_SAFE_INTEGER };
}

const paging = [
  query('limit', { type: 'integer', minimum: 0, maximum: MAX_PAGE }),
  query('offset', position(0)),
];

const resultSet = {
  name: 'n',
  in: 'path',
  required: true,
  description: 'The number of the result set, from 1',
  schema: { type: 'integer', minimum: 1, maximum: 2 ** 31 - 1 },
};

const resultView = {
  name: 'view',
  in: 'path',
  required: true,
  description: 'The id of the view',
  schema: { type: 'string' },
};

const resultFormat = [
  query('bom', { type: 'boolean' }, 'Begin CSV files with a byte order mark'),
  query(
    'separator',
    { type: 'string', enum: ['comma', 'semicolon', 'tab', 'pipe'] },
    'Default: comma',
  ),
  query('nullText', { type: 'string' }, 'What stands for NULL'),
  query(
    'neutralizeFormulas',
    { type: 'boolean' },
    "Put a ' before texts that a spreadsheet would take for a formula",
  ),
];

const connection = query(
  'connection',
  { type: 'array', items: { type: 'string' } },
  'Tasks of any of these connections',
);

const level = query('level', {
  type: 'string',
  enum: [...LOG_LEVEL_FILTERS],
});

function json(schema: string, description: string): object {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

function body(schema: string, required: boolean): object {
  return {
    required,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

function file(type: string, description: string): object {
  return { description, content: { [type]: { schema: { type: 'string' } } } };
}

function operation(
  operationId: string,
  summary: string,
  responses: Record<string, object>,
  parameters: object[] = [],
): Record<string, unknown> {
  return {
    operationId,
    summary,
    parameters,
    responses: {
      ...responses,
      default: {
        description: 'An error, with a sentence that says what to do',
      },
    },
  };
}

/**
 * The routes and what they take.
 *
 * @internal
 */
export const paths = {
  '/connections': {
    get: operation('listConnections', 'The connections that you may use', {
      200: json('ConnectionList', 'In the order of the configuration'),
    }),
  },
  '/connections/{id}/schema': {
    get: operation(
      'getConnectionSchema',
      'The tables and columns of a database that you may create tasks on',
      { 200: json('DatabaseSchema', 'As they were within the last minute') },
      [connectionId],
    ),
  },
  '/connections/{id}/estimates': {
    post: {
      ...operation(
        'estimateRows',
        'How many rows statements would change, as the database estimates it without running them',
        { 200: json('RowEstimateList', 'One for each statement') },
        [connectionId],
      ),
      requestBody: body('EstimateRequest', true),
    },
  },
  '/activity': {
    get: operation(
      'getActivity',
      'How many tasks that you may see were created when, and what became of them',
      { 200: json('Activity', 'Counts by time and by connection') },
      [
        mandatory(query('from', { type: 'string' }, 'ISO 8601')),
        mandatory(query('to', { type: 'string' }, 'ISO 8601')),
        query(
          'step',
          { type: 'string', enum: [...ACTIVITY_STEPS] },
          'The width of a part of the time. Default: 1h',
        ),
        query(
          'timeZone',
          { type: 'string' },
          'Where quarters of days and days begin. Default: UTC',
        ),
        connection,
        query('createdBy', { type: 'string' }, 'An entity ref'),
      ],
    ),
  },
  '/scripts': {
    post: {
      ...operation('uploadScript', 'Upload a script of any size', {
        201: json('Script', 'Where a task finds it'),
      }),
      requestBody: {
        required: true,
        content: {
          'application/sql': { schema: { type: 'string', format: 'binary' } },
        },
      },
    },
  },
  '/tasks': {
    get: operation(
      'listTasks',
      'The tasks that you may see',
      { 200: json('TaskPage', 'A page of tasks') },
      [
        connection,
        query('status', {
          type: 'array',
          items: { type: 'string', enum: [...TASK_STATUSES] },
        }),
        query('createdBy', { type: 'string' }, 'An entity ref'),
        query('search', { type: 'string' }, 'Part of name or description'),
        query('createdAfter', { type: 'string' }, 'ISO 8601'),
        query('createdBefore', { type: 'string' }, 'ISO 8601'),
        query(
          'orderBy',
          {
            type: 'string',
            pattern:
              '^(createdAt|name|status|connection|createdBy)(:(asc|desc))?$',
          },
          'Default: createdAt:desc',
        ),
        ...paging,
      ],
    ),
    post: {
      ...operation('createTask', 'Hand over a script', {
        201: json('Task', 'The task'),
      }),
      requestBody: body('CreateTaskRequest', true),
    },
  },
  '/tasks/{id}': {
    get: operation('getTask', 'A task', { 200: json('Task', 'The task') }, [
      id,
    ]),
    delete: operation(
      'deleteTask',
      'Remove an ended task with all that it left',
      { 204: { description: 'It is gone' } },
      [id],
    ),
  },
  '/tasks/{id}/script': {
    get: operation(
      'getScript',
      'The script, byte for byte',
      { 200: file('application/sql', 'The script') },
      [id],
    ),
  },
  '/tasks/{id}/abort': {
    post: operation(
      'abortTask',
      'Ask for the end of a task',
      { 202: json('Task', 'The task; it is aborted when its status says so') },
      [id],
    ),
  },
  '/tasks/{id}/run-again': {
    post: {
      ...operation(
        'runTaskAgain',
        'Make a new task with the script and all settings of this one',
        { 201: json('Task', 'The new task') },
        [id],
      ),
      requestBody: body('RunAgainRequest', false),
    },
  },
  '/tasks/{id}/resume': {
    get: operation(
      'getResumeAdvice',
      'Where a failed or aborted task can be resumed, as far as its record tells',
      { 200: json('ResumeAdvice', 'The advice') },
      [id],
    ),
    post: {
      ...operation(
        'resumeTask',
        'Make a new task that goes on where this one ended',
        { 201: json('Task', 'The new task') },
        [id],
      ),
      requestBody: body('ResumeTaskRequest', true),
    },
  },
  '/tasks/{id}/statements': {
    get: operation(
      'listStatements',
      'The ledger: what became of each statement',
      { 200: json('TaskStatementPage', 'A page of statements') },
      [
        id,
        query('state', {
          type: 'array',
          items: { type: 'string', enum: [...STATEMENT_STATES] },
        }),
        ...paging,
      ],
    ),
  },
  '/tasks/{id}/results': {
    get: operation(
      'listResults',
      'The result sets',
      { 200: json('ResultSetList', 'In the order of their statements') },
      [id],
    ),
    delete: operation(
      'dropResults',
      'Remove the results of an ended task and leave its record',
      { 200: json('Task', 'The task') },
      [id],
    ),
  },
  '/tasks/{id}/results/keep': {
    post: {
      ...operation(
        'keepResults',
        'Keep the results of an ended task for longer',
        { 200: json('Task', 'The task') },
        [id],
      ),
      requestBody: body('KeepResultsRequest', true),
    },
  },
  '/results/usage': {
    get: operation('getResultUsage', 'How much room results take', {
      200: json('ResultUsage', 'Yours and those of all'),
    }),
  },
  '/tasks/{id}/results/download': {
    get: operation(
      'downloadResults',
      'A zip with a CSV per result set and a manifest',
      {
        200: file('application/zip', 'The zip'),
        206: file('application/zip', 'The part that was asked for'),
      },
      [
        id,
        query(
          'set',
          { type: 'array', items: { type: 'integer', minimum: 1 } },
          'The numbers of result sets. Default: all',
        ),
        ...resultFormat,
      ],
    ),
  },
  '/tasks/{id}/results/{n}/download': {
    get: operation(
      'downloadResultSet',
      'A result set as CSV',
      {
        200: file('text/csv', 'The CSV'),
        206: file('text/csv', 'The part that was asked for'),
      },
      [id, resultSet, ...resultFormat],
    ),
  },
  '/tasks/{id}/results/{n}/rows': {
    get: operation(
      'getRows',
      'Rows of a result set',
      { 200: json('ResultRowPage', 'A page of rows') },
      [
        id,
        resultSet,
        query('view', { type: 'string' }, 'Rows of this view of it'),
        ...paging,
      ],
    ),
  },
  '/tasks/{id}/results/{n}/views': {
    post: {
      ...operation(
        'createResultView',
        'Have all rows of a result set filtered and sorted',
        {
          200: json('ResultView', 'The view that was asked for before'),
          201: json('ResultView', 'A new view'),
        },
        [id, resultSet],
      ),
      requestBody: body('ResultViewSpec', true),
    },
  },
  '/tasks/{id}/results/{n}/views/{view}': {
    get: operation(
      'getResultView',
      'How far a view is',
      { 200: json('ResultView', 'The view') },
      [id, resultSet, resultView],
    ),
    delete: operation(
      'leaveResultView',
      'Not to wait for a view any more. What is being made and nobody waits for is ended; what is ready stays',
      { 204: { description: 'The caller does not wait any more' } },
      [id, resultSet, resultView],
    ),
  },
  '/tasks/{id}/results/{n}/find': {
    get: operation(
      'findInResults',
      'Look for a text in a result set, for about a second',
      { 200: json('ResultMatches', 'Where it is, and where to look on') },
      [
        id,
        resultSet,
        {
          name: 'text',
          in: 'query',
          required: true,
          allowReserved: true,
          schema: { type: 'string', minLength: 1, maxLength: 1_000 },
        },
        query('matchCase', { type: 'boolean' }),
        query('from', position(0), 'The first row to look at, from 0'),
        query(
          'limit',
          { type: 'integer', minimum: 1, maximum: MAX_PAGE },
          'How many matches are enough; those of a row come together',
        ),
        query('view', { type: 'string' }, 'The view to search'),
      ],
    ),
  },
  '/tasks/{id}/timeline': {
    get: operation(
      'getTimeline',
      'How long the statements took, in parts of the script',
      { 200: json('TaskTimeline', 'Where the time went') },
      [
        id,
        query(
          'buckets',
          { type: 'integer', minimum: 1, maximum: 500 },
          'How many parts at most. Default: 120',
        ),
      ],
    ),
  },
  '/tasks/{id}/logs': {
    get: operation(
      'getLogs',
      'Lines of the log',
      { 200: json('LogLinePage', 'A page of lines') },
      [
        id,
        level,
        query(
          'search',
          { type: 'string' },
          'Part of the message, in any case. It is looked for for about five seconds',
        ),
        query(
          'after',
          position(-1),
          'Only lines behind the one with this index',
        ),
        ...paging,
      ],
    ),
  },
  '/tasks/{id}/logs/find': {
    get: operation(
      'findInLogs',
      'Look for lines of the log, for about half a second',
      { 200: json('LogMatches', 'Where they are, and where to look on') },
      [
        id,
        {
          name: 'text',
          in: 'query',
          required: true,
          allowReserved: true,
          schema: { type: 'string', minLength: 1, maxLength: 1_000 },
        },
        query(
          'regex',
          { type: 'boolean' },
          'Whether the text is a regular expression, in the syntax of RE2',
        ),
        query('matchCase', { type: 'boolean' }),
        level,
        query('from', position(0), 'The first line to look at, from 0'),
        query('to', position(0), 'The line behind the last one to look at'),
        query(
          'limit',
          { type: 'integer', minimum: 0, maximum: MAX_PAGE },
          'How many lines to name; all are counted',
        ),
      ],
    ),
  },
  '/tasks/{id}/logs/download': {
    get: operation(
      'downloadLogs',
      'The whole log of a level',
      { 200: file('text/plain', 'The log') },
      [id, level],
    ),
  },
};
