/**
 * The texts of the settings of a new task.
 *
 * @internal
 */
export const taskSettings = {
  'taskSettings.connection': 'Connection',
  'taskSettings.connection.choose': 'Choose a database',
  'taskSettings.connection.find': 'Find a connection',
  'taskSettings.noConnections.title':
    'There is no database on which you can create tasks',
  'taskSettings.noConnections.text':
    "Ask the portal's operators for access to a connection.",
  'taskSettings.loading': 'Loading the form',
  'taskSettings.commit': 'Commit',
  'taskSettings.commit.statement': 'Each statement by itself',
  'taskSettings.commit.statement.hint':
    'What has run stays done, unless the script opens a transaction of its own.',
  'taskSettings.commit.script': 'All or nothing: one transaction',
  'taskSettings.commit.script.hint':
    'After a failure, an abort or a timeout everything is rolled back. A script with statements that end a transaction is refused before anything runs.',
  'taskSettings.commit.script.hint.mysql':
    'After a failure, an abort or a timeout everything is rolled back. A script with statements that end a transaction (such as CREATE TABLE, ALTER TABLE or COMMIT) is refused before anything runs.',
  'taskSettings.commit.script.hint.postgres':
    'After a failure, an abort or a timeout everything is rolled back. A script with statements that end a transaction (such as COMMIT, VACUUM or CREATE INDEX CONCURRENTLY) is refused before anything runs.',
  'taskSettings.commit.script.hint.sqlite':
    'After a failure, an abort or a timeout everything is rolled back. A script with statements that end a transaction (such as COMMIT or VACUUM) is refused before anything runs.',
  'taskSettings.errorHandling': 'Error handling',
  'taskSettings.errorHandling.abort': 'Stop at the first failure',
  'taskSettings.errorHandling.continue': 'Continue with the next statement',
  'taskSettings.errorHandling.hint':
    'All or nothing stops at the first failure: after it, nothing takes effect.',
  'taskSettings.delimiter': 'Delimiter',
  'taskSettings.delimiter.hint': 'What ends a statement',
  'taskSettings.delimiter.common': 'Common delimiters',
  'taskSettings.delimiter.use': 'Use {{delimiter}} as the delimiter',
  'taskSettings.resultLimit': 'Query result limit',
  'taskSettings.resultLimit.hint': 'Rows kept of each result',
  'taskSettings.resultLimit.hint.limits':
    'Rows kept of each result, at most {{rows, number}} and {{size}}; of all results of the task, {{all}}',
  'taskSettings.executionTimeout': 'Execution timeout',
  'taskSettings.executionTimeout.hint': 'For the whole task',
  'taskSettings.executionTimeout.hint.limit':
    'For the whole task, at most {{time}}',
  'taskSettings.statementTimeout': 'Statement timeout',
  'taskSettings.statementTimeout.hint': 'For each statement',
  'taskSettings.statementTimeout.none': 'none',
  'taskSettings.default': '{{value}} (default)',
  'taskSettings.unit': '{{label}}: unit',
  'taskSettings.unit.seconds': 'seconds',
  'taskSettings.unit.minutes': 'minutes',
  'taskSettings.unit.hours': 'hours',
  'taskSettings.brief.allOrNothing': 'all or nothing',
  'taskSettings.brief.abort': 'stop at the first failure',
  'taskSettings.brief.continue': 'continue after a failure',
  'taskSettings.brief.rows': '{{rows}} rows per result',
  'taskSettings.brief.rows.default': 'default rows per result',
  'taskSettings.brief.rows.invalid': 'query result limit not valid',
  'taskSettings.brief.time': '{{value}} {{unit}}',
  'taskSettings.brief.executionTimeout.invalid': 'execution timeout not valid',
  'taskSettings.brief.statementTimeout': '{{time}} per statement',
  'taskSettings.brief.statementTimeout.invalid': 'statement timeout not valid',
  'taskSettings.brief.delimiter': 'delimiter {{delimiter}}',
  'taskSettings.brief.delimiter.invalid': 'delimiter not valid',
} as const;
