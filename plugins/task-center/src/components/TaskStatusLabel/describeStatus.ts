import {
  Task,
  TaskFailure,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';
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

/**
 * Says what a task's status is, and why, in a few words.
 *
 * @internal
 */
export function describeStatus(task: Task, t: Texts): StatusDescription {
  if (task.abortRequestedAt && !isFinalStatus(task.status)) {
    const label = t('status.aborting');
    return { tone: 'warning', label, ...describeAbort(task, t) };
  }
  return { ...describeOutcome(task, t), ...describeRollback(task, t) };
}

/**
 * A status as one sentence part, for those who do not see it.
 *
 * @internal
 */
export function statusInWords(task: Task, t: Texts): string {
  const { label, note } = describeStatus(task, t);
  if (!note) {
    return label;
  }
  return label.endsWith('…')
    ? t('status.inWords.going', { label, note })
    : t('status.inWords', { label, note });
}

function describeOutcome(task: Task, t: Texts): StatusDescription {
  switch (task.status) {
    case 'preparing':
      return { tone: 'waiting', ...describeWaiting(task, t) };
    case 'running':
      return {
        tone: 'running',
        label: t('status.running'),
        ...describeProgress(task, t),
      };
    case 'failed':
      return { tone: 'failed', label: describeFailure(task.failure, t) };
    case 'aborted':
      return { tone: 'aborted', label: t('status.aborted') };
    default:
      return describeCompleted(task, t);
  }
}

function describeCompleted(task: Task, t: Texts): StatusDescription {
  const { failedStatements: failed, rolledBackStatements: rolledBack } = task;
  return {
    tone: failed > 0 || rolledBack > 0 ? 'warning' : 'succeeded',
    label:
      failed > 0
        ? t('status.completed.failed', { failed })
        : t('status.completed'),
  };
}

function describeRollback(
  task: Task,
  t: Texts,
): Pick<StatusDescription, 'note'> {
  const { rolledBackStatements: number } = task;
  return number > 0 ? { note: t('status.rolledBack', { number }) } : {};
}

function describeAbort(
  task: Task,
  t: Texts,
): Omit<StatusDescription, 'tone' | 'label'> {
  const { detail, progress } = describeProgress(task, t);
  const deed = task.abortProgress;
  if (!deed || deed === 'requested') {
    return { detail, progress };
  }
  // A bar that stands still would say that nothing happens.
  return {
    note: t(`status.aborting.${deed}.long`),
    shortNote: t(`status.aborting.${deed}`),
    detail,
  };
}

function describeWaiting(
  { waiting }: Task,
  t: Texts,
): Pick<StatusDescription, 'label' | 'note'> {
  const cause =
    waiting && waiting.cause !== 'starting'
      ? t(`status.cause.${waiting.cause}`)
      : undefined;
  if (waiting?.position) {
    const place = formatOrdinal(waiting.position, t);
    return { label: t('status.preparing.inLine', { place }), note: cause };
  }
  return {
    label: cause
      ? t('status.preparing.because', { cause })
      : t('status.preparing'),
  };
}

function describeFailure(failure: TaskFailure | undefined, t: Texts): string {
  if (!failure) {
    return t('status.failed');
  }
  const { code, statement } = failure;
  if (code !== 'statement-failed') {
    return t(`status.failed.${code}`);
  }
  return statement
    ? t('status.failed.atStatement', { statement })
    : t('status.failed');
}

function describeProgress(
  task: Task,
  t: Texts,
): Pick<StatusDescription, 'detail' | 'progress'> {
  const { done, all } = countStatements(task);
  if (task.status !== 'running' || !all) {
    return {};
  }
  return {
    detail: `${formatCount(done, t)} / ${formatCount(all, t)}`,
    progress: Math.min(1, done / all),
  };
}
