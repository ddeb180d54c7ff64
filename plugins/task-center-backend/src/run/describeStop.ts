import { TaskFailure } from 'backstage-plugin-task-center-common';
import { TaskRow } from '../database';
import { plural } from './describeStatement';
import { StopReason } from './RunControl';

/**
 * What is told about a run that was stopped.
 *
 * @internal
 */
export function describeStop(
  reason: Exclude<StopReason, 'abort' | 'lease-lost'>,
  task: TaskRow,
): TaskFailure {
  const limit = plural(task.execution_timeout_seconds, 'second');
  const messages = {
    timeout: `The task ran longer than its limit of ${limit} and was ended`,
    shutdown:
      'The backend that ran the task was shut down, and the task was ended with it',
    'storage-failed':
      'The record of the task could not be stored for some time, so the task was ended',
  };
  return { code: reason, message: messages[reason] };
}
