/**
 * The texts of the window with the results of a task.
 *
 * @internal
 */
export const sqlWindow = {
  'sqlWindow.pageTitle': 'Query Results of {{name}}',
  'sqlWindow.title': 'Results',
  'sqlWindow.subject': 'The results',
  'sqlWindow.loading': 'Loading the results',
  'sqlWindow.backToTask': 'Back to the task',
  'sqlWindow.gone': 'The results are gone',
  'sqlWindow.none': 'No result sets',
  'sqlWindow.none.notStarted':
    'The task has not sent its first statement yet. Result sets appear here as they arrive.',
  'sqlWindow.none.yet':
    'No statement has returned rows yet. Result sets appear here as they arrive.',
  'sqlWindow.none.failed':
    'No statement returned rows before the task failed: {{reason}}',
  'sqlWindow.none.aborted':
    'No statement returned rows before the task was aborted.',
  'sqlWindow.none.atAll': 'None of the statements returned rows.',
  'sqlWindow.notAllowed':
    'The rows of a task can be read by the person who created it and by the owners of the database. Ask one of them.',
  'sqlWindow.tabs': 'Result sets',
  'sqlWindow.tabs.before': '‹ {{number, number}} before',
  'sqlWindow.tabs.more': '{{number, number}} more ›',
  'sqlWindow.tabs.notAllRows': 'not all rows: {{reason}}',
  'sqlWindow.line': 'line {{line, number}}',
  'sqlWindow.statement': 'Statement {{statement, number}}',
  'sqlWindow.statement.cut':
    "Only the beginning of the statement is shown here; the task's page has the whole script.",
  'sqlWindow.rows': 'Rows of statement {{statement, number}}',
  'sqlWindow.rows.subject': 'The rows',
  'sqlWindow.rows.loading': 'Loading the rows',
  'sqlWindow.rows.failed': 'Some rows could not be loaded',
  'sqlWindow.rows.none': 'No rows',
  'sqlWindow.rows.none.columns':
    'The statement returned no rows of {{columns}}: {{names}}',
  'sqlWindow.rows.noneMatch': 'No row passes the filters',
  'sqlWindow.rows.noneMatch.loaded': 'No loaded row passes the filters',
  'sqlWindow.rows.noneMatch.why':
    'The rows of the set that are not loaded yet were not looked at.',
  'sqlWindow.rows.wholeSet': 'Look in the whole set',
  'sqlWindow.rows.removeFilters': 'Remove the filters',
  'sqlWindow.inSight':
    'row {{from, number}}–{{to, number}} of {{total, number}}',
  'sqlWindow.selection': '{{rows, number}} × {{columns, number}} cells',
  'sqlWindow.readOf': '{{read, number}} of {{total, number}} rows',
  'sqlWindow.whole': 'Whole set',
  'sqlWindow.loaded': 'Loaded rows',
  'sqlWindow.filter': 'Filter',
  'sqlWindow.columns': 'Columns',
  'sqlWindow.columns.some': 'Columns: {{shown, number}} of {{all, number}}',
  'sqlWindow.columns.find': 'Find a column',
  'sqlWindow.columns.shown': 'Shown columns',
  'sqlWindow.columns.none': 'No such column',
  'sqlWindow.columns.showAll': 'Show all',
  'sqlWindow.columns.showOnly': 'Show only these',
  'sqlWindow.columns.resetWidths': 'Reset widths',
} as const;
