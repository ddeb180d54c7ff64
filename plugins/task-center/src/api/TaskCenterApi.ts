import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  Activity,
  ActivityStep,
  Connection,
  CreateTaskRequest,
  DatabaseSchema,
  LogLevelFilter,
  LogLinePage,
  LogMatches,
  LogSearch,
  Page,
  ResultFormat,
  ResultMatches,
  ResultRowPage,
  ResultSet,
  ResultUsage,
  ResultView,
  ResultViewSpec,
  ResumeAdvice,
  ResumeTaskRequest,
  RowEstimate,
  RunAgainRequest,
  StatementState,
  Task,
  TaskStatement,
  TaskStatus,
  TaskTimeline,
} from 'backstage-plugin-task-center-common';

/**
 * Which tasks to list, and how. Times are ISO 8601.
 *
 * @public
 */
export interface ListTasksRequest {
  /** One or several. */
  connection?: string | string[];
  status?: TaskStatus[];
  createdBy?: string;
  search?: string;
  createdAfter?: string;
  createdBefore?: string;
  orderBy?: `${'createdAt' | 'name' | 'status' | 'connection' | 'createdBy'}:${
    | 'asc'
    | 'desc'}`;
  limit?: number;
  offset?: number;
}

/**
 * Which tasks to count, and in which parts of which time. Times are ISO 8601.
 *
 * @public
 */
export interface ActivityRequest {
  from: string;
  /** Not part of the time. */
  to: string;
  step: ActivityStep;
  /** Where days begin, such as `Europe/Zurich`. Default: UTC. */
  timeZone?: string;
  connection?: string | string[];
  createdBy?: string;
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
 * Which lines of a log to look for, and in which part of it.
 *
 * @public
 */
export interface FindInLogsRequest extends LogSearch {
  level?: LogLevelFilter;
  /** The first line to look at, from 0. Default: 0. */
  from?: number;
  /** The line behind the last one to look at. Default: the end. */
  to?: number;
  /** How many of the lines to name; all are counted. Default: 100. */
  limit?: number;
  signal?: AbortSignal;
}

/**
 * Which text to look for in a result set, and from which row on.
 *
 * @public
 */
export interface FindInResultsRequest {
  text: string;
  matchCase?: boolean;
  /** From 0. Default: 0. */
  from?: number;
  /** How many matches at most. Default: 100. */
  limit?: number;
  /** The view that is searched in place of the result set. */
  view?: string;
  signal?: AbortSignal;
}

/**
 * What of a task's results to download, and how its CSV files are written.
 *
 * @public
 */
export interface ResultsDownload {
  /** Default: all result sets. */
  sets?: number[];
  format?: ResultFormat;
}

/**
 * @public
 */
export interface UploadOptions {
  signal?: AbortSignal;
  /** Called now and then with how many bytes have been sent. */
  onProgress?(sentBytes: number): void;
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
  /** Counts tasks by the time of their creation. */
  getActivity(
    request: ActivityRequest,
    options?: { signal?: AbortSignal },
  ): Promise<Activity>;
  createTask(request: CreateTaskRequest): Promise<Task>;
  /** Uploads a script that is too large to be part of a task's request. */
  uploadScript(
    script: Blob,
    options?: UploadOptions,
  ): Promise<{ scriptId: string; bytes: number; sha256: string }>;
  /** The tables of a database that the caller may create tasks on, as they were within the last minute. */
  getSchema(
    connection: string,
    options?: { signal?: AbortSignal },
  ): Promise<DatabaseSchema>;
  /** How many rows statements would change, as the database estimates it without running them: one for each. */
  estimateRows(
    connection: string,
    statements: string[],
    options?: { signal?: AbortSignal },
  ): Promise<RowEstimate[]>;
  getTask(id: string, options?: { signal?: AbortSignal }): Promise<Task>;
  getScript(id: string): Promise<string>;
  /** The script byte for byte, whatever its encoding. */
  getScriptFile(id: string): Promise<Blob>;
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
    request: PageRequest & { view?: string },
  ): Promise<ResultRowPage>;
  /** Has the service filter and sort a whole result set, or finds what it has made ready already. */
  createResultView(
    id: string,
    resultSet: number,
    spec: ResultViewSpec,
    options?: { signal?: AbortSignal },
  ): Promise<ResultView>;
  getResultView(
    id: string,
    resultSet: number,
    view: string,
    options?: { signal?: AbortSignal },
  ): Promise<ResultView>;
  /** Does not wait for a view any more: what is being made and nobody waits for is ended. */
  leaveResultView(id: string, resultSet: number, view: string): Promise<void>;
  /** Looks for a text in a whole result set, for a second or two; `nextRow` says where to look on. */
  findInResults(
    id: string,
    resultSet: number,
    request: FindInResultsRequest,
  ): Promise<ResultMatches>;
  /** Keeps the results of a task until a time (ISO 8601) that is later than theirs. */
  keepResults(id: string, until: string): Promise<Task>;
  /** Removes the results of a task that has ended, and leaves its record. */
  dropResults(id: string): Promise<Task>;
  getResultUsage(options?: { signal?: AbortSignal }): Promise<ResultUsage>;
  getLogs(id: string, request: LogRequest): Promise<LogLinePage>;
  /** Looks for lines of a log, for half a second; `nextLine` says where to look on. */
  findInLogs(id: string, request: FindInLogsRequest): Promise<LogMatches>;
  /** Where the time of a task went, in so many parts of its script at most. */
  getTimeline(
    id: string,
    request?: { buckets?: number; signal?: AbortSignal },
  ): Promise<TaskTimeline>;
  /** Where the browser fetches the zip of result sets, with the cookie of the portal. */
  resultsDownloadUrl(id: string, download?: ResultsDownload): Promise<string>;
  /** Where the browser fetches one result set as CSV, with the cookie of the portal. */
  resultSetDownloadUrl(
    id: string,
    resultSet: number,
    format?: ResultFormat,
  ): Promise<string>;
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
