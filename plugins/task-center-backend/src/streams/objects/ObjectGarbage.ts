import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { databaseNow, SegmentGarbageRow, SegmentRow } from '../../database';
import { ObjectStore } from './ObjectStore';

/**
 * An object that no segment names may be one whose segments are about to be stored, unless it is older than this. A save
 * takes less than a minute, but clocks differ.
 */
const SETTLED_MS = 30 * 60_000;
/** When that is so of whatever was on its way when something was removed. */
const DUE_MS = 2 * SETTLED_MS;
const BATCH = 100;

/**
 * Keeps track of objects that nothing needs any more, so that they are removed whatever happens to the process that
 * removed the last thing that needed them.
 *
 * @internal
 */
export class ObjectGarbage {
  static create(options: {
    knex: Knex;
    objects: ObjectStore;
    logger: LoggerService;
  }): ObjectGarbage {
    return new ObjectGarbage(options.knex, options.objects, options.logger);
  }

  /**
   * Notes that the objects with these keys, or whose keys begin so, are to be removed once the transaction is committed.
   */
  static async add(
    prefixes: string[],
    transaction: Knex.Transaction,
  ): Promise<void> {
    for (const prefix of prefixes) {
      await transaction('segment_garbage').insert({
        prefix,
        created_at: databaseNow(transaction),
      });
    }
  }

  private constructor(
    private readonly knex: Knex,
    private readonly objects: ObjectStore,
    private readonly logger: LoggerService,
  ) {}

  /**
   * Removes objects as soon as a transaction is committed that removed all that named them. What is not removed then, is
   * by {@link ObjectGarbage.collect}.
   */
  removeAfter(transaction: Knex.Transaction, keys: string[]): void {
    transaction.executionPromise
      .then(
        () => this.objects.remove(keys),
        () => {},
      )
      .catch(error =>
        this.logger.warn(
          `Could not remove objects from ${this.objects.name}; trying again within two hours`,
          error,
        ),
      );
  }

  /** Removes what was noted some time ago, and forgets it. */
  async collect(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted) {
      const rows = await this.knex<SegmentGarbageRow>('segment_garbage')
        .whereRaw('created_at < ? - ?', [databaseNow(this.knex), DUE_MS])
        .orderBy('id')
        .limit(BATCH);
      for (const { id, prefix } of rows) {
        await this.removeUnnamed(prefix);
        await this.knex('segment_garbage').where({ id }).delete();
      }
      if (rows.length < BATCH) {
        return;
      }
    }
  }

  /** An owner that is still there may have new streams by the name of those that were removed. */
  private async removeUnnamed(prefix: string): Promise<void> {
    for await (const objects of this.objects.list(prefix)) {
      const old = objects
        .filter(({ writtenAt }) => writtenAt < Date.now() - SETTLED_MS)
        .map(({ key }) => key);
      const named = new Set(
        await this.knex<SegmentRow>('segments')
          .where({ owner_id: prefix.split('/')[0] })
          .whereNotNull('object_key')
          .distinct()
          .pluck('object_key'),
      );
      await this.objects.remove(old.filter(key => !named.has(key)));
    }
  }
}
