import { ResultRow, ResultViewSpec } from 'backstage-plugin-task-center-common';
import { createRandom } from '../../__testUtils__/createRandom';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { createViewsTest } from './__testUtils__/createViewsTest';
import { viewOracle } from './__testUtils__/viewOracle';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const COLUMNS = [
  { name: 'id', type: 'BIGINT' },
  { name: 'name', type: 'VARCHAR' },
  { name: 'amount', type: 'numeric(40,2)' },
  { name: 'note', type: 'TEXT' },
];

const NAMES = [null, '', 'ada', 'Ada', 'Àda', 'Zoë', '"q", x', 'a\nb', '🙂'];
const BY_NAME: ResultViewSpec = { sort: [{ column: 1 }] };

const SPECS: ResultViewSpec[] = [
  BY_NAME,
  { sort: [{ column: 2, descending: true }] },
  { sort: [{ column: 1, descending: true }, { column: 2 }, { column: 3 }] },
  { filters: [{ column: 1, operator: 'contains', value: 'ADA' }] },
  { filters: [{ operator: 'isNull' }], sort: [{ column: 3 }, { column: 0 }] },
  {
    filters: [
      { column: 2, operator: 'greaterThan', value: '123456789012345678901234' },
      { column: 3, operator: 'notContains', value: '7' },
    ],
    sort: [{ column: 2 }],
  },
  { filters: [{ column: 0, operator: 'equals', value: '777' }] },
  { filters: [{ operator: 'equals', value: 'nothing' }], ...BY_NAME },
];

// So small that there are dozens of runs and several passes.
const SMALL = { runBytes: 100_000, fanIn: 3, bytes: 2 ** 30 };

function createRows(count: number): ResultRow[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, n) => {
    const digits = String(random.below(1e6)).padStart(6, '0');
    const long = `123456789012345678901234${digits}.50`;
    return [
      String(n),
      random.pick(NAMES),
      random.pick([null, digits, `-${digits}`, long, `${long}0`]),
      n % 10 === 0 ? null : `${'note '.repeat(n % 20)}${n % 50}`,
    ];
  });
}

