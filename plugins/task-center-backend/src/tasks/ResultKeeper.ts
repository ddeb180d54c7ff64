import { ConflictError, InputError } from '@backstage/errors';
import {
  isFinalStatus,
  ResultUsage,
} from 'backstage-plugin-task-center-common';
import { DateTime } from 'luxon';
import { TaskRow } from '../database';
import { ResultQuota } from '../results';
import { findResultsExpiry, ResultRetention } from './findResultsExpiry';
import { TaskStore } from './TaskStore';

/**
 * What can be done about the time that results are kept, by whomever.
 *
 * @internal
 */
export class ResultKeeper {
  static create(options: {
    store: TaskStore;
    quota: ResultQuota;
    retention: ResultRetention;
  }): ResultKeeper {
    return new ResultKeeper(options);
  }

  private constructor(
    private readonly options: {
      store: TaskStore;
      quota: ResultQuota;
      retention: ResultRetention;
    },
  ) {}

  /**
   * Keeps the results of a task until a time in ISO 8601.
   *
   * @throws InputError when that is not later than they are kept anyway, or later than is allowed
   * @throws ConflictError when there are none, or the task goes on
   */
  async keep(row: TaskRow, until: string): Promise<void> {
    const { store, retention } = this.options;
    checkHasResults(row);
    const time = DateTime.fromISO(until, { zone: 'utc' });
    if (!time.isValid) {
      throw new InputError(
        'until must be a time in ISO 8601, such as 2026-01-31T12:00:00Z.',
      );
    }
    const earliest = findResultsExpiry(
      { ...row, results_kept_until: null },
      retention,
    )!;
    const latest = DateTime.utc().plus(retention.maxResultsMs);
    if (time.toMillis() <= earliest) {
      throw new InputError(
        `The results are kept until ${toText(earliest)} anyway.`,
      );
    }
    if (time > latest) {
      throw new InputError(
        `Results can be kept until ${toText(latest.toMillis())} at most.`,
      );
    }
    if (!(await store.keepResults(row.id, time.toMillis()))) {
      throw createRemovedError();
    }
  }

  /**
   * Removes the results of a task and leaves its record.
   *
   * @throws ConflictError when there are none, or the task goes on
   */
  async drop(row: TaskRow): Promise<void> {
    checkHasResults(row);
    if (!(await this.options.store.removeResults(row.id, 'dropped'))) {
      throw createRemovedError();
    }
  }

  /** How much room results take. */
  async usage(user: string): Promise<ResultUsage> {
    const { quota, retention } = this.options;
    const stored = await quota.usage(user);
    return {
      user: {
        storedBytes: stored.user,
        maxStoredBytes: quota.limits.maxUserBytes,
      },
      overall: {
        storedBytes: stored.overall,
        maxStoredBytes: quota.limits.maxOverallBytes,
      },
      retentionSeconds: Math.floor(retention.resultsMs / 1000),
      maxRetentionSeconds: Math.floor(retention.maxResultsMs / 1000),
    };
  }
}

function checkHasResults(row: TaskRow): void {
  if (!isFinalStatus(row.status)) {
    throw new ConflictError(
      `The task is ${row.status}: its results can be kept or dropped when it has ended.`,
    );
  }
  if (row.result_sets === 0) {
    throw row.results_removed_at === null
      ? new ConflictError('The task has no results.')
      : createRemovedError();
  }
}

function createRemovedError(): ConflictError {
  return new ConflictError('The results of the task were removed before.');
}

function toText(ms: number): string {
  return new Date(ms).toISOString();
}
