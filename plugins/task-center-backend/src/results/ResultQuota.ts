import { Knex } from 'knex';
import { ResultCutReason } from 'backstage-plugin-task-center-common';
import { RefreshedFigure } from './RefreshedFigure';

/**
 * How much room stored results may take, in bytes.
 *
 * @internal
 */
export interface ResultQuotaLimits {
  /** The results of one user's tasks. */
  maxUserBytes: number;
  /** The results of all tasks. */
  maxOverallBytes: number;
}

/**
 * Watches over the room that stored results take.
 *
 * @internal
 */
export class ResultQuota {
  private readonly users = new Map<string, RefreshedFigure>();
  private readonly overall = RefreshedFigure.create(() => this.sum({}));

  /**
   * @param options - `knex` is only read from
   */
  static create(options: {
    knex: Knex;
    limits: ResultQuotaLimits;
  }): ResultQuota {
    return new ResultQuota(options.knex, options.limits);
  }

  private constructor(
    private readonly knex: Knex,
    readonly limits: ResultQuotaLimits,
  ) {}

  /** What the results of a user's tasks and those of all tasks take, in bytes as they are stored. */
  async usage(user: string): Promise<{ user: number; overall: number }> {
    const [ofUser, overall] = await Promise.all([
      this.sum({ created_by: user }),
      this.sum({}),
    ]);
    return { user: ofUser, overall };
  }

  /** Waits until it is known how much room there is for a user, but never for long. */
  async settle(user: string): Promise<void> {
    await Promise.all([this.of(user).settle(), this.overall.settle()]);
  }

  /** Which quota leaves no room for further results of a user, as far as was known a moment ago. */
  exceeded(user: string): ResultCutReason | undefined {
    if (this.of(user).recent() >= this.limits.maxUserBytes) {
      return 'user-quota';
    }
    return this.overall.recent() >= this.limits.maxOverallBytes
      ? 'overall-quota'
      : undefined;
  }

  private of(user: string): RefreshedFigure {
    const known = this.users.get(user);
    if (known) {
      return known;
    }
    const figure = RefreshedFigure.create(() => this.sum({ created_by: user }));
    this.users.set(user, figure);
    return figure;
  }

  private async sum(of: { created_by?: string }): Promise<number> {
    const row = await this.knex('tasks')
      .where(of)
      // In these words, so that the index of such tasks serves.
      .whereRaw('stored_result_bytes > 0')
      .sum({ bytes: 'stored_result_bytes' })
      .first();
    return Number(row?.bytes ?? 0);
  }
}
