import { activity } from './activity';
import { common } from './common';
import { completeness } from './completeness';
import { editor } from './editor';
import { entityTasks } from './entityTasks';
import { executionResult } from './executionResult';
import { newTask } from './newTask';
import { resultExport } from './resultExport';
import { resultGrid } from './resultGrid';
import { resultQuery } from './resultQuery';
import { resume } from './resume';
import { shortcuts } from './shortcuts';
import { sqlWindow } from './sqlWindow';
import { statements } from './statements';
import { status } from './status';
import { taskActions } from './taskActions';
import { taskDetails } from './taskDetails';
import { taskList } from './taskList';
import { taskLogs } from './taskLogs';
import { taskProblems } from './taskProblems';
import { taskSettings } from './taskSettings';
import { taskTimeline } from './taskTimeline';
import { watch } from './watch';

/**
 * Every text of the pages, by its key.
 *
 * @internal
 */
export const en = {
  ...activity,
  ...common,
  ...completeness,
  ...editor,
  ...entityTasks,
  ...executionResult,
  ...newTask,
  ...resultExport,
  ...resultGrid,
  ...resultQuery,
  ...resume,
  ...shortcuts,
  ...sqlWindow,
  ...statements,
  ...status,
  ...taskActions,
  ...taskDetails,
  ...taskList,
  ...taskLogs,
  ...taskProblems,
  ...taskSettings,
  ...taskTimeline,
  ...watch,
};
