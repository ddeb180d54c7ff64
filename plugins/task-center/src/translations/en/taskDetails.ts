/**
 * The texts of the details of a task.
 *
 * @internal
 */
export const taskDetails = {
  'taskDetails.label': 'Details of the task',
  'taskDetails.loading': 'Loading the task',
  'taskDetails.subject': 'The task',
  'taskDetails.outdated': 'What you see is not up to date.',
  'taskDetails.allTasks': 'All tasks',
  'taskDetails.pageTitle': '{{name}} · {{status}}',
  'taskDetails.notFound.title': 'There is no such task',
  'taskDetails.notFound.text':
    'It may have been deleted, or you may not see it.',
  'taskDetails.tab.information': 'Task Information',
  'taskDetails.tab.statements': 'Statements',
  'taskDetails.tab.logs': 'Task Logs',
  'taskDetails.openAsPage': 'Open as a page',
  'taskDetails.width': 'Width of the details',
  'taskDetails.status': 'Status: {{status}}',
  'taskDetails.created': 'created {{time}}',
  'taskDetails.started': 'started {{clock}}, {{time}}',
  'taskDetails.took': 'took',
  'taskDetails.runningFor': 'running for',
  'taskDetails.resumes':
    'Resumes {{task}} from statement {{statement, number}}',
  'taskDetails.copyOf': 'Copy of {{task}}',
  'taskDetails.resumedAs': 'Resumed as {{tasks}}',
  'taskDetails.resumedAs.more':
    'Resumed as {{tasks}} and {{number, number}} more',
  'taskDetails.waiting.connection_one':
    'Waits for a free place on {{connection}}, which takes {{count, number}} task at a time.',
  'taskDetails.waiting.connection_other':
    'Waits for a free place on {{connection}}, which takes {{count, number}} tasks at a time.',
  'taskDetails.waiting.someConnection':
    'Waits for a free place on the connection.',
  'taskDetails.waiting.worker':
    'Waits for a worker: all of them run as many tasks as they can.',
  'taskDetails.waiting.starting':
    'A worker has taken the task: it reads the script through and connects to the database.',
  'taskDetails.waiting.next': 'It is the next in line.',
  'taskDetails.waiting.place': 'It is {{place}} in line.',
  'taskDetails.basic': 'Basic Information',
  'taskDetails.basic.name': 'Task Name',
  'taskDetails.basic.id': 'Task ID',
  'taskDetails.basic.connection': 'Connection',
  'taskDetails.basic.createdBy': 'Created By',
  'taskDetails.basic.createdAt': 'Created At',
  'taskDetails.basic.startedAt': 'Started At',
  'taskDetails.basic.finishedAt': 'Finished At',
  'taskDetails.basic.moment': '{{exact}} ({{relative}})',
  'taskDetails.basic.delimiter': 'Delimiter',
  'taskDetails.basic.resultLimit': 'Query Result Limit',
  'taskDetails.basic.errorHandling': 'Task Error Handling',
  'taskDetails.basic.errorHandling.abort': 'Stop at the first failed statement',
  'taskDetails.basic.errorHandling.continue':
    'Continue with the next statement',
  'taskDetails.basic.commit': 'Commit',
  'taskDetails.basic.commit.script': 'All or nothing: one transaction',
  'taskDetails.basic.commit.statement': 'Each statement by itself',
  'taskDetails.basic.executionTimeout': 'Execution Timeout',
  'taskDetails.basic.statementTimeout': 'Statement Timeout',
  'taskDetails.basic.statementTimeout.none': 'None',
  'taskDetails.basic.script': 'Script',
  'taskDetails.basic.script.size': '{{statements}}, {{size}}',
  'taskDetails.basic.sha': 'Script SHA-256',
  'taskDetails.basic.description': 'Description',
  'taskDetails.sql': 'SQL Content',
  'taskDetails.sql.subject': 'The script',
  'taskDetails.sql.tooLarge':
    'The script has {{size}}, too much to show here. Download it to read it, or see its statements under Statements.',
  'taskDetails.failures': 'Execution Failure Records ({{number, number}})',
  'taskDetails.failures.subject': 'The failure records',
  'taskDetails.failures.statement':
    'Statement {{number, number}}: show it among the statements',
  'taskDetails.failures.inScript': 'Show line {{line, number}} of the script',
  'taskDetails.failures.line': 'Line',
  'taskDetails.failures.code': 'Code',
  'taskDetails.failures.message': 'Message',
} as const;
