/**
 * Where a task stands. `preparing` lasts from its creation until its first statement is sent; `completed`, `failed`
 * and `aborted` are final.
 *
 * @public
 */
export type TaskStatus =
  | 'preparing'
  | 'running'
  | 'completed'
  | 'failed'
  | 'aborted';

/**
 * Every {@link TaskStatus}, in the order in which a task can take them.
 *
 * @public
 */
export const TASK_STATUSES: readonly TaskStatus[] = [
  'preparing',
  'running',
  'completed',
  'failed',
  'aborted',
];

/**
 * Whether a task in this status will never change again.
 *
 * @public
 */
export function isFinalStatus(status: TaskStatus): boolean {
  return status !== 'preparing' && status !== 'running';
}

/**
 * What happens after a statement has failed: `abort` stops the task there, `continue` goes on with the next one.
 *
 * @public
 */
export type ErrorHandling = 'abort' | 'continue';

/**
 * What a task's statements are to each other: with `statement` each commits by itself unless the script says otherwise,
 * with `script` all of them take effect together or none does.
 *
 * @public
 */
export type TransactionMode = 'statement' | 'script';

/**
 * Why a task failed.
 *
 * @public
 */
export type TaskFailureCode =
  | 'connection-failed'
  | 'script-invalid'
  | 'implicit-commit'
  | 'statement-failed'
  | 'commit-failed'
  | 'timeout'
  | 'worker-lost'
  | 'shutdown'
  | 'storage-failed'
  | 'internal-error';

/**
 * Why a task failed, in a word for programs and a sentence for people.
 *
 * @public
 */
export interface TaskFailure {
  code: TaskFailureCode;
  message: string;
  /** The number of the statement that it happened at, from 1. */
  statement?: number;
}

/**
 * Why a task is still `preparing`.
 *
 * @public
 */
export interface TaskWaiting {
  /**
   * `connection-busy`: as many tasks as the connection allows are running on it; `worker-busy`: no worker has taken
   * it for some seconds although the connection could run it; `starting`: a worker holds the task and is connecting or
   * reading the script, or is about to take it.
   */
  cause: 'connection-busy' | 'worker-busy' | 'starting';
  /** The task's place in its connection's line, from 1. Absent when it is no longer in line. */
  position?: number;
}

/**
 * How far the ending of a task that is to be aborted has come: `requested` until its worker has heard of it,
 * `ending` while the database is told to end the statement under way, `rolling-back` while the database says that it
 * undoes what was not committed.
 *
 * @public
 */
export type AbortProgress = 'requested' | 'ending' | 'rolling-back';

/**
 * Where a task goes on that another one left.
 *
 * @public
 */
export interface TaskResumption {
  /** The id of the task that did not come to its end. It may be deleted since. */
  task: string;
  /** The first statement that is run, from 1. */
  statement: number;
}

/**
 * That results are gone: their time was over (`expired`), or somebody dropped them.
 *
 * @public
 */
export interface RemovedResults {
  at: string;
  reason: 'expired' | 'dropped';
}

/**
 * What can be done with a task beside looking at it. `resume` and `runAgain` make a new task of it.
 *
 * @public
 */
export type TaskAction =
  | 'abort'
  | 'delete'
  | 'readResults'
  | 'keepResults'
  | 'dropResults'
  | 'resume'
  | 'runAgain';

/**
 * A task as it goes over the wire, without its script. Times are ISO 8601 in UTC with milliseconds. A field without a
 * value is absent.
 *
 * @public
 */
export interface Task {
  id: string;
  name: string;
  description?: string;
  /** The id of the connection. */
  connection: string;
  /** The catalog entity that the connection is bound to, such as `resource:default/shop-db`. */
  entityRef: string;
  status: TaskStatus;
  /** The entity ref of the user who created the task. */
  createdBy: string;
  createdAt: string;
  /** When the first statement was sent. */
  startedAt?: string;
  finishedAt?: string;
  abortRequestedAt?: string;
  /** Present from the request to abort until the end. */
  abortProgress?: AbortProgress;
  delimiter: string;
  /** The most rows that are kept of one result set. */
  resultLimit: number;
  errorHandling: ErrorHandling;
  transactionMode: TransactionMode;
  executionTimeoutSeconds: number;
  /** Absent when single statements have no time limit of their own. */
  statementTimeoutSeconds?: number;
  scriptBytes: number;
  /** The SHA-256 of the script's bytes, in lower-case hex. */
  scriptSha256: string;
  /** Absent until the script has been read through. */
  totalStatements?: number;
  succeededStatements: number;
  failedStatements: number;
  /** Statements that succeeded and were undone with their transaction afterwards, without the script asking for it. */
  rolledBackStatements: number;
  affectedRows: number;
  /** How many result sets there are. */
  resultSets: number;
  /** The size of all of them as CSV, in bytes. */
  resultBytes: number;
  /** How many of them were cut off by a limit. */
  truncatedResultSets: number;
  /** When the results are removed. Present once the task is over, as long as it has results. */
  resultsExpireAt?: string;
  /** Present when the task had results that are gone. */
  resultsRemoved?: RemovedResults;
  failure?: TaskFailure;
  waiting?: TaskWaiting;
  /** Present when the task goes on where another one ended. */
  resumes?: TaskResumption;
  /** The ids of the tasks that go on where this one ended, oldest first, as far as the caller may see them. */
  resumedBy?: string[];
  /** The id of the task that this one is a copy of. It may be deleted since. */
  copyOf?: string;
  /** What the caller may do with the task now. */
  actions: TaskAction[];
}

/**
 * What it takes to create a task. The script is either given here or by the id of an uploaded one.
 *
 * @public
 */
export interface CreateTaskRequest {
  connection: string;
  name: string;
  sql?: string;
  scriptId?: string;
  delimiter?: string;
  resultLimit?: number;
  errorHandling?: ErrorHandling;
  transactionMode?: TransactionMode;
  executionTimeoutSeconds?: number;
  statementTimeoutSeconds?: number;
  description?: string;
}
