/**
 * The texts on the catalog pages.
 *
 * @internal
 */
export const entityTasks = {
  'entityTasks.connections': 'The connections',
  'entityTasks.noConnection.title': 'No connection to this database',
  'entityTasks.noConnection.text':
    'Tasks can run here once an operator has added a connection under taskCenter.connections in the configuration of the portal, and you may use it. Its entityRef is',
  'entityTasks.noDatabase.title': 'No database that tasks can run on',
  'entityTasks.noDatabase.text':
    'Nothing that this depends on is a database with a connection in the Task Center that you may use.',
  'entityTasks.card.title': 'Tasks',
  'entityTasks.card.newTask': 'New task',
  'entityTasks.card.allTasks': 'All tasks',
  'entityTasks.card.tasks': 'The last tasks',
  'entityTasks.card.tasksSubject': 'The tasks',
  'entityTasks.card.noTasks': 'No task has run here yet.',
  'entityTasks.card.health': 'Health by day, last 30 days',
  'entityTasks.card.since': '30 days ago',
  'entityTasks.card.today': 'today',
} as const;
