/**
 * The texts of the list of tasks.
 *
 * @internal
 */
export const taskList = {
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
};
