import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { insertTask } from '../../../__testUtils__/insertTask';
import { applyMigrations } from '../../../database';
import { DatabaseSegmentStore } from '../../../streams';
import { writeResult } from '../../__testUtils__/writeResult';
import { ResultSetInfo, ResultSetStore } from '../../ResultSetStore';
import { DefaultResultViews } from '../DefaultResultViews';
import { readViewRows } from '../readViewRows';
import { SortLimits } from '../sort';

const NAMES = [
  { name: 'id', type: 'BIGINT' },
  { name: 'name', type: 'VARCHAR' },
];

/** Sorts what `putNames` puts. */
export const BY_NAME = { sort: [{ column: 1 }] };

/**
 * The views of a task `a-task` in the plugin's tables.
 */
export async function createViewsTest(knex: Knex, reader: Knex = knex) {
  await applyMigrations(knex);
  await insertTask(knex, { id: 'a-task', status: 'completed' });
  const segments = DatabaseSegmentStore.create(knex);
  const resultSets = ResultSetStore.create(knex);

  const createViews = (limits?: Partial<SortLimits>) =>
    DefaultResultViews.create({
      ...{ knex, reader, segments, resultSets, limits },
      logger: mockServices.logger.mock(),
    });

  const putResult = async (
    columns: ResultColumn[],
    rows: ResultRow[],
    number: number = 1,
  ): Promise<ResultSetInfo> => {
    const result = await writeResult(segments, {
      ...{ number, columns, rowCount: rows.length, row: n => rows[n] },
    });
    await knex.transaction(transaction => resultSets.put(result, transaction));
    return result;
  };

  return {
    knex,
    reader,
    segments,
    resultSets,
    createViews,

    putResult,

    /** Rows with names that are in no order. */
    putNames(rowCount: number): Promise<ResultSetInfo> {
      const rows = Array.from({ length: rowCount }, (_, n) => [
        String(n),
        `name ${(n * 7919) % rowCount}`,
      ]);
      return putResult(NAMES, rows);
    },

    /** Waits until a view is not being built any more. */
    async ended(views: DefaultResultViews, result: ResultSetInfo, id: string) {
      for (;;) {
        const view = await views.get(result, id);
        if (view.state !== 'building') {
          return view;
        }
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    },

    /** All rows of a view, read page by page. */
    async readAll(
      views: DefaultResultViews,
      result: ResultSetInfo,
      id: string,
    ) {
      const { stream, rowCount } = await views.rowsOf(result, id);
      const items: ResultRow[] = [];
      const positions: number[] = [];
      while (items.length < rowCount) {
        const page = { offset: items.length, limit: 1_000 };
        const rows = await readViewRows(segments, stream, page);
        expect(rows.items.length).toBeGreaterThan(0);
        items.push(...rows.items);
        positions.push(...rows.positions);
      }
      return { items, positions };
    },

    /** The streams that are stored for views. */
    async viewStreams(): Promise<string[]> {
      const rows = await knex('segments')
        .distinct('stream')
        .whereLike('stream', 'view/%')
        .orderBy('stream');
      return rows.map(({ stream }) => stream);
    },
  };
}
