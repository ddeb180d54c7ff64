import {
  ResultView,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { StreamId } from '../../streams';
import { ResultSetInfo } from '../ResultSetStore';

/**
 * Filters and sorts whole result sets, of any size.
 *
 * @internal
 */
export interface ResultViews {
  /**
   * Has a view made, or finds the one that was asked for in the same way before.
   *
   * @param result - complete: no rows come any more
   * @param waiter - who waits for it; nobody in particular when it is left out
   * @throws InputError when there can be no such view
   */
  create(
    result: ResultSetInfo,
    spec: ResultViewSpec,
    waiter?: string,
  ): Promise<{ view: ResultView; isNew: boolean }>;
  /**
   * @param waiter - who waits for it
   * @throws NotFoundError when the view is gone
   */
  get(
    result: ResultSetInfo,
    viewId: string,
    waiter?: string,
  ): Promise<ResultView>;
  /**
   * Notes that somebody does not wait for a view any more. What is being made and nobody waits for is ended and removed.
   *
   * @throws NotFoundError when the view is gone
   */
  leave(result: ResultSetInfo, viewId: string, waiter: string): Promise<void>;
  /**
   * Where the rows of a view are.
   *
   * @throws NotFoundError when the view is gone
   * @throws ConflictError when it is not ready
   */
  rowsOf(
    result: ResultSetInfo,
    viewId: string,
  ): Promise<{ stream: StreamId; rowCount: number }>;
  /** Removes views that nobody asks for any more. */
  clean(): Promise<void>;
  /** Leaves what is being built to others. */
  stop(): Promise<void>;
}
