import { LoggerService } from '@backstage/backend-plugin-api';
import { setImmediate } from 'node:timers/promises';
import { ScriptStore } from '../scripts';
import { TaskStore } from './TaskStore';

const UNUSED_SCRIPT_MS = 24 * 3600 * 1000;

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
    const removed = {
      tasks: await this.removeEach(await store.findEnded(tasksMs), id =>
        store.remove(id, { unlessKept: true }),
      ),
      results: await this.removeEach(
        await store.findEndedWithResults(resultsMs),
        id => store.removeResults(id, 'expired'),
      ),
      scripts: await this.removeEach(
        await scripts.findUnused(UNUSED_SCRIPT_MS),
        id => scripts.removeUnused([id]),
      ),
    };
    if (removed.tasks + removed.results + removed.scripts > 0) {
      logger.info(
        `Removed ${removed.tasks} tasks, the results of ${removed.results} and ${removed.scripts} unused scripts: their time was over`,
      );
    }
  }

  /** One that cannot be removed must not keep the others. */
  private async removeEach(
    ids: string[],
    remove: (id: string) => Promise<unknown>,
  ): Promise<number> {
    let count = 0;
    for (const id of ids) {
      // With SQLite there is nothing to wait for: nobody else would get a word in until all are removed.
      await setImmediate();
      try {
        count += (await remove(id)) === false ? 0 : 1;
      } catch (error: any) {
        this.options.logger.error(`Could not remove ${id}`, error);
      }
    }
    return count;
  }
}
