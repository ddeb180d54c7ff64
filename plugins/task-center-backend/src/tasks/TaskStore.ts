import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  RemovedResults,
  TaskStatus,
  TaskWaiting,
} from 'backstage-plugin-task-center-common';
import { TaskRow } from '../database';

/**
 * A condition on a column of a task.
 *
 * @internal
 */
export interface ColumnFilter {
  column: 'created_by' | 'connection' | 'engine' | 'entity_ref';
  values: string[];
}

/**
 * Which tasks to list, and how. Times are in ms since 1970 UTC.
 *
 * @internal
 */
export interface TaskQuery {
  /** Those of any of these connections. */
  connection?: string[];
  status?: TaskStatus[];
  createdBy?: string;
  /** Part of the name or the description, in any case. */
  search?: string;
  createdAfter?: number;
  createdBefore?: number;
  orderBy: 'createdAt' | 'name' | 'status' | 'connection' | 'createdBy';
  descending: boolean;
  limit: number;
  offset: number;
  /** What else a task must meet, such as the caller's permissions. */
  criteria?: PermissionCriteria<ColumnFilter>;
}

/**
 * A page of tasks.
 *
 * @internal
 */
export interface TaskList {
  rows: TaskRow[];
  /** How many tasks meet the query. */
  totalItems: number;
  /** Whether there may be more than that: they were not all counted. */
  totalIsAtLeast?: boolean;
}

/**
 * What a task is created with.
 *
 * @internal
 */
export type NewTask = Pick<
  TaskRow,
  | 'name'
  | 'description'
  | 'connection'
  | 'entity_ref'
  | 'engine'
  | 'created_by'
  | 'delimiter'
  | 'result_limit'
  | 'error_handling'
  | 'transaction_mode'
  | 'execution_timeout_seconds'
  | 'statement_timeout_seconds'
  | 'script_id'
  | 'script_bytes'
  | 'script_sha256'
> &
  Partial<
    Pick<
      TaskRow,
      | 'copy_of_task_id'
      | 'resumes_task_id'
      | 'first_statement'
      | 'dispatched_through'
    >
  >;

/**
 * Keeps tasks.
 *
 * @internal
 */
export interface TaskStore {
  create(task: NewTask): Promise<TaskRow>;
  /**
   * Creates a task that goes on where another one ended, unless one did that already.
   *
   * @returns the new task, or the one that stands against it
   */
  createResumption(
    task: NewTask & { resumes_task_id: string },
  ): Promise<{ created: TaskRow } | { obstacle: TaskRow }>;
  /** The tasks that go on where these ended, oldest first. */
  findResumptions(ids: string[]): Promise<Map<string, TaskRow[]>>;
  find(id: string): Promise<TaskRow | undefined>;
  list(query: TaskQuery): Promise<TaskList>;
  /**
   * Notes that a task is to be aborted; ends it at once when no worker holds it.
   *
   * @returns `ended` when the task had ended before; nothing is changed then
   */
  requestAbort(id: string): Promise<'aborted' | 'requested' | 'ended'>;
  /**
   * Removes an ended task with all that it left.
   *
   * @param options - `unlessKept` leaves it there when somebody wants its rows to be kept by now
   * @returns whether it was removed
   */
  remove(id: string, options?: { unlessKept?: boolean }): Promise<boolean>;
  /**
   * Removes the rows that an ended task returned. Those whose time is over are left there when somebody wants them to be
   * kept by now.
   *
   * @returns whether they were removed
   */
  removeResults(id: string, reason: RemovedResults['reason']): Promise<boolean>;
  /**
   * Keeps the rows that an ended task returned, and so the task.
   *
   * @param until - in ms since 1970 UTC
   * @returns whether they were still there
   */
  keepResults(id: string, until: number): Promise<boolean>;
  /** The ids of the tasks that ended longer ago than this, without those whose rows somebody wants to keep for longer. */
  findEnded(endedBeforeMs: number): Promise<string[]>;
  /** The ids of those among them whose rows are still there. */
  findEndedWithResults(endedBeforeMs: number): Promise<string[]>;
  /** Why tasks wait, for those of these that do. */
  waiting(
    rows: TaskRow[],
    places: Map<string, number>,
  ): Promise<Map<string, TaskWaiting>>;
}
