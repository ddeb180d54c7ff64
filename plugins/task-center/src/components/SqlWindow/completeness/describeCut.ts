import {
  Connection,
  ResultCutReason,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { formatBytes, formatCount, formatUser } from '../../common';

/**
 * Why the rows of a result set end where they do.
 *
 * @internal
 */
export interface Cut {
  /** For a tab or a list: `cut at 1,000 rows`. */
  short: string;
  /** Goes on from "The rows end here". */
  because: string;
  /** What can be done about it. */
  advice: string;
}

/**
 * Which limit cut a result set, and what to do about it. Undefined when none did.
 *
 * @internal
 */
export function describeCut(
  resultSet: ResultSet,
  task: Task,
  connection: Connection | undefined,
): Cut | undefined {
  const reason = reasonOf(resultSet, task);
  const limits = connection?.limits.resultBytes;
  switch (reason) {
    case 'rows':
      return {
        short: `cut at ${formatCount(task.resultLimit)} rows`,
        because: `the query result limit of ${formatCount(
          task.resultLimit,
        )} rows was reached`,
        advice: 'Run the task again with a higher limit to get the others.',
      };
    case 'result-bytes':
      return {
        short: 'cut at its size limit',
        because: `a result set may not be larger than ${sizeOf(
          limits?.resultSet,
        )} on this connection`,
        advice: 'Ask for fewer columns or rows, or in several statements.',
      };
    case 'task-bytes':
      return {
        short: "cut at the task's size limit",
        because: `the results of one task may not be larger than ${sizeOf(
          limits?.task,
        )} on this connection`,
        advice: 'Split the script into several tasks.',
      };
    case 'user-quota':
      return {
        short: 'cut for lack of space',
        because: `the results of ${formatUser(
          task.createdBy,
        )} take up all the space that there is for one person`,
        advice: 'Drop results that are not needed any more, then run it again.',
      };
    case 'overall-quota':
      return {
        short: 'cut for lack of space',
        because: 'there is no space left for results in the portal',
        advice:
          "Drop results that are not needed any more, or ask the portal's operators for space.",
      };
    default:
      return undefined;
  }
}

function reasonOf(
  { truncated, truncatedBy, rowCount }: ResultSet,
  { resultLimit }: Task,
): ResultCutReason | undefined {
  const isAtLimit = truncated && rowCount >= resultLimit;
  return truncatedBy ?? (isAtLimit ? 'rows' : undefined);
}

function sizeOf(bytes: number | undefined): string {
  return bytes === undefined ? 'its limit' : formatBytes(bytes);
}
