import {
  AbortProgress,
  Task,
  TaskFailure,
  TaskFailureCode,
  TaskWaiting,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import { formatCount, formatOrdinal } from '../common/format';
import { countStatements } from './countStatements';

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
  /** What must be known beside the status: `6 rolled back`. */
  note?: string;
  /** The same where there is little room. */
  shortNote?: string;
  /** From 0 to 1; present while the task runs and its end is known. */
  progress?: number;
}

const FAILURES: Partial<Record<TaskFailureCode, string>> = {
  'connection-failed': 'Failed to connect',
  'script-invalid': 'Failed: script not readable',
  'implicit-commit': 'Failed: not all or nothing',
  'commit-failed': 'Failed to commit',
  timeout: 'Failed: timed out',
  'worker-lost': 'Failed: worker lost',
  shutdown: 'Failed: worker shut down',
  'storage-failed': 'Failed: record not stored',
  'internal-error': 'Failed: internal error',
};

const CAUSES: Record<TaskWaiting['cause'], string | undefined> = {
  'connection-busy': 'connection busy',
  'worker-busy': 'no free worker',
  starting: undefined,
};

const ABORTS: Record<AbortProgress, string | undefined> = {
  requested: undefined,
  ending: 'ending the statement',
  'rolling-back': 'rolling back',
};

/**
 * Says what a task's status is, and why, in a few words.
 *
 * @internal
 */
export function describeStatus(task: Task): StatusDescription {
  if (task.abortRequestedAt && !isFinalStatus(task.status)) {
    return { tone: 'warning', label: 'Aborting…', ...describeAbort(task) };
  }
  return { ...describeOutcome(task), ...describeRollback(task) };
}

/**
 * A status as one sentence part, for those who do not see it.
 *
 * @internal
 */
export function statusInWords(task: Task): string {
  const { label, note } = describeStatus(task);
  const separator = label.endsWith('…') ? ' ' : ', ';
  return note ? `${label}${separator}${note}` : label;
}

function describeOutcome(task: Task): StatusDescription {
  switch (task.status) {
    case 'preparing':
      return { tone: 'waiting', ...describeWaiting(task) };
    case 'running':
      return { tone: 'running', label: 'Running', ...describeProgress(task) };
    case 'failed':
      return { tone: 'failed', label: describeFailure(task.failure) };
    case 'aborted':
      return { tone: 'aborted', label: 'Aborted' };
    default:
      return describeCompleted(task);
  }
}

function describeCompleted(task: Task): StatusDescription {
  if (task.failedStatements > 0) {
    const failed = formatCount(task.failedStatements);
    return { tone: 'warning', label: `Completed, ${failed} failed` };
  }
  return task.rolledBackStatements > 0
    ? { tone: 'warning', label: 'Completed' }
    : { tone: 'succeeded', label: 'Completed' };
}

function describeRollback(task: Task): Pick<StatusDescription, 'note'> {
  const { rolledBackStatements: count } = task;
  return count > 0 ? { note: `${formatCount(count)} rolled back` } : {};
}

function describeAbort(task: Task): Omit<StatusDescription, 'tone' | 'label'> {
  const deed = task.abortProgress && ABORTS[task.abortProgress];
  const { detail, progress } = describeProgress(task);
  // A bar that stands still would say that nothing happens.
  return deed
    ? { note: `the database is ${deed}`, shortNote: deed, detail }
    : { detail, progress };
}

function describeWaiting({
  waiting,
}: Task): Pick<StatusDescription, 'label' | 'note'> {
  const cause = waiting && CAUSES[waiting.cause];
  if (waiting?.position) {
    const place = formatOrdinal(waiting.position);
    return { label: `Preparing · ${place} in line`, note: cause };
  }
  return { label: cause ? `Preparing · ${cause}` : 'Preparing' };
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
  const { done, all } = countStatements(task);
  if (task.status !== 'running' || !all) {
    return {};
  }
  return {
    detail: `${formatCount(done)} / ${formatCount(all)}`,
    progress: Math.min(1, done / all),
  };
}
