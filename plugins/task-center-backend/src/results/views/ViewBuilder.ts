import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { SegmentStore } from '../../streams';
import { ResultSetStore } from '../ResultSetStore';
import { BuildQueue } from './BuildQueue';
import { SortLimits } from './sort';
import {
  buildPrefix,
  ResultViewStore,
  ViewClaim,
  ViewLostError,
} from './store';
import { ViewBuild } from './ViewBuild';
import { ViewBuildError } from './ViewBuildError';

/**
 * @internal
 */
export interface ViewBuilderOptions {
  store: ResultViewStore;
  segments: SegmentStore;
  resultSets: ResultSetStore;
  logger: LoggerService;
  limits: SortLimits;
  /** How many views are built at once. */
  atOnce: number;
}

/**
 * Builds views, so many at a time.
 *
 * @internal
 */
export class ViewBuilder {
  private readonly id = randomUUID();
  private readonly queue: BuildQueue;

  static create(options: ViewBuilderOptions): ViewBuilder {
    return new ViewBuilder(options);
  }

  private constructor(private readonly options: ViewBuilderOptions) {
    this.queue = BuildQueue.create({
      atOnce: options.atOnce,
      work: (id, signal) => this.work(id, signal),
    });
  }

  /** Builds a view as soon as there is room, unless another backend does. */
  add(viewId: string): void {
    this.queue.add(viewId);
  }

  /** Ends what is built, and leaves it to others. */
  async stop(): Promise<void> {
    await this.queue.stop();
  }

  private async work(viewId: string, signal: AbortSignal): Promise<void> {
    const { store, logger } = this.options;
    try {
      const claim = await store.claim(viewId, this.id);
      if (claim) {
        await this.build(claim, signal);
      }
    } catch (error: any) {
      if (!(error instanceof ViewLostError)) {
        logger.error(`Could not build the view ${viewId}`, error);
      }
    }
  }

  private async build(claim: ViewClaim, signal: AbortSignal): Promise<void> {
    const { segments, resultSets, limits } = this.options;
    const { taskId, resultSet } = claim.view;
    try {
      const result = await resultSets.find(taskId, resultSet);
      if (!result) {
        throw new ViewBuildError('The result set was removed.');
      }
      const build = { claim, result, segments, limits, signal };
      await ViewBuild.create(build).run();
    } catch (error) {
      if (error instanceof ViewLostError) {
        return;
      }
      if (signal.aborted) {
        await claim.release(transaction =>
          this.removeBuild(claim, transaction),
        );
        return;
      }
      await this.fail(claim, error as Error);
    }
  }

  private async fail(claim: ViewClaim, error: Error): Promise<void> {
    const { view } = claim;
    const isExpected = error instanceof ViewBuildError;
    if (!isExpected) {
      this.options.logger.error(`Could not build the view ${view.id}`, error);
    }
    await claim.fail(
      isExpected
        ? error.message
        : 'The service met an error while it filtered and sorted. Try again, or tell whoever runs it.',
      transaction => this.removeBuild(claim, transaction),
    );
  }

  private async removeBuild(
    { view }: ViewClaim,
    transaction: Knex.Transaction,
  ): Promise<void> {
    await this.options.segments.remove([view.taskId], {
      prefix: buildPrefix(view),
      transaction,
    });
  }
}
