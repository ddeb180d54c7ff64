import { Knex } from 'knex';
import {
  databaseNow,
  isPostgres,
  ResultViewRow,
  ResultViewWaiterRow,
} from '../../../database';
import { SegmentStore } from '../../../streams';
import { removeView } from './removeView';
import { StoredView } from './ResultViewStore';
import { ViewWaiters } from './ViewWaiters';

// Pages ask once a second, those in the background of a browser once a minute.
const WAITS_FOR_MS = 90_000;

/**
 * Keeps who waits for views in the plugin's own database.
 *
 * @internal
 */
export class DatabaseViewWaiters implements ViewWaiters {
  private readonly noting = new Set<string>();

  static create(options: {
    knex: Knex;
    segments: SegmentStore;
  }): DatabaseViewWaiters {
    return new DatabaseViewWaiters(options.knex, options.segments);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly segments: SegmentStore,
  ) {}

  async note(viewId: string, caller: string): Promise<boolean> {
    const { knex } = this;
    const building = knex<ResultViewRow>('result_views')
      .where({ id: viewId, state: 'building' })
      .select('id', knex.raw('?', [caller]), databaseNow(knex));
    const { bindings, sql } = building.toSQL();
    // Whoever removes the view meanwhile is waited for, and leaves nothing to wait for.
    const noted = await knex.raw(
      `INSERT INTO result_view_waiters (view_id, caller, asked_at) ${sql}
       ${isPostgres(knex) ? 'FOR KEY SHARE' : ''}
       ON CONFLICT (view_id, caller) DO UPDATE SET asked_at = excluded.asked_at
       RETURNING view_id`,
      bindings,
    );
    return (noted.rows ?? noted).length > 0;
  }

  noteSoon(viewId: string, caller: string): void {
    const key = `${viewId} ${caller}`;
    if (!this.noting.has(key)) {
      this.noting.add(key);
      this.note(viewId, caller)
        .catch(() => {}) // the next request notes it again
        .finally(() => this.noting.delete(key));
    }
  }

  async leave(
    view: Pick<StoredView, 'id' | 'taskId'>,
    caller: string,
  ): Promise<void> {
    await this.knex.transaction(async transaction => {
      const [building] = await transaction<ResultViewRow>('result_views')
        .where({ id: view.id, state: 'building' })
        .select('id')
        .forUpdate();
      const left = await transaction<ResultViewWaiterRow>('result_view_waiters')
        .where({ view_id: view.id, caller })
        .delete();
      const [other] = await transaction<ResultViewWaiterRow>(
        'result_view_waiters',
      )
        .where({ view_id: view.id })
        .whereRaw('asked_at > ? - ?', [databaseNow(transaction), WAITS_FOR_MS])
        .select('caller')
        .limit(1);
      if (building && left > 0 && !other) {
        await removeView(this.segments, view, transaction);
      }
    });
  }
}
