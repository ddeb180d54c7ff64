import { TaskStatement } from './TaskStatement';

/**
 * A statement that is named to a person.
 *
 * @public
 */
export type StatementMention = Pick<TaskStatement, 'index' | 'line' | 'text'>;

/**
 * Where a task that did not come to its end can be resumed, as far as its record tells.
 *
 * @public
 */
export interface ResumeAdvice {
  /**
   * Where going on runs nothing twice and leaves nothing out. Absent when the record does not tell: then somebody has
   * to look into the database for what became of the `unknown` statements.
   */
  fromStatement?: number;
  /** The statements of which nobody knows whether they took effect. */
  unknown?: { from: number; to: number };
  /** The first statement that was certainly never sent; one behind the last when all may have been. */
  neverSentFrom: number;
  /** A sentence that says why. */
  reason: string;
  /** The script's SHA-256, in lower-case hex, to be sent along when the task is resumed. */
  scriptSha256: string;
  /** Settings of the session before that statement, which a resumed task makes again: `USE`, `SET`. The first 100. */
  repeated: StatementMention[];
  /** What else the statements before it left in the session, which is gone with it: variables, temporary tables. The first 100. */
  lost: StatementMention[];
}

/**
 * What it takes to resume a task.
 *
 * @public
 */
export interface ResumeTaskRequest {
  fromStatement: number;
  /** What the script's SHA-256 is thought to be; refused with a conflict when it is not. */
  scriptSha256?: string;
  /** Default: the name of the task. */
  name?: string;
}

/**
 * What it takes to run a task again.
 *
 * @public
 */
export interface RunAgainRequest {
  /** Default: the name of the task. */
  name?: string;
}
