import { RowKey } from 'backstage-plugin-task-center-common';

/**
 * Sorted records, one at a time.
 *
 * @internal
 */
export interface RecordSource {
  /** What the present record is compared by. */
  readonly key: RowKey;
  /** The place of its row in the result set. */
  readonly position: number;
  /** Its text. */
  readonly record: string;
  /** Goes to the next record, where it can do so at once. */
  advance(): boolean;
  /** Goes to the next record where {@link RecordSource.advance} could not. */
  fetch(): Promise<boolean>;
  /** Lets go of what it reads from. */
  close(): Promise<void>;
}
