import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { SegmentRow } from '../database';
import { createObjectKey, ObjectGarbage, ObjectStore } from './objects';
import { splitRuns } from './splitRuns';
import { SEGMENT_BYTES } from './StreamWriter';

/** How many segments are taken at once, and put into one object. */
const BATCH = 32;
const REPORT_MS = 30_000;
const NO_DATA = Buffer.alloc(0);
/** As the index is declared that finds them. */
const CAN_BE_IN_OBJECT = `object_key IS NULL AND raw_bytes >= ${SEGMENT_BYTES}`;

type Position = [owner: string, stream: string, number: number];

/**
 * @internal
 */
export interface SegmentMoverOptions {
  knex: Knex;
  objects: ObjectStore;
  logger: LoggerService;
  /** Where they are to be. */
  target: 'database' | 's3';
}

/**
 * Moves full segments to where they are to be kept now. Any of it can be read meanwhile, and each part is moved as a
 * whole or not at all, so that it can be stopped at any time and begun again.
 *
 * @internal
 */
export class SegmentMover {
  private moved = 0;
  private lost = 0;
  private reportedAt = 0;

  static create(options: SegmentMoverOptions): SegmentMover {
    return new SegmentMover(options);
  }

  private constructor(private readonly options: SegmentMoverOptions) {}

  /** Moves all that is not where it is to be. */
  async move(signal?: AbortSignal): Promise<void> {
    const { logger, objects, target } = this.options;
    this.moved = 0;
    this.lost = 0;
    this.reportedAt = performance.now();
    await (target === 's3' ? this.moveOut(signal) : this.moveIn(signal));
    const way =
      target === 's3' ? `into ${objects.name}` : `back from ${objects.name}`;
    if (this.lost > 0) {
      logger.error(
        `${this.lost} objects that hold results, scripts or logs are missing in ${objects.name}. Restore them from a backup of the bucket; until then they cannot be read.`,
      );
    }
    if (this.moved > 0) {
      logger.info(
        signal?.aborted
          ? `Moved ${this.moved} segments ${way}; going on within the hour`
          : `Moved ${this.moved} segments ${way}; all are where they belong`,
      );
    }
  }

  private async moveOut(signal?: AbortSignal): Promise<void> {
    let after: Position = ['', '', 0];
    while (!signal?.aborted) {
      const rows = await this.options
        .knex<SegmentRow>('segments')
        .whereRaw(CAN_BE_IN_OBJECT)
        .whereRaw('(owner_id, stream, number) > (?, ?, ?)', after)
        .orderBy(['owner_id', 'stream', 'number'])
        .limit(BATCH);
      for (const group of splitRuns(rows, isSameStream)) {
        await this.putIntoObject(group);
      }
      const last = rows.at(-1);
      if (!last) {
        return;
      }
      after = [last.owner_id, last.stream, last.number];
    }
  }

  private async putIntoObject(rows: SegmentRow[]): Promise<void> {
    const { owner_id, stream, number } = rows[0];
    const key = createObjectKey({ owner: owner_id, stream }, number);
    await this.options.objects.put(
      key,
      Buffer.concat(rows.map(({ data }) => data)),
    );
    await this.options.knex.transaction(async transaction => {
      let offset = 0;
      let moved = 0;
      for (const row of rows) {
        moved += await transaction('segments')
          .where(positionOf(row))
          // One that has changed since, or is gone, stays as it is.
          .where({ raw_bytes: row.raw_bytes, item_count: row.item_count })
          .whereNull('object_key')
          .update({ data: NO_DATA, object_key: key, object_offset: offset });
        offset += row.data.length;
      }
      if (moved === 0) {
        await ObjectGarbage.add([key], transaction);
      }
      this.count(moved);
    });
  }

  private async moveIn(signal?: AbortSignal): Promise<void> {
    let after: [owner: string, key: string] = ['', ''];
    while (!signal?.aborted) {
      const row = await this.options
        .knex<SegmentRow>('segments')
        .select('owner_id', 'object_key')
        .whereNotNull('object_key')
        .whereRaw('(owner_id, object_key) > (?, ?)', after)
        .orderBy(['owner_id', 'object_key'])
        .first();
      if (!row) {
        return;
      }
      after = [row.owner_id, row.object_key!];
      await this.takeFromObject(row.owner_id, row.object_key!);
    }
  }

  private async takeFromObject(owner: string, key: string): Promise<void> {
    const { knex, objects } = this.options;
    const rows = await knex<SegmentRow>('segments')
      .where({ owner_id: owner, object_key: key })
      .orderBy('object_offset');
    for (let at = 0; at < rows.length; at += BATCH) {
      const part = rows.slice(at, at + BATCH);
      const start = part[0].object_offset!;
      const last = part[part.length - 1];
      const end = last.object_offset! + last.data_bytes;
      try {
        const data = await objects.getRange(key, start, end - start);
        await this.putIntoRows(part, data, start);
      } catch (error) {
        if (!(error instanceof NotFoundError)) {
          throw error;
        }
        this.lost += 1;
        return;
      }
    }
  }

  private async putIntoRows(
    rows: SegmentRow[],
    data: Buffer,
    start: number,
  ): Promise<void> {
    const key = rows[0].object_key!;
    await this.options.knex.transaction(async transaction => {
      let moved = 0;
      for (const row of rows) {
        const from = row.object_offset! - start;
        moved += await transaction('segments')
          .where({ ...positionOf(row), object_key: key })
          .update({
            data: data.subarray(from, from + row.data_bytes),
            object_key: null,
            object_offset: null,
          });
      }
      const left = await transaction('segments')
        .where({ owner_id: rows[0].owner_id, object_key: key })
        .first('number');
      if (!left) {
        await ObjectGarbage.add([key], transaction);
      }
      this.count(moved);
    });
  }

  private count(moved: number): void {
    this.moved += moved;
    if (performance.now() - this.reportedAt > REPORT_MS) {
      this.reportedAt = performance.now();
      this.options.logger.info(`Moved ${this.moved} segments so far`);
    }
  }
}

function positionOf({ owner_id, stream, number }: SegmentRow) {
  return { owner_id, stream, number };
}

function isSameStream(before: SegmentRow, row: SegmentRow): boolean {
  return before.owner_id === row.owner_id && before.stream === row.stream;
}
