import { ResultRow } from 'backstage-plugin-task-center-common';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { resultStream } from '../ResultSetStore';
import { createViewsTest } from './__testUtils__/createViewsTest';
import { findInRows, RowSearch } from './findInRows';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const COLUMNS = [
  { name: 'needle', type: 'BIGINT' },
  { name: 'a', type: 'TEXT' },
  { name: 'b', type: 'TEXT' },
];
const ROWS = 20_000;

function row(n: number): ResultRow {
  return [
    String(n),
    n % 1_000 === 999 ? `a "Needle", ${n}\n` : `hay "${n}"`,
    n % 5_000 === 999 ? 'NEEDLE straße' : null,
  ];
}

describe.each(databases.eachSupportedId())('findInRows in %p', databaseId => {
  async function setUp() {
    const test = await createViewsTest(await databases.init(databaseId));
    const rows = Array.from({ length: ROWS }, (_, n) => row(n));
    const result = await test.putResult(COLUMNS, rows);
    const find = (search: Partial<RowSearch>) =>
      findInRows({
        segments: test.segments,
        stream: resultStream('a-task', 1),
        ...{ skippedFields: 0, columnCount: 3, text: '', matchCase: false },
        ...{ from: 0, limit: 100, timeMs: 60_000 },
        signal: new AbortController().signal,
        ...search,
      });
    return { ...test, result, find };
  }

  it('finds every match, row by row, in all segments', async () => {
    const { find } = await setUp();
    const expected = [];
    for (let n = 999; n < ROWS; n += 1_000) {
      expected.push({ row: n, column: 1 });
      if (n % 5_000 === 999) {
        expected.push({ row: n, column: 2 });
      }
    }
    expect(await find({ text: 'nEEdle' })).toEqual({ items: expected });
    expect(await find({ text: 'Needle', matchCase: true })).toEqual({
      items: expected.filter(({ column }) => column === 1),
    });
    expect(await find({ text: 'a "needle", 9999\n' })).toEqual({
      items: [{ row: 9_999, column: 1 }],
    });
    expect(await find({ text: '"12345"' })).toEqual({
      items: [{ row: 12_345, column: 1 }],
    });
    // What only looks like the text: the encoding of values, their borders, the header.
    expect(await find({ text: '""' })).toEqual({ items: [] });
    expect(await find({ text: '5,hay' })).toEqual({ items: [] });
    expect((await find({ text: 'needle', limit: 1 })).items[0].row).toBe(999);
  });

  it('goes on where it stopped, and says when the end is reached', async () => {
    const { find } = await setUp();
    const all = (await find({ text: 'needle' })).items;
    for (const limit of [1, 2, 7]) {
      const found = [];
      let from: number | undefined = 0;
      while (from !== undefined) {
        const page: Awaited<ReturnType<typeof find>> = await find({
          text: 'needle',
          limit,
          from,
        });
        expect(page.items.length).toBeLessThanOrEqual(limit + 1);
        found.push(...page.items);
        from = page.nextRow;
      }
      expect(found).toEqual(all);
    }
    expect(await find({ text: 'needle', from: ROWS })).toEqual({ items: [] });
  });

  it('stops when its time is over, one segment further at least', async () => {
    const { find } = await setUp();
    let from: number | undefined = 0;
    let calls = 0;
    while (from !== undefined) {
      const page: Awaited<ReturnType<typeof find>> = await find({
        ...{ text: 'not there', from, timeMs: 0 },
      });
      expect(page.items).toEqual([]);
      expect(page.nextRow ?? ROWS).toBeGreaterThan(from);
      from = page.nextRow;
      calls += 1;
    }
    expect(calls).toBeGreaterThan(1);
  });

  it('stops when nobody waits', async () => {
    const { find } = await setUp();
    const signal = AbortSignal.abort();
    for (const text of ['not there', 'hay']) {
      const { items, nextRow } = await find({ text, limit: ROWS, signal });
      expect(nextRow).toBeLessThan(ROWS);
      expect(items.every(({ row: found }) => found < nextRow!)).toBe(true);
      expect(items.length > 0).toBe(text === 'hay');
    }
  });

  it('searches a view', async () => {
    const { find, createViews, result, ended } = await setUp();
    const views = createViews();
    const { view } = await views.create(result, {
      sort: [{ column: 0, descending: true }],
    });
    await ended(views, result, view.id);
    const { stream } = await views.rowsOf(result, view.id);
    const search = { stream, skippedFields: 1, text: '19999', matchCase: true };
    expect(await find(search)).toEqual({
      items: [
        { row: 0, column: 0 },
        { row: 0, column: 1 },
      ],
    });
  });
});
