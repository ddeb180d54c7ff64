/**
 * Another worker holds the task now, or it is gone: this one must write nothing more about it.
 *
 * @internal
 */
export class LeaseLostError extends Error {
  readonly name = 'LeaseLostError';

  constructor(taskId: string) {
    super(`This worker does not hold task ${taskId} any more`);
  }
}
