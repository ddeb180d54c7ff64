import {
  ResultView,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { ViewClaim } from './ViewClaim';

/**
 * Which result set a view is made of.
 *
 * @internal
 */
export interface ViewedResult {
  taskId: string;
  /** The number of the result set within its task, from 1. */
  resultSet: number;
}

/**
 * What is known of a view beside its rows.
 *
 * @internal
 */
export interface StoredView extends ViewedResult, ResultView {
  /** Counts who built it, or builds it. */
  attempt: number;
  spec: ResultViewSpec;
  /** Whether it has to be built, and nobody does. */
  isAbandoned: boolean;
}

/**
 * Keeps what is known of views, and removes views.
 *
 * @internal
 */
export interface ResultViewStore {
  /**
   * Finds the view that was asked for in the same way before, or notes a new one, in the place of the one of the task
   * that was not used for the longest time when there are too many.
   */
  create(
    result: ViewedResult,
    spec: ResultViewSpec,
  ): Promise<{ view: StoredView; isNew: boolean }>;
  /** A view, which counts as used. */
  find(result: ViewedResult, id: string): Promise<StoredView | undefined>;
  /** Takes a view that is to be built and that nobody builds. */
  claim(id: string, builderId: string): Promise<ViewClaim | undefined>;
  /**
   * Removes the views that were not used for so long.
   *
   * @returns how many
   */
  removeUnused(unusedMs: number): Promise<number>;
}
