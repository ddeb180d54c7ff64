/**
 * What a run wrote down could not be stored, or its script could not be read. Its message is fit for people: what the storage said is the cause, for the
 * backend's log alone, since it can hold the data that was to be stored.
 *
 * @internal
 */
export class StorageError extends Error {
  readonly name = 'StorageError';

  constructor(cause: unknown) {
    super('The storage of the task does not answer', { cause });
  }
}
