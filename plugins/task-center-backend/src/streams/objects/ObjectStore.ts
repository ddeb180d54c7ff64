/**
 * What is known of an object without its data.
 *
 * @internal
 */
export interface ObjectInfo {
  key: string;
  /** In ms since 1970 UTC, by the clock of the storage. */
  writtenAt: number;
}

/**
 * Keeps data under keys, outside the database. All fail with a ServiceUnavailableError that says what to do when the
 * storage does not answer in time or refuses.
 *
 * @internal
 */
export interface ObjectStore {
  /** What people call it. */
  readonly name: string;
  /** Makes sure that it can be reached and accepts us. */
  check(): Promise<void>;
  put(key: string, data: Buffer): Promise<void>;
  /**
   * A part of an object, never less than was asked for.
   *
   * @throws NotFoundError when there is no such object
   */
  getRange(key: string, offset: number, length: number): Promise<Buffer>;
  /** The objects whose keys begin so, some at a time. */
  list(prefix: string): AsyncIterable<ObjectInfo[]>;
  /** Removes objects, as far as they are there. */
  remove(keys: string[]): Promise<void>;
}
