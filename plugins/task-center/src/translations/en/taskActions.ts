/**
 * The texts about what can be done with a task, and of the dialogs that ask first.
 *
 * @internal
 */
export const taskActions = {
  'taskActions.more': 'More actions',
  'taskActions.more.named': 'More actions for {{name}}',
  'taskActions.abort': 'Abort',
  'taskActions.abort.title': 'Abort “{{name}}”?',
  'taskActions.abort.confirm': 'Abort task',
  'taskActions.abort.text':
    'The statement that runs now is stopped on the database, and no further one is sent. What ran before stays done.',
  'taskActions.abort.text.allOrNothing':
    'The statement that runs now is stopped on the database, and no further one is sent. What ran before is rolled back: all or nothing.',
  'taskActions.abort.text.waiting':
    'No statement of it has been sent yet, and none will be. Should it begin just now, the statement that runs then is stopped.',
  'taskActions.abort.failed': 'The task was not aborted and may still run.',
  'taskActions.delete': 'Delete',
  'taskActions.delete.title': 'Delete “{{name}}”?',
  'taskActions.delete.confirm': 'Delete task',
  'taskActions.delete.text':
    'The task, its script, the record of its statements and its log are removed for good. What the script did in the database stays as it is.',
  'taskActions.delete.text.withResults':
    'The task, its script, the record of its statements, its log and {{resultSets}} are removed for good. What the script did in the database stays as it is.',
  'taskActions.delete.failed': 'The task was not deleted.',
  'taskActions.runAgain': 'Run again',
  'taskActions.runAgain.title': 'Run “{{name}}” again?',
  'taskActions.runAgain.name': 'Task Name',
  'taskActions.runAgain.text':
    'A new task runs the same script from its beginning, with the same settings. What the script has changed already stays changed.',
  'taskActions.runAgain.text.resumed':
    'A new task runs the same script from statement {{statement, number}} on, as this one did, with the same settings. What the script has changed already stays changed.',
  'taskActions.newTask': 'New task from this',
  'taskActions.copyLink': 'Copy link',
  'taskActions.copyLink.copied': 'Link copied',
  'taskActions.copyLink.failed': 'Could not copy the link',
} as const;
