import { ResultViewSpec } from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { databaseNow, ResultViewRow } from '../../../database';
import { SegmentStore } from '../../../streams';
import { canonicalSpec } from './canonicalSpec';
import { DatabaseViewClaim, VIEW_LEASE_MS } from './DatabaseViewClaim';
import { removeView } from './removeView';
import { ResultViewStore, StoredView, ViewedResult } from './ResultViewStore';
import { ReadViewRow, toStoredView } from './toStoredView';
import { ViewClaim } from './ViewClaim';
import { buildPrefix } from './viewStreams';

/** Reading pages must not write each time. */
const USED_EVERY_MS = 60_000;
/** A view that takes its builder down with it must not go on to the next one for ever. */
const MAX_ATTEMPTS = 5;

type ViewKey = Pick<ResultViewRow, 'id' | 'task_id'>;

/**
 * Keeps what is known of views in the plugin's own database.
 *
 * @internal
 */
export class DatabaseResultViewStore implements ResultViewStore {
  private readonly touching = new Set<string>();

  static create(options: {
    knex: Knex;
    /** Reads without waiting for those who write. */
    reader: Knex;
    segments: SegmentStore;
    /** How many views a task can have. */
    maxPerTask: number;
  }): DatabaseResultViewStore {
    return new DatabaseResultViewStore(
      options.knex,
      options.reader,
      options.segments,
      options.maxPerTask,
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly reader: Knex,
    private readonly segments: SegmentStore,
    private readonly maxPerTask: number,
  ) {}

  async create(
    result: ViewedResult,
    spec: ResultViewSpec,
  ): Promise<{ view: StoredView; isNew: boolean }> {
    const { json, hash } = canonicalSpec(spec);
    const key = { ...keyOf(result), spec_hash: hash };
    for (;;) {
      const id = randomBytes(8).toString('hex');
      const isNew = await this.insert({ ...key, id, spec: json });
      const row = await this.read(this.knex, key);
      const view = row && toStoredView(row);
      if (view && view.state !== 'failed') {
        if (isNew) {
          await this.removeLeastUsed(result.taskId);
        }
        await this.touch(view.id);
        return { view, isNew };
      }
      // Removed at this moment, or one that could not be made: what was wrong may be over.
      await this.removeView({ task_id: result.taskId, id: view?.id ?? id });
    }
  }

  async find(
    result: ViewedResult,
    id: string,
  ): Promise<StoredView | undefined> {
    const row = await this.read(this.reader, { ...keyOf(result), id });
    if (row && Number(row.now) - Number(row.used_at) >= USED_EVERY_MS) {
      this.touchSoon(id);
    }
    return row && toStoredView(row);
  }

  async claim(id: string, builderId: string): Promise<ViewClaim | undefined> {
    const now = databaseNow(this.knex);
    const lease = this.knex.raw('? + ?', [now, VIEW_LEASE_MS]);
    const [row] = await this.knex<ResultViewRow>('result_views')
      .where({ id, state: 'building' })
      .where(free =>
        free
          .whereNull('lease_expires_at')
          .orWhere('lease_expires_at', '<', now),
      )
      .update({
        attempt: this.knex.raw('attempt + 1'),
        builder_id: builderId,
        lease_expires_at: lease,
        scanned_rows: 0,
        merged_rows: null,
        rows_to_merge: null,
      } as any)
      .returning('*');
    if (!row) {
      return undefined;
    }
    const view = toStoredView({ ...row, is_free: false });
    const claim = DatabaseViewClaim.create(this.knex, view, builderId);
    if (view.attempt > MAX_ATTEMPTS) {
      await claim.fail(
        `It was begun ${MAX_ATTEMPTS} times, and came to no end. Ask for fewer rows.`,
        transaction => this.removeEarlierBuilds(view, transaction),
      );
      return undefined;
    }
    await claim.save(transaction =>
      this.removeEarlierBuilds(view, transaction),
    );
    return claim;
  }

  async removeUnused(unusedMs: number): Promise<number> {
    const unused = await this.knex<ResultViewRow>('result_views')
      .select('id', 'task_id')
      .whereRaw('used_at < ? - ?', [databaseNow(this.knex), unusedMs]);
    return this.removeViews(unused);
  }

  private async insert(
    view: Pick<
      ResultViewRow,
      'id' | 'task_id' | 'result_set' | 'spec' | 'spec_hash'
    >,
  ): Promise<boolean> {
    const now = databaseNow(this.knex) as any;
    const inserted = await this.knex<ResultViewRow>('result_views')
      .insert({ ...view, state: 'building', created_at: now, used_at: now })
      .onConflict(['task_id', 'result_set', 'spec_hash'])
      .ignore()
      .returning('id');
    return inserted.length > 0;
  }

  private async read(
    knex: Knex,
    key: Partial<ResultViewRow>,
  ): Promise<(ReadViewRow & { now: number | string }) | undefined> {
    const now = databaseNow(knex);
    return knex<ResultViewRow>('result_views')
      .where(key)
      .first(
        '*',
        knex.raw('coalesce(lease_expires_at, 0) < ? as is_free', [now]),
        knex.raw('? as now', [now]),
      );
  }

  /** Who reads does not wait for it, since it may have to wait for a run that stores something. */
  private touchSoon(id: string): void {
    if (!this.touching.has(id)) {
      this.touching.add(id);
      this.touch(id)
        .catch(() => {}) // whoever reads next tries again
        .finally(() => this.touching.delete(id));
    }
  }

  private async touch(id: string): Promise<void> {
    await this.knex<ResultViewRow>('result_views')
      .where({ id })
      .update({ used_at: databaseNow(this.knex) as any });
  }

  private async removeLeastUsed(taskId: string): Promise<void> {
    const views = await this.knex<ResultViewRow>('result_views')
      .select('id', 'task_id')
      .where({ task_id: taskId })
      .orderBy([
        { column: 'used_at', order: 'desc' },
        { column: 'created_at', order: 'desc' },
      ]);
    await this.removeViews(views.slice(this.maxPerTask));
  }

  private async removeViews(views: ViewKey[]): Promise<number> {
    let removed = 0;
    for (const view of views) {
      removed += Number(await this.removeView(view));
    }
    return removed;
  }

  private async removeView({ id, task_id }: ViewKey): Promise<boolean> {
    return this.knex.transaction(transaction =>
      removeView(this.segments, { id, taskId: task_id }, transaction),
    );
  }

  private async removeEarlierBuilds(
    { id, taskId, attempt }: StoredView,
    transaction: Knex.Transaction,
  ): Promise<void> {
    for (let earlier = 1; earlier < attempt; earlier++) {
      await this.segments.remove([taskId], {
        prefix: buildPrefix({ id, attempt: earlier }),
        transaction,
      });
    }
  }
}

function keyOf(result: ViewedResult) {
  return { task_id: result.taskId, result_set: result.resultSet };
}
