import { ResultView } from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { StoredView } from './ResultViewStore';

/**
 * How far a view is.
 *
 * @internal
 */
export type ViewProgress = Pick<ResultView, 'scannedRows' | 'merging'>;

/**
 * A view that this backend alone builds, for as long as it says so in time.
 *
 * @internal
 */
export interface ViewClaim {
  readonly view: StoredView;
  /** Says that it is still at it. */
  renew(progress: ViewProgress): Promise<void>;
  /**
   * Does something in one transaction with making sure that the view is still there, and its own to build.
   *
   * @throws ViewLostError when it is not; nothing is done then
   */
  save(action: (transaction: Knex.Transaction) => Promise<void>): Promise<void>;
  /** Makes the view ready, and does something in the same transaction. */
  finish(
    rows: { scannedRows: number; rowCount: number },
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void>;
  /** Says why the view could not be made, and does something in the same transaction. */
  fail(
    message: string,
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void>;
  /** Leaves the view to others as if nobody had begun it, and does something in the same transaction. */
  release(
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void>;
}
