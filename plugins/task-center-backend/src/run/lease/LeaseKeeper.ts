import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { RunControl } from '../RunControl';
import { renewLeases } from './renewLeases';

/**
 * How long a worker may be silent before others end its tasks. Longer than a run waits for its storage to come back.
 *
 * @internal
 */
export const LEASE_MS = 25_000;

const RENEW_MS = 1_000;
const ANSWER_MS = 5_000;
/** A run is stopped that long before its lease runs out, so that its statement is ended by then. */
const AHEAD_MS = 3_000;

/**
 * A run whose lease is to be kept.
 *
 * @internal
 */
export interface LeasedRun {
  attempt: number;
  control: RunControl;
}

/**
 * @internal
 */
export interface LeaseKeeperOptions {
  knex: Knex;
  logger: LoggerService;
  workerId: string;
  /** What runs now, by task id. */
  runs: ReadonlyMap<string, LeasedRun>;
}

/**
 * Renews the leases of a worker's runs once a second, stops those that are to be aborted, and those whose lease it lost
 * or could not renew in time.
 *
 * @internal
 */
export class LeaseKeeper {
  private readonly timer: NodeJS.Timeout;
  private renewedAt = performance.now();
  private renewing = false;
  private failing = false;

  static start(options: LeaseKeeperOptions): LeaseKeeper {
    return new LeaseKeeper(options);
  }

  private constructor(private readonly options: LeaseKeeperOptions) {
    this.timer = setInterval(() => this.tick(), RENEW_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const { runs } = this.options;
    if (runs.size === 0) {
      this.renewedAt = performance.now();
    } else if (performance.now() - this.renewedAt > LEASE_MS - AHEAD_MS) {
      runs.forEach(({ control }) => control.stop('lease-lost'));
    }
    // One that waits for a connection is served as soon as there is one: a second would only stand behind it.
    if (!this.renewing && runs.size > 0) {
      this.renewing = true;
      this.renew().finally(() => {
        this.renewing = false;
      });
    }
  }

  private async renew(): Promise<void> {
    const { knex, workerId, logger } = this.options;
    const runs = [...this.options.runs];
    const startedAt = performance.now();
    try {
      const held = await renewLeases(knex, {
        workerId,
        leaseMs: LEASE_MS,
        timeoutMs: ANSWER_MS,
        tasks: runs.map(([id, { attempt }]) => ({ id, attempt })),
      });
      this.renewedAt = startedAt;
      const byId = new Map(held.map(task => [task.id, task]));
      for (const [id, { control }] of runs) {
        const task = byId.get(id);
        if (!task) {
          control.stop('lease-lost');
        } else if (task.abortRequested) {
          control.stop('abort');
        }
      }
      if (this.failing) {
        logger.info('The leases of running tasks are renewed again');
      }
      this.failing = false;
    } catch (error: any) {
      if (!this.failing) {
        logger.warn(
          `Could not renew the leases of ${
            runs.length
          } running tasks; they are stopped when that goes on for ${
            (LEASE_MS - AHEAD_MS) / 1_000
          } seconds`,
          error,
        );
      }
      this.failing = true;
    }
  }
}
