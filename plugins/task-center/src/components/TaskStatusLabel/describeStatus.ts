import {
  Task,
  TaskFailure,
  TaskFailureCode,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import { formatCount, formatOrdinal } from '../common/format';

/**
 * How a status looks: its icon and colour.
 *
 * @internal
 */
export type StatusTone =
  | 'waiting'
  | 'running'
  | 'succeeded'
  | 'warning'
  | 'failed'
  | 'aborted';

/**
 * A task's status in words.
 *
 * @internal
 */
export interface StatusDescription {
  tone: StatusTone;
  /** The status, with the reason where it helps: `Failed at statement 7`. */
  label: string;
  /** What changes while the task goes on: `1,204 / 5,000`. */
  detail?: string;
  /** From 0 to 1; present while the task runs and its end is known. */
  progress?: number;
}

const FAILURES: Partial<Record<TaskFailureCode, string>> = {
  'connection-failed': 'Failed to connect',
  'script-invalid': 'Failed: script not readable',
  timeout: 'Failed: timed out',
  'worker-lost': 'Failed: worker lost',
  shutdown: 'Failed: worker shut down',
  'storage-failed': 'Failed: record not stored',
  'internal-error': 'Failed: internal error',
};

/**
 * Says what a task's status is, and why, in a few words.
 *
 * @internal
 */
export function describeStatus(task: Task): StatusDescription {
  if (task.abortRequestedAt && !isFinalStatus(task.status)) {
    return { tone: 'warning', label: 'Aborting…', ...describeProgress(task) };
  }
  switch (task.status) {
    case 'preparing':
      return { tone: 'waiting', label: describeWaiting(task) };
    case 'running':
      return { tone: 'running', label: 'Running', ...describeProgress(task) };
    case 'failed':
      return { tone: 'failed', label: describeFailure(task.failure) };
    case 'aborted':
      return { tone: 'aborted', label: 'Aborted' };
    default:
      return task.failedStatements > 0
        ? {
            tone: 'warning',
            label: `Completed, ${formatCount(task.failedStatements)} failed`,
          }
        : { tone: 'succeeded', label: 'Completed' };
  }
}

function describeWaiting({ waiting }: Task): string {
  if (waiting?.position) {
    return `Preparing · ${formatOrdinal(waiting.position)} in line`;
  }
  switch (waiting?.cause) {
    case 'connection-busy':
      return 'Preparing · connection busy';
    case 'worker-busy':
      return 'Preparing · no free worker';
    default:
      return 'Preparing';
  }
}

function describeFailure(failure: TaskFailure | undefined): string {
  if (!failure) {
    return 'Failed';
  }
  const label = FAILURES[failure.code];
  if (label) {
    return label;
  }
  return failure.statement
    ? `Failed at statement ${formatCount(failure.statement)}`
    : 'Failed';
}

function describeProgress(
  task: Task,
): Pick<StatusDescription, 'detail' | 'progress'> {
  const done = task.succeededStatements + task.failedStatements;
  if (task.status !== 'running' || !task.totalStatements) {
    return {};
  }
  return {
    detail: `${formatCount(done)} / ${formatCount(task.totalStatements)}`,
    progress: Math.min(1, done / task.totalStatements),
  };
}
