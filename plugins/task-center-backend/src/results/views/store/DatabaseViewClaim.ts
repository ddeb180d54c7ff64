import { Knex } from 'knex';
import { databaseNow, ResultViewRow } from '../../../database';
import { StoredView } from './ResultViewStore';
import { ViewClaim, ViewProgress } from './ViewClaim';
import { ViewLostError } from './ViewLostError';

/**
 * How long a backend that builds a view may be silent before another takes the view over.
 *
 * @internal
 */
export const VIEW_LEASE_MS = 30_000;

type Changes = Partial<Record<keyof ResultViewRow, unknown>>;

const NO_LEASE: Changes = { builder_id: null, lease_expires_at: null };

/**
 * Fences every write of a build by the number of its attempt and by who builds, since an attempt that was given back has
 * a successor of the same number.
 *
 * @internal
 */
export class DatabaseViewClaim implements ViewClaim {
  static create(
    knex: Knex,
    view: StoredView,
    builderId: string,
  ): DatabaseViewClaim {
    return new DatabaseViewClaim(knex, view, builderId);
  }

  private constructor(
    private readonly knex: Knex,
    readonly view: StoredView,
    private readonly builderId: string,
  ) {}

  async renew({ scannedRows, merging }: ViewProgress): Promise<void> {
    await this.change(this.knex, {
      ...this.renewedLease(),
      scanned_rows: scannedRows,
      merged_rows: merging?.done ?? null,
      rows_to_merge: merging?.total ?? null,
    });
  }

  async save(
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await this.changeAnd(this.renewedLease(), action);
  }

  async finish(
    rows: { scannedRows: number; rowCount: number },
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const changes = {
      ...NO_LEASE,
      state: 'ready',
      scanned_rows: rows.scannedRows,
      row_count: rows.rowCount,
    };
    await this.changeAnd(changes, action);
  }

  async fail(
    message: string,
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await this.changeAnd({ ...NO_LEASE, state: 'failed', message }, action);
  }

  async release(
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const attempt = this.view.attempt - 1;
    await this.changeAnd({ ...NO_LEASE, attempt }, action);
  }

  private renewedLease(): Changes {
    const { knex } = this;
    return {
      lease_expires_at: knex.raw('? + ?', [databaseNow(knex), VIEW_LEASE_MS]),
    };
  }

  private async changeAnd(
    changes: Changes,
    action: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await this.knex.transaction(async transaction => {
      // First, so that whoever removes the view waits, and finds what is stored here.
      await this.change(transaction, changes);
      await action(transaction);
    });
  }

  private async change(knex: Knex, changes: Changes): Promise<void> {
    const { id, attempt } = this.view;
    const changed = await knex('result_views')
      .where({ id, attempt, builder_id: this.builderId, state: 'building' })
      .update(changes);
    if (changed === 0) {
      throw new ViewLostError();
    }
  }
}
