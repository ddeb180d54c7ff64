import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ResultView,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { SegmentStore, StreamId } from '../../streams';
import { ResultSetInfo, ResultSetStore } from '../ResultSetStore';
import { checkViewSpec } from './checkViewSpec';
import {
  DatabaseResultViewStore,
  DatabaseViewWaiters,
  ResultViewStore,
  StoredView,
  ViewedResult,
  viewStream,
  ViewWaiters,
} from './store';
import { DEFAULT_SORT_LIMITS, SortLimits } from './sort';
import { ResultViews } from './ResultViews';
import { ViewBuilder } from './ViewBuilder';

const UNUSED_MS = 3_600_000;
const MAX_PER_TASK = 5;
const BUILDS_AT_ONCE = 2;

/**
 * @internal
 */
export interface ResultViewsOptions {
  knex: Knex;
  /** Reads without waiting for those who write. */
  reader: Knex;
  segments: SegmentStore;
  resultSets: ResultSetStore;
  logger: LoggerService;
  limits?: Partial<SortLimits>;
}

/**
 * Makes views in the background, and keeps them for as long as somebody asks for them.
 *
 * @internal
 */
export class DefaultResultViews implements ResultViews {
  private readonly store: ResultViewStore;
  private readonly builder: ViewBuilder;
  private readonly waiters: ViewWaiters;

  static create(options: ResultViewsOptions): DefaultResultViews {
    return new DefaultResultViews(options);
  }

  private constructor(private readonly options: ResultViewsOptions) {
    this.store = DatabaseResultViewStore.create({
      ...options,
      maxPerTask: MAX_PER_TASK,
    });
    this.waiters = DatabaseViewWaiters.create(options);
    this.builder = ViewBuilder.create({
      ...options,
      store: this.store,
      limits: { ...DEFAULT_SORT_LIMITS, ...options.limits },
      atOnce: BUILDS_AT_ONCE,
    });
  }

  async create(
    result: ResultSetInfo,
    spec: ResultViewSpec,
    waiter?: string,
  ): Promise<{ view: ResultView; isNew: boolean }> {
    checkViewSpec(spec, result.columns);
    const { view, isNew } = await this.createFor(result, spec, waiter);
    this.buildIfAbandoned(view);
    return { view: toResultView(view), isNew };
  }

  async get(
    result: ResultSetInfo,
    viewId: string,
    waiter?: string,
  ): Promise<ResultView> {
    const view = await this.find(result, viewId);
    if (waiter !== undefined && view.state === 'building') {
      this.waiters.noteSoon(view.id, waiter);
    }
    return toResultView(view);
  }

  async leave(
    result: ResultSetInfo,
    viewId: string,
    waiter: string,
  ): Promise<void> {
    const view = await this.store.find(keyOf(result), viewId);
    if (!view) {
      throw new NotFoundError('The view is gone.');
    }
    if (view.state === 'building') {
      await this.waiters.leave(view, waiter);
    }
  }

  async rowsOf(
    result: ResultSetInfo,
    viewId: string,
  ): Promise<{ stream: StreamId; rowCount: number }> {
    const view = await this.find(result, viewId);
    if (view.state === 'failed') {
      throw new ConflictError(`The view could not be made. ${view.message}`);
    }
    if (view.rowCount === undefined) {
      throw new ConflictError(
        'The view is still being made. Ask for its rows when its state is ready.',
      );
    }
    return {
      stream: viewStream(view),
      rowCount: view.rowCount,
    };
  }

  async clean(): Promise<void> {
    const removed = await this.store.removeUnused(UNUSED_MS);
    if (removed > 0) {
      this.options.logger.info(
        `Removed ${removed} views of results: nobody had used them for an hour`,
      );
    }
  }

  async stop(): Promise<void> {
    await this.builder.stop();
  }

  private async find(
    result: ResultSetInfo,
    viewId: string,
  ): Promise<StoredView> {
    const view = await this.store.find(keyOf(result), viewId);
    if (!view) {
      throw new NotFoundError(
        'The view is gone: views are kept for an hour after their last use, and only a few for each task. Make it again.',
      );
    }
    this.buildIfAbandoned(view);
    return view;
  }

  private async createFor(
    result: ResultSetInfo,
    spec: ResultViewSpec,
    waiter: string | undefined,
  ): Promise<{ view: StoredView; isNew: boolean }> {
    for (;;) {
      const created = await this.store.create(keyOf(result), spec);
      const { id, state } = created.view;
      const isWaited = waiter !== undefined && state === 'building';
      // It may be left by all others, and so be removed, before this one is noted.
      if (!isWaited || (await this.waiters.note(id, waiter))) {
        return created;
      }
    }
  }

  private buildIfAbandoned(view: StoredView): void {
    if (view.isAbandoned) {
      this.builder.add(view.id);
    }
  }
}

function keyOf(result: ResultSetInfo): ViewedResult {
  return { taskId: result.taskId, resultSet: result.number };
}

function toResultView(view: StoredView): ResultView {
  const { id, state, scannedRows, merging, rowCount, message } = view;
  return {
    id,
    state,
    scannedRows,
    ...(merging && { merging }),
    ...(rowCount !== undefined && { rowCount }),
    ...(message !== undefined && { message }),
  };
}
