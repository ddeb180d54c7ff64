import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { SegmentRow } from '../database';
import { DatabaseSegmentStore } from './DatabaseSegmentStore';
import {
  ObjectGarbage,
  ObjectStore,
  readS3Options,
  S3ObjectStore,
} from './objects';
import { SegmentMover } from './SegmentMover';
import { SegmentStore } from './SegmentStore';
import { TieredSegmentStore } from './TieredSegmentStore';

/**
 * Where segments are kept, as the configuration says, and what is to be done about it beside reading and writing.
 *
 * @internal
 */
export class SegmentStorage {
  /**
   * Reads `taskCenter.storage`.
   *
   * @throws InputError when it cannot be meant so
   */
  static async create(options: {
    knex: Knex;
    /** Reads without waiting for those who write. */
    reader: Knex;
    config: Config;
    logger: LoggerService;
  }): Promise<SegmentStorage> {
    const { knex, reader, config, logger } = options;
    const storage = config.getOptionalConfig('taskCenter.storage');
    const target = storage?.getOptionalString('segments') ?? 'database';
    if (target !== 'database' && target !== 's3') {
      throw new InputError(
        `taskCenter.storage.segments must be 'database' or 's3', not '${target}'`,
      );
    }
    if (target === 'database' && !storage?.has('s3')) {
      return new SegmentStorage(
        knex,
        logger,
        DatabaseSegmentStore.create(knex),
        DatabaseSegmentStore.create(reader),
      );
    }
    const objects = S3ObjectStore.create(await readS3Options(config));
    const garbage = ObjectGarbage.create({ knex, objects, logger });
    const storesObjects = target === 's3';
    const tiered = { objects, garbage, storesObjects };
    return new SegmentStorage(
      knex,
      logger,
      TieredSegmentStore.create({ ...tiered, knex }),
      TieredSegmentStore.create({ ...tiered, knex: reader }),
      {
        store: objects,
        garbage,
        mover: SegmentMover.create({ knex, objects, logger, target }),
      },
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
    readonly segments: SegmentStore,
    /** The same, only for reading: it does not wait for those who write. */
    readonly readable: SegmentStore,
    private readonly objects?: {
      store: ObjectStore;
      garbage: ObjectGarbage;
      mover: SegmentMover;
    },
  ) {}

  /** Whether there is anything to {@link SegmentStorage.tidy}. */
  get usesObjects(): boolean {
    return this.objects !== undefined;
  }

  /** Says in the log what is wrong with the storage, if anything is. */
  async check(): Promise<void> {
    try {
      const row = await this.knex<SegmentRow>('segments')
        .whereNotNull('object_key')
        .first('object_key');
      if (this.objects) {
        await this.checkObjects(this.objects.store, row?.object_key);
      } else if (row) {
        this.logger.warn(
          'Some results, scripts or logs are in object storage and cannot be read, because taskCenter.storage.s3 is not configured. Configure it as it was; with taskCenter.storage.segments set to database they are moved back.',
        );
      }
    } catch (error: any) {
      this.logger.error(
        // The logger puts the error's own sentence behind it.
        'Results and large scripts cannot be stored or read:',
        error,
      );
    }
  }

  /** Removes objects that nothing needs any more, and moves segments to where they are to be. */
  async tidy(signal?: AbortSignal): Promise<void> {
    await this.objects?.garbage.collect(signal);
    await this.objects?.mover.move(signal);
  }

  private async checkObjects(
    store: ObjectStore,
    someKey?: string | null,
  ): Promise<void> {
    await store.check();
    try {
      if (someKey) {
        await store.getRange(someKey, 0, 1);
      }
    } catch (error) {
      if (error instanceof NotFoundError) {
        this.logger.error(
          `Objects are missing in ${store.name}, such as '${someKey}'. If taskCenter.storage.s3.bucketName or bucketRootPath was changed, change it back, or copy the objects there.`,
        );
        return;
      }
      throw error;
    }
    this.logger.info(`Object storage is ${store.name}`);
  }
}
