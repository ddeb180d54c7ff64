import {
  TaskFailure,
  TaskFailureCode,
} from 'backstage-plugin-task-center-common';

/**
 * Ends a run, with what is to be told about it.
 *
 * @internal
 */
export class RunFailure extends Error {
  constructor(
    readonly code: TaskFailureCode,
    message: string,
    readonly statement?: number,
  ) {
    super(message);
  }

  toTaskFailure(): TaskFailure {
    const { code, message, statement } = this;
    return { code, message, ...(statement !== undefined && { statement }) };
  }
}