describe.each(databases.eachSupportedId())(
  'DefaultResultViews in %p',
  databaseId => {
    async function setUp(rows: ResultRow[] = createRows(1_000)) {
      const test = await createViewsTest(await databases.init(databaseId));
      return { ...test, rows, result: await test.putResult(COLUMNS, rows) };
    }

    it.each([
      ['in one run', 5_000, undefined],
      ['in many runs and several passes', 8_000, SMALL],
    ])('filters and sorts %s', async (_, rowCount, limits) => {
      const test = await setUp(createRows(rowCount));
      const { result, rows } = test;
      const views = test.createViews(limits);
      for (const spec of SPECS) {
        const { view } = await views.create(result, spec);
        const expected = viewOracle(COLUMNS, rows, spec);

        expect(await test.ended(views, result, view.id)).toEqual({
          ...{ id: view.id, state: 'ready', scannedRows: rowCount },
          rowCount: expected.items.length,
        });
        const found = await test.readAll(views, result, view.id);
        expect(found.positions).toEqual(expected.positions);
        expect(found.items).toEqual(expected.items);
      }
      const streams = await test.viewStreams();
      expect(streams.every(stream => stream.endsWith('/1/rows'))).toBe(true);
    });

    it('filters and sorts huge values', async () => {
      const head = 'é€'.repeat(100_000);
      const rows = Array.from({ length: 12 }, (_, n) => [
        String(n),
        `${head}${(n * 7) % 12}`,
        null,
        null,
      ]);
      const test = await setUp(rows);
      const views = test.createViews(SMALL);
      const spec: ResultViewSpec = {
        filters: [{ column: 1, operator: 'notContains', value: '€5' }],
        ...BY_NAME,
      };
      const { view } = await views.create(test.result, spec);
      await test.ended(views, test.result, view.id);

      const found = await test.readAll(views, test.result, view.id);
      const expected = viewOracle(COLUMNS, rows, spec);
      expect(found.positions).toEqual(expected.positions);
      expect(found.positions).toHaveLength(11);
    });

    it('makes a view of no rows', async () => {
      const test = await setUp([]);
      const views = test.createViews();
      const { view } = await views.create(test.result, BY_NAME);
      expect(await test.ended(views, test.result, view.id)).toMatchObject({
        state: 'ready',
        rowCount: 0,
      });
    });

    it('finds the view that was asked for in the same way', async () => {
      const { result, createViews, ended } = await setUp();
      const views = createViews();
      const [one, two] = [
        { column: 0, operator: 'isNotNull' as const },
        { column: 1, operator: 'contains' as const, value: 'a' },
      ];
      const first = await views.create(result, { filters: [one, two] });
      const again = await views.create(result, {
        filters: [two, { ...one, value: 'x' }],
        sort: [],
      });
      const other = await views.create(result, { filters: [two] });
      await ended(views, result, other.view.id);

      expect([first.isNew, again.isNew, other.isNew]).toEqual([
        true,
        false,
        true,
      ]);
      expect(again.view.id).toBe(first.view.id);
      expect(other.view.id).not.toBe(first.view.id);
      await ended(views, result, first.view.id);
    });

    it('keeps the views of a task that were used last', async () => {
      const { result, createViews, ended, viewStreams, knex } = await setUp();
      const views = createViews();
      const ids: string[] = [];
      for (let n = 0; n < 6; n++) {
        await knex('result_views').update({
          used_at: knex.raw('used_at - 10'),
        });
        if (n === 5) {
          await knex('result_views')
            .where({ id: ids[0] })
            .update({ used_at: knex.raw('used_at + 100') });
        }
        const { view } = await views.create(result, {
          filters: [{ column: 0, operator: 'contains', value: `${n}` }],
        });
        await ended(views, result, view.id);
        ids.push(view.id);
      }
      await expect(views.get(result, ids[1])).rejects.toThrow('Make it again');
      await expect(views.rowsOf(result, ids[1])).rejects.toThrow('is gone');
      expect((await viewStreams()).length).toBe(5);
      expect(await views.get(result, ids[0])).toMatchObject({ state: 'ready' });
    });

    it('removes what nobody used for an hour', async () => {
      const { result, createViews, ended, viewStreams, knex } = await setUp();
      const views = createViews();
      const { view } = await views.create(result, BY_NAME);
      await ended(views, result, view.id);
      await views.clean();
      expect(await viewStreams()).toHaveLength(1);

      await knex('result_views').update({
        used_at: knex.raw('used_at - 3700000'),
      });
      await views.clean();

      expect(await viewStreams()).toEqual([]);
      await expect(views.get(result, view.id)).rejects.toThrow('is gone');
    });

    it('knows a view only for its own result set', async () => {
      const { putResult, createViews, result, rows, ended } = await setUp();
      const other = await putResult(COLUMNS, rows, 2);
      const views = createViews();
      const { view } = await views.create(result, BY_NAME);
      await expect(views.get(other, view.id)).rejects.toThrow('is gone');
      await ended(views, result, view.id);
    });

    it('says when the rows are not there any more, and tries anew', async () => {
      const { result, createViews, ended, segments } = await setUp();
      const views = createViews();
      await segments.remove(['a-task'], { prefix: 'result/' });
      const { view } = await views.create(result, BY_NAME);

      expect(await ended(views, result, view.id)).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('were removed'),
      });
      await expect(views.rowsOf(result, view.id)).rejects.toThrow(
        'could not be made. The rows',
      );
      const again = await views.create(result, BY_NAME);
      expect(again.isNew).toBe(true);
      expect(again.view.id).not.toBe(view.id);
      await ended(views, result, again.view.id);
    });

    it.each<[ResultViewSpec, string]>([
      [{}, 'needs a filter'],
      [{ sort: [{ column: 4 }] }, 'no column 4'],
      [{ filters: [{ column: 9, operator: 'isNull' }] }, 'are 0 to 3'],
      [{ filters: [{ operator: 'like' as any }] }, "no filter 'like'"],
      [{ filters: [{ operator: 'contains' }] }, 'needs a value'],
      [
        { filters: [{ operator: 'equals', value: 'x'.repeat(10_001) }] },
        'up to 10000',
      ],
      [{ sort: Array(6).fill({ column: 0 }) }, 'up to 5'],
      [{ filters: Array(21).fill({ operator: 'isNull' }) }, 'up to 20'],
    ])('refuses what cannot be made (%#)', async (spec, message) => {
      const { result, createViews } = await setUp([]);
      const answer = createViews().create(result, spec);
      await expect(answer).rejects.toThrow(message);
    });
  },
);
