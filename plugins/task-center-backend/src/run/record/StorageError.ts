/**
 * What a run wrote down could not be stored. Its message is fit for people: what the storage said is the cause, for the
 * backend's log alone, since it can hold the data that was to be stored.
 *
 * @internal
 */
export class StorageError extends Error {
  readonly name = 'StorageError';

  constructor(cause: unknown) {
    super('The record of the task could not be stored', { cause });
  }
}
