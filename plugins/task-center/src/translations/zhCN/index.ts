import { en } from '../en';
import { activity } from './activity';
import { entityTasks } from './entityTasks';
import { newTask } from './newTask';
import { taskList } from './taskList';
import { watch } from './watch';
import { taskLogs } from './taskLogs';
import { taskTimeline } from './taskTimeline';

/** Every text of the pages in Simplified Chinese. */
const zhCN: Record<keyof typeof en, string> = {
  ...activity,
  ...entityTasks,
  ...newTask,
  ...taskList,
  ...watch,
  ...taskLogs,
  ...taskTimeline,
};

export default zhCN;
