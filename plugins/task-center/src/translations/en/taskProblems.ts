/**
 * What can be wrong with the fields of a new task.
 *
 * @internal
 */
export const taskProblems = {
  'taskProblems.connection.missing':
    'Choose the connection that the script runs on.',
  'taskProblems.connection.notAllowed':
    'You cannot create tasks on this connection. Choose another one.',
  'taskProblems.name.missing': 'Give the task a name.',
  'taskProblems.name.tooLong':
    'A name has at most {{max, number}} characters; this one has {{length, number}}.',
  'taskProblems.script.missing': 'Write a script, or drop a .sql file here.',
  'taskProblems.script.tooLarge':
    'The script has {{size}}; this connection takes at most {{max}}.',
  'taskProblems.script.empty':
    'The script has no statement: there are only blanks and comments.',
  'taskProblems.delimiter.missing':
    'Say what ends a statement, such as ; or //.',
  'taskProblems.delimiter.blank': 'A delimiter has no blanks and no backslash.',
  'taskProblems.delimiter.tooLong':
    'A delimiter has at most {{max, number}} characters.',
  'taskProblems.resultLimit.noNumber':
    'Write a whole number of rows, 1 or more.',
  'taskProblems.resultLimit.tooLarge':
    'This connection keeps at most {{max, number}} rows of a result.',
  'taskProblems.timeout.noNumber.seconds':
    'Write a number of seconds that makes whole seconds, 1 or more.',
  'taskProblems.timeout.noNumber.minutes':
    'Write a number of minutes that makes whole seconds, 1 or more.',
  'taskProblems.timeout.noNumber.hours':
    'Write a number of hours that makes whole seconds, 1 or more.',
  'taskProblems.timeout.tooLong': 'This connection allows at most {{max}}.',
  'taskProblems.description.tooLong':
    'A description has at most {{max, number}} characters.',
} as const;
