import { LoggerService } from '@backstage/backend-plugin-api';
import { ScriptStore } from '../scripts';
import { TaskStore } from './TaskStore';

const UNUSED_SCRIPT_MS = 24 * 3600 * 1000;
const TASKS_AT_ONCE = 100;

/**
 * @internal
 */
export interface TaskRetentionOptions {
  store: TaskStore;
  scripts: ScriptStore;
  logger: LoggerService;
  resultsMs: number;
  tasksMs: number;
}

/**
 * Removes what is kept no longer: results, then tasks, and scripts that were uploaded and never used.
 *
 * @internal
 */
export class TaskRetention {
  static create(options: TaskRetentionOptions): TaskRetention {
    return new TaskRetention(options);
  }

  private constructor(private readonly options: TaskRetentionOptions) {}

  async clean(): Promise<void> {
    const { store, scripts, logger, resultsMs, tasksMs } = this.options;
    const results = await store.removeResults(resultsMs);
    let tasks = 0;
    for (;;) {
      const ids = await store.findEnded(tasksMs, TASKS_AT_ONCE);
      for (const id of ids) {
        await store.remove(id);
      }
      tasks += ids.length;
      if (ids.length < TASKS_AT_ONCE) {
        break;
      }
    }
    const unused = await scripts.removeUnused(UNUSED_SCRIPT_MS);
    if (results + tasks + unused > 0) {
      logger.info(
        `Removed ${tasks} tasks, the results of ${results} and ${unused} unused scripts: their time was over`,
      );
    }
  }
}
