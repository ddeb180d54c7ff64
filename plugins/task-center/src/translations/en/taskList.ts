/**
 * The texts of the list of tasks.
 *
 * @internal
 */
export const taskList = {
  'taskList.pageTitle': 'Asynchronous Execution',
  'taskList.title': 'Tasks',
  'taskList.outdated': 'The list is not up to date.',
  'taskList.retry': 'Try again',
  'taskList.pageSize': 'Show {{size, number}} results',
  'taskList.rangeOfMore':
    '{{from, number}}–{{to, number}} of {{total, number}}+',
  'taskList.column.name': 'Task Name',
  'taskList.column.connection': 'Connection',
  'taskList.column.createdAt': 'Created At',
  'taskList.column.createdBy': 'Created By',
  'taskList.column.status': 'Task Status',
  'taskList.column.actions': 'Actions',
  'taskList.view': 'View',
  'taskList.view.named': 'View {{name}}',
  'taskList.abort': 'Abort',
  'taskList.abort.named': 'Abort {{name}}',
  'taskList.delete': 'Delete',
  'taskList.delete.named': 'Delete {{name}}',
  'taskList.filters': 'Filter tasks',
  'taskList.whose': 'Whose tasks',
  'taskList.mine': 'Mine',
  'taskList.all': 'All',
  'taskList.allConnections': 'All connections',
  'taskList.status': 'Status',
  'taskList.status.any': 'Any status',
  'taskList.status.preparing': 'Preparing',
  'taskList.status.running': 'Running',
  'taskList.status.completed': 'Completed',
  'taskList.status.failed': 'Failed',
  'taskList.status.aborted': 'Aborted',
  'taskList.creator': 'Created by',
  'taskList.created': 'Created',
  'taskList.created.any': 'Created any time',
  'taskList.created.1h': 'Last hour',
  'taskList.created.24h': 'Last 24 hours',
  'taskList.created.7d': 'Last 7 days',
  'taskList.created.30d': 'Last 30 days',
  'taskList.created.days': 'From day to day',
  'taskList.created.before': 'before {{time}}',
  'taskList.search': 'Search name or description',
  'taskList.search.placeholder': 'Name or description',
  'taskList.bulk': 'With the selected tasks',
  'taskList.bulk.selected_one': '{{count}} selected',
  'taskList.bulk.selected_other': '{{count}} selected',
  'taskList.bulk.abort_one': 'Abort {{count}}',
  'taskList.bulk.abort_other': 'Abort {{count}}',
  'taskList.bulk.delete_one': 'Delete {{count}}',
  'taskList.bulk.delete_other': 'Delete {{count}}',
  'taskList.bulk.clear': 'Select none',
  'taskList.bulk.more_one': 'and {{count}} more',
  'taskList.bulk.more_other': 'and {{count}} more',
  'taskList.bulk.progress': '{{done, number}} of {{all, number}} done',
  'taskList.bulk.failed': 'It worked for none of them.',
  'taskList.bulk.failed.some':
    'It worked for {{done, number}} of {{all, number}}. The tasks named above are left.',
  'taskList.bulk.abort.done_one': 'Abort of {{count}} task requested',
  'taskList.bulk.abort.done_other': 'Abort of {{count}} tasks requested',
  'taskList.bulk.delete.done_one': '{{count}} task deleted',
  'taskList.bulk.delete.done_other': '{{count}} tasks deleted',
  'taskList.resumes':
    'Continues another task from statement {{statement, number}}',
  'taskList.resumedBy_one': 'Continued by another task',
  'taskList.resumedBy_other':
    'Continued by {{count}} other tasks; shows the last',
  'taskList.bulk.abort.title_one': 'Abort {{count}} task?',
  'taskList.bulk.abort.title_other': 'Abort {{count}} tasks?',
  'taskList.bulk.abort.confirm_one': 'Abort {{count}} task',
  'taskList.bulk.abort.confirm_other': 'Abort {{count}} tasks',
  'taskList.bulk.abort.text':
    'The statements that run now are stopped on their databases, and no further ones are sent. What ran before stays done, but for tasks that are all or nothing: those are rolled back.',
  'taskList.bulk.abort.others_one':
    '{{count}} more is selected that has ended, or that you may not abort.',
  'taskList.bulk.abort.others_other':
    '{{count}} more are selected that have ended, or that you may not abort.',
  'taskList.bulk.delete.title_one': 'Delete {{count}} task?',
  'taskList.bulk.delete.title_other': 'Delete {{count}} tasks?',
  'taskList.bulk.delete.confirm_one': 'Delete {{count}} task',
  'taskList.bulk.delete.confirm_other': 'Delete {{count}} tasks',
  'taskList.bulk.delete.text':
    'The tasks, their scripts, records, results and logs are removed for good. What the scripts did in the databases stays as it is.',
  'taskList.bulk.delete.others_one':
    '{{count}} more is selected that has not ended, or that you may not delete.',
  'taskList.bulk.delete.others_other':
    '{{count}} more are selected that have not ended, or that you may not delete.',
  'taskList.empty.noMatch.title': 'No task matches',
  'taskList.empty.noMatch.text':
    'There may be tasks that these filters leave out.',
  'taskList.empty.clearFilters': 'Clear all filters',
  'taskList.empty.title': 'No tasks yet',
  'taskList.empty.newTask': 'New task',
  'taskList.empty.noConnections':
    'There is no database that you may use here. Operators add databases under taskCenter.connections in the configuration of the portal.',
  'taskList.empty.canCreate':
    'Hand over a SQL script, walk away, and come back to what it did and returned.',
  'taskList.empty.mayNotCreate':
    'You may look at tasks here, but not create one. Ask the owners of the database for access.',
} as const;
