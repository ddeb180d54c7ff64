import { activity } from './activity';
import { entityTasks } from './entityTasks';
import { newTask } from './newTask';
import { taskList } from './taskList';
import { watch } from './watch';
import { taskLogs } from './taskLogs';
import { taskTimeline } from './taskTimeline';

/**
 * Every text of the pages, by its key.
 *
 * @internal
 */
export const en = {
  ...activity,
  ...entityTasks,
  ...newTask,
  ...taskList,
  ...watch,
  ...taskLogs,
  ...taskTimeline,
};
