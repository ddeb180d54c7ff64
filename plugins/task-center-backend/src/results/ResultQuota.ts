import { Knex } from 'knex';
import { ResultCutReason } from 'backstage-plugin-task-center-common';

/** For how long figures are believed. What is stored in the meantime can go beyond the quota. */
const FRESH_MS = 1_000;

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

interface Usage {
  at: number;
  user: number;
  overall: number;
}

/**
 * Watches over the room that stored results take.
 *
 * @internal
 */
export class ResultQuota {
  private readonly known = new Map<string, Promise<Usage>>();

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

  /** Which quota leaves no room for further results of a user, as far as was known a second ago. */
  async exceeded(user: string): Promise<ResultCutReason | undefined> {
    const usage = await this.recentUsage(user);
    if (usage.user >= this.limits.maxUserBytes) {
      return 'user-quota';
    }
    return usage.overall >= this.limits.maxOverallBytes
      ? 'overall-quota'
      : undefined;
  }

  private async recentUsage(user: string): Promise<Usage> {
    const before = this.known.get(user);
    const known = await before;
    if (known && performance.now() - known.at < FRESH_MS) {
      return known;
    }
    if (this.known.get(user) === before) {
      this.known.set(user, this.look(user, known));
    }
    return this.known.get(user)!;
  }

  /** Where storage fails, the run is told so by what it stores; until then the last figures hold. */
  private async look(user: string, last?: Usage): Promise<Usage> {
    const figures = await this.usage(user).catch(() => undefined);
    return {
      ...(figures ?? { user: 0, overall: 0, ...last }),
      at: performance.now(),
    };
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
