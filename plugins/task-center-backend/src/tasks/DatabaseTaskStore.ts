import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import {
  RemovedResults,
  TaskWaiting,
} from 'backstage-plugin-task-center-common';
import { databaseNow, TaskRow } from '../database';
import { removeResultViews, RESULT_STREAM_PREFIX } from '../results';
import { appendLog, TaskSignals } from '../run';
import { ScriptStore } from '../scripts';
import { SegmentStore } from '../streams';
import { findWaiting } from './findWaiting';
import { listTasks } from './list';
import { findObstacle, findResumptions } from './resume';
import { NewTask, TaskList, TaskQuery, TaskStore } from './TaskStore';

const ACTIVE = ['preparing', 'running'];

const REMOVAL_MESSAGES = {
  expired: 'The results were removed: their time was over',
  dropped: 'The results were dropped',
};

/**
 * Keeps tasks in the plugin's own database.
 *
 * @internal
 */
export class DatabaseTaskStore implements TaskStore {
  /**
   * @param options - `reader` reads without waiting for those who write; default: `knex`. `signals` tell of changes
   */
  static create(options: {
    knex: Knex;
    reader?: Knex;
    segments: SegmentStore;
    scripts: ScriptStore;
    signals?: TaskSignals;
  }): DatabaseTaskStore {
    return new DatabaseTaskStore(
      options.knex,
      options.reader ?? options.knex,
      options.segments,
      options.scripts,
      options.signals,
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly reader: Knex,
    private readonly segments: SegmentStore,
    private readonly scripts: ScriptStore,
    private readonly signals: TaskSignals | undefined,
  ) {}

  async create(task: NewTask): Promise<TaskRow> {
    const row = await insertTask(this.knex, task);
    this.signals?.changed();
    return row;
  }

  async createResumption(
    task: NewTask & { resumes_task_id: string },
  ): Promise<{ created: TaskRow } | { obstacle: TaskRow }> {
    const id = task.resumes_task_id;
    const outcome = await this.knex.transaction(async transaction => {
      // Of two requests at the same time, the second one waits here, and finds what the first one made.
      await transaction('tasks').where({ id }).forUpdate();
      const resumptions = await findResumptions(transaction, [id]);
      const obstacle = findObstacle(resumptions.get(id));
      return obstacle
        ? { obstacle }
        : { created: await insertTask(transaction, task) };
    });
    this.told('created' in outcome);
    return outcome;
  }

  async findResumptions(ids: string[]): Promise<Map<string, TaskRow[]>> {
    return findResumptions(this.reader, ids);
  }

  async find(id: string): Promise<TaskRow | undefined> {
    return this.reader<TaskRow>('tasks').where({ id }).first();
  }

  async list(query: TaskQuery): Promise<TaskList> {
    return listTasks(this.reader, query);
  }

  async requestAbort(id: string): Promise<'aborted' | 'requested' | 'ended'> {
    const now = databaseNow(this.knex) as any;
    const waiting = await this.knex.transaction(async transaction => {
      const updated = await transaction<TaskRow>('tasks')
        .where({ id, status: 'preparing' })
        .whereNull('worker_id')
        .update({
          status: 'aborted',
          abort_requested_at: now,
          finished_at: now,
        });
      if (updated) {
        await appendLog(
          this.segments,
          id,
          'WARN',
          'The task was aborted while it waited; no statement was sent',
          transaction,
        );
      }
      return updated > 0;
    });
    if (waiting) {
      this.signals?.changed();
      return 'aborted';
    }
    const requested = await this.knex<TaskRow>('tasks')
      .where({ id })
      .whereIn('status', ACTIVE)
      .update({
        abort_requested_at: this.knex.raw('coalesce(abort_requested_at, ?)', [
          now,
        ]) as any,
      });
    return this.told(requested > 0) ? 'requested' : 'ended';
  }

  async remove(
    id: string,
    options: { unlessKept?: boolean } = {},
  ): Promise<boolean> {
    const isRemoved = await this.knex.transaction(async transaction => {
      const task = await transaction<TaskRow>('tasks').where({ id }).first();
      const removed = await transaction<TaskRow>('tasks')
        .where({ id })
        .whereNotIn('status', ACTIVE)
        .modify(query => options.unlessKept && this.onlyNotKept(query))
        .delete();
      if (!task || removed === 0) {
        return false;
      }
      await transaction('result_sets').where({ task_id: id }).delete();
      await removeResultViews(this.segments, id, transaction);
      await this.segments.remove([id], { transaction });
      await this.scripts.removeUnused([task.script_id], transaction);
      return true;
    });
    return this.told(isRemoved);
  }

  async findEndedWithResults(endedBeforeMs: number): Promise<string[]> {
    const tasks = await this.ended(endedBeforeMs)
      .select('id')
      .where('result_sets', '>', 0);
    return tasks.map(({ id }) => id);
  }

  async removeResults(
    id: string,
    reason: RemovedResults['reason'],
  ): Promise<boolean> {
    const areRemoved = await this.knex.transaction(async transaction => {
      const removed = await transaction('tasks')
        .where({ id })
        .whereNotIn('status', ACTIVE)
        .where('result_sets', '>', 0)
        .modify(query => reason === 'expired' && this.onlyNotKept(query))
        .update({
          result_sets: 0,
          result_bytes: 0,
          stored_result_bytes: 0,
          results_kept_until: null,
          results_removed_at: databaseNow(this.knex),
          results_removed_by: reason,
        });
      if (removed === 0) {
        return false;
      }
      await removeResultViews(this.segments, id, transaction);
      await this.segments.remove([id], {
        prefix: RESULT_STREAM_PREFIX,
        transaction,
      });
      await transaction('result_sets').where({ task_id: id }).delete();
      await appendLog(
        this.segments,
        id,
        'INFO',
        REMOVAL_MESSAGES[reason],
        transaction,
      );
      return true;
    });
    return this.told(areRemoved);
  }

  async keepResults(id: string, until: number): Promise<boolean> {
    const kept = await this.knex('tasks')
      .where({ id })
      .where('result_sets', '>', 0)
      .update({ results_kept_until: until });
    return this.told(kept > 0);
  }

  async findEnded(endedBeforeMs: number): Promise<string[]> {
    const tasks = await this.ended(endedBeforeMs).select('id');
    return tasks.map(({ id }) => id);
  }

  async waiting(
    rows: TaskRow[],
    places: Map<string, number>,
  ): Promise<Map<string, TaskWaiting>> {
    return findWaiting(this.reader, rows, places);
  }

  /** @returns whether something has changed, as it is given */
  private told(hasChanged: boolean): boolean {
    if (hasChanged) {
      this.signals?.changed();
    }
    return hasChanged;
  }

  private ended(beforeMs: number) {
    const query = this.knex<TaskRow>('tasks')
      .whereNotIn('status', ACTIVE)
      .whereRaw('finished_at < ? - ?', [databaseNow(this.knex), beforeMs]);
    this.onlyNotKept(query);
    return query;
  }

  private onlyNotKept(query: Knex.QueryBuilder): void {
    query.whereRaw('coalesce(results_kept_until, 0) < ?', [
      databaseNow(this.knex),
    ]);
  }
}

async function insertTask(knex: Knex, task: NewTask): Promise<TaskRow> {
  const [row] = await knex<TaskRow>('tasks')
    .insert({
      ...task,
      id: randomUUID(),
      status: 'preparing',
      created_at: databaseNow(knex) as any,
    })
    .returning('*');
  return row;
}
