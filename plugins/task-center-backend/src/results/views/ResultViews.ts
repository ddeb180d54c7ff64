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
   * @throws InputError when there can be no such view
   */
  create(
    result: ResultSetInfo,
    spec: ResultViewSpec,
  ): Promise<{ view: ResultView; isNew: boolean }>;
  /**
   * @throws NotFoundError when the view is gone
   */
  get(result: ResultSetInfo, viewId: string): Promise<ResultView>;
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
