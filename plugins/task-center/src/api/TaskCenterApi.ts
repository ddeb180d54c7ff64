import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  Connection,
  CreateTaskRequest,
  LogLevelFilter,
  LogLine,
  Page,
  ResultRow,
  ResultSet,
  ResumeAdvice,
  ResumeTaskRequest,
  RunAgainRequest,
  StatementState,
  Task,
  TaskStatement,
  TaskStatus,
} from 'backstage-plugin-task-center-common';

/**
 * Which tasks to list, and how. Times are ISO 8601.
 *
 * @public
 */
export interface ListTasksRequest {
  connection?: string;
  status?: TaskStatus[];
  createdBy?: string;
  search?: string;
  createdAfter?: string;
  createdBefore?: string;
  orderBy?: `${'createdAt' | 'name' | 'status' | 'connection'}:${
    | 'asc'
    | 'desc'}`;
  limit?: number;
  offset?: number;
}

/**
 * A part of something that is read by position.
 *
 * @public
 */
export interface PageRequest {
  limit?: number;
  offset?: number;
  signal?: AbortSignal;
}

/**
 * Which lines of a log to read. `after` is the `index` of the last line already known.
 *
 * @public
 */
export interface LogRequest extends PageRequest {
  level?: LogLevelFilter;
  search?: string;
  after?: number;
}

/**
 * The service of Task Center. Every call throws a `ResponseError` whose message says what to do.
 *
 * @public
 */
export interface TaskCenterApi {
  listConnections(): Promise<Connection[]>;
  listTasks(
    request: ListTasksRequest,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Task>>;
  createTask(request: CreateTaskRequest): Promise<Task>;
  /** Uploads a script that is too large to be part of a task's request. */
  uploadScript(
    script: Blob,
  ): Promise<{ scriptId: string; bytes: number; sha256: string }>;
  getTask(id: string, options?: { signal?: AbortSignal }): Promise<Task>;
  getScript(id: string): Promise<string>;
  abortTask(id: string): Promise<Task>;
  deleteTask(id: string): Promise<void>;
  /** Where a task that did not come to its end can be resumed. */
  getResumeAdvice(
    id: string,
    options?: { signal?: AbortSignal },
  ): Promise<ResumeAdvice>;
  /** Makes a new task that goes on where a failed or aborted one ended. */
  resumeTask(id: string, request: ResumeTaskRequest): Promise<Task>;
  /** Makes a new task with the script and the settings of another one. */
  runTaskAgain(id: string, request?: RunAgainRequest): Promise<Task>;
  listStatements(
    id: string,
    request: PageRequest & { state?: StatementState[] },
  ): Promise<Page<TaskStatement>>;
  listResults(id: string): Promise<ResultSet[]>;
  getRows(
    id: string,
    resultSet: number,
    request: PageRequest,
  ): Promise<Page<ResultRow>>;
  getLogs(id: string, request: LogRequest): Promise<Page<LogLine>>;
  /** Where the browser fetches the zip of all result sets, with the cookie of the portal. */
  resultsDownloadUrl(id: string): Promise<string>;
  /** Where the browser fetches the whole log of a level, with the cookie of the portal. */
  logDownloadUrl(id: string, level: LogLevelFilter): Promise<string>;
}

/**
 * @public
 */
export const taskCenterApiRef = createApiRef<TaskCenterApi>().with({
  id: 'plugin.task-center.client',
  pluginId: 'task-center',
});
