import {
  ResultByteLimits,
  ResultCutReason,
} from 'backstage-plugin-task-center-common';
import { ResultQuota } from './ResultQuota';

/**
 * How many more bytes a result set may take, and what cuts it off behind them.
 *
 * @internal
 */
export interface ResultRoom {
  bytes: number;
  reason: ResultCutReason;
}

/**
 * What the results of one task may take.
 *
 * @internal
 */
export class ResultAllowance {
  static create(options: {
    limits: ResultByteLimits;
    quota: ResultQuota;
    /** The entity ref of who created the task. */
    user: string;
  }): ResultAllowance {
    return new ResultAllowance(options);
  }

  private constructor(
    private readonly options: {
      limits: ResultByteLimits;
      quota: ResultQuota;
      user: string;
    },
  ) {}

  /** Waits until it is known how much room there is, but never for long. */
  async settle(): Promise<void> {
    await this.options.quota.settle(this.options.user);
  }

  /**
   * @param setBytes - what the result set takes already
   * @param taskBytes - what all result sets of the task take already
   */
  room(setBytes: number, taskBytes: number): ResultRoom {
    const { limits, quota, user } = this.options;
    const exceeded = quota.exceeded(user);
    if (exceeded) {
      return { bytes: 0, reason: exceeded };
    }
    const ofSet = Math.max(0, limits.resultSet - setBytes);
    const ofTask = Math.max(0, limits.task - taskBytes);
    return ofTask < ofSet
      ? { bytes: ofTask, reason: 'task-bytes' }
      : { bytes: ofSet, reason: 'result-bytes' };
  }

  /** A sentence on what a limit means to the person whose result set it cut. */
  describe(reason: ResultCutReason): string {
    const { limits, quota, user } = this.options;
    const { maxUserBytes, maxOverallBytes } = quota.limits;
    switch (reason) {
      case 'result-bytes':
        return `at ${inBytes(
          limits.resultSet,
        )}, the most that the connection allows for one result set`;
      case 'task-bytes':
        return `because all results of a task may take ${inBytes(
          limits.task,
        )} on this connection`;
      case 'user-quota':
        return `because the stored results of ${user} take all of the ${inBytes(
          maxUserBytes,
        )} that they may. Drop results that are not needed any more`;
      case 'overall-quota':
        return `because the stored results of all tasks take all of the ${inBytes(
          maxOverallBytes,
        )} that there are for them. Drop results that are not needed any more, or ask the operators of the portal`;
      default:
        return 'at the query result limit';
    }
  }
}

function inBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}
