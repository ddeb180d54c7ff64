import Database from 'better-sqlite3';
import { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ResultMatches,
  ResultRow,
  ResultRowPage,
  ResultView,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(300_000);

const ROWS = 200_000;
const NAMES = ['Ada', 'ada', 'Bob', 'bob', 'Zoe', 'eve'];
const [ID, NAME, AMOUNT] = [0, 1, 2];

// 30 digits and a fraction, as text: SQLite itself has no such numbers.
const SELECT = `
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${
    ROWS - 1
  })
  SELECT i AS id,
    CASE i % 7 WHEN 6 THEN NULL ELSE substr('AdaadaBobbobZoeeve', i % 7 * 3 + 1, 3) END AS name,
    i * 7919 % 1000 / 8.0 AS amount,
    printf('%+d1234567890123456789012345.%d', (i * 104729 % 2000) - 1000, i % 10) AS digits,
    CASE WHEN i % 20000 = 19999 THEN 'a "Needle", here' END AS note
  FROM n`;

function plainRow(i: number) {
  return {
    i,
    name: i % 7 === 6 ? null : NAMES[i % 7],
    amount: ((i * 7919) % 1000) / 8,
  };
}

type PlainRow = ReturnType<typeof plainRow>;

function compareNames(a: string | null, b: string | null): number {
  // All these names stand in order without their case first, then capitals before small letters.
  const rank = [null, 'Ada', 'ada', 'Bob', 'bob', 'eve', 'Zoe'];
  return rank.indexOf(a) - rank.indexOf(b);
}

describe.each(databases.eachSupportedId())('views, with %p', databaseId => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-'));
  let knex: Knex;
  let taskCenter: TestTaskCenter;
  let ada: TestUser;
  let grace: TestUser;
  let results: string;
  let id: string;

  beforeAll(async () => {
    const filename = join(directory, 'shop.sqlite');
    new Database(filename).exec('CREATE TABLE t (id INTEGER)').close();
    knex = await databases.init(databaseId);
    taskCenter = await startTaskCenter({
      knex,
      connections: {
        shop: {
          engine: 'sqlite',
          entityRef: 'resource:default/shop-db',
          connection: { filename },
          limits: { resultRows: { default: ROWS, max: ROWS } },
        },
      },
    });
    ada = taskCenter.as('ada');
    grace = taskCenter.as('grace');
    const task = await ada.run({ sql: SELECT });
    id = task.id;
    results = `/tasks/${id}/results/1`;
  });

  afterAll(async () => {
    await taskCenter.stop();
    rmSync(directory, { recursive: true });
  });

  async function view(spec: ResultViewSpec): Promise<ResultView> {
    let { body } = await ada.post(`${results}/views`, spec);
    while (body.state === 'building') {
      await new Promise(resolve => setTimeout(resolve, 50));
      ({ body } = await ada.get(`${results}/views/${body.id}`).expect(200));
    }
    const { state, scannedRows } = body;
    expect({ state, scannedRows }).toEqual({
      state: 'ready',
      scannedRows: ROWS,
    });
    return body;
  }

  async function page(query: string): Promise<ResultRowPage> {
    return (await ada.get(`${results}/rows?${query}`).expect(200)).body;
  }

  async function readAll({ id: viewId, rowCount }: ResultView) {
    const positions: number[] = [];
    const items: ResultRow[] = [];
    while (positions.length < rowCount!) {
      const rows = await page(
        `view=${viewId}&limit=1000&offset=${positions.length}`,
      );
      expect(rows.totalItems).toBe(rowCount);
      positions.push(...rows.positions!);
      items.push(...rows.items);
    }
    return { positions, items };
  }

  const ALL = Array.from({ length: ROWS }, (_, i) => plainRow(i));

  it.each<
    [string, ResultViewSpec, (row: PlainRow) => boolean, typeof compareRows]
  >([
    [
      'sorts by several columns',
      {
        sort: [
          { column: NAME },
          { column: AMOUNT, descending: true },
          { column: ID, descending: true },
        ],
      },
      () => true,
      (a, b) =>
        compareNames(a.name, b.name) || b.amount - a.amount || b.i - a.i,
    ],
    [
      'filters and sorts, equal rows in their order',
      {
        filters: [
          { column: AMOUNT, operator: 'lessThan', value: '12.5' },
          { column: NAME, operator: 'equals', value: 'Ada' },
        ],
        sort: [{ column: AMOUNT }],
      },
      row => row.amount < 12.5 && row.name === 'Ada',
      (a, b) => a.amount - b.amount,
    ],
    [
      'filters',
      { filters: [{ column: NAME, operator: 'contains', value: 'BO' }] },
      row => row.name === 'Bob' || row.name === 'bob',
      () => 0,
    ],
  ])('%s', async (_, spec, passes, compare) => {
    const expected = ALL.filter(passes).sort(compare);
    const found = await readAll(await view(spec));
    expect(found.positions).toEqual(expected.map(({ i }) => i));
    expect(found.items.map(row => row[ID])).toEqual(
      expected.map(({ i }) => String(i)),
    );
    expect(found.items.map(row => row[NAME])).toEqual(
      expected.map(({ name }) => name),
    );
  });

  function compareRows(a: PlainRow, b: PlainRow): number {
    return a.i - b.i;
  }

  it('answers 201 for a new view and 200 for the same one', async () => {
    const spec = { sort: [{ column: AMOUNT }, { column: NAME }] };
    const first = await ada.post(`${results}/views`, spec).expect(201);
    const again = await ada
      .post(`${results}/views`, { ...spec, filters: [] })
      .expect(200);
    expect(again.body.id).toBe(first.body.id);
    await view(spec);
  });

  it('shows no rows of a view that is still made', async () => {
    const spec = { sort: [{ column: AMOUNT }, { column: 3 }] };
    const { body } = await ada.post(`${results}/views`, spec).expect(201);
    expect(body).toMatchObject({ state: 'building' });
    const early = await ada.get(`${results}/rows?view=${body.id}`).expect(409);
    expect(early.body.error.message).toContain('still being made');
    await view(spec);
  });

  it('makes no view that nobody waits for any more', async () => {
    const spec = { sort: [{ column: 3, descending: true }, { column: NAME }] };
    const { body } = await ada.post(`${results}/views`, spec).expect(201);
    const path = `${results}/views/${body.id}`;
    expect((await grace.delete(path)).status).toBe(403);
    expect((await ada.delete(path)).status).toBe(204);
    await ada.get(path).expect(404);
    expect((await ada.delete(path)).status).toBe(404);
    const again = await ada.post(`${results}/views`, spec).expect(201);
    expect(again.body.id).not.toBe(body.id);
    const ready = await view(spec);
    expect((await ada.delete(`${results}/views/${ready.id}`)).status).toBe(204);
    await page(`view=${ready.id}&limit=1`);
  });

  it('finds a text, in the result set and in a view', async () => {
    const find = async (query: string): Promise<ResultMatches> =>
      (await ada.get(`${results}/find?${query}`).expect(200)).body;
    const rows: number[] = [];
    let from: number | undefined = 0;
    while (from !== undefined) {
      const matches: ResultMatches = await find(
        `text=${encodeURIComponent('"needle"')}&limit=3&from=${from}`,
      );
      rows.push(...matches.items.map(({ row }) => row));
      from = matches.nextRow;
    }
    expect(rows).toEqual(
      Array.from({ length: 10 }, (_, n) => n * 20_000 + 19_999),
    );

    const { id: viewId } = await view({
      filters: [{ column: 4, operator: 'isNotNull' }],
      sort: [{ column: ID, descending: true }],
    });
    expect(await find(`text=Needle&matchCase=true&view=${viewId}`)).toEqual({
      items: Array.from({ length: 10 }, (_, row) => ({ row, column: 4 })),
    });
    expect(
      (await find('text=needle&matchCase=true&from=199000')).items,
    ).toEqual([]);
  });

  it.each([
    [`views`, { sort: [{ column: 5 }] }, 400, 'no column 5'],
    [`views`, { sort: [{ column: -1 }] }, 400, ''],
    [`views`, { sort: [{ column: 0.5 }] }, 400, ''],
    [`views`, {}, 400, 'needs a filter'],
    [`views`, { filters: [{ operator: 'like', value: 'x' }] }, 400, ''],
    [`views`, { filters: [{ operator: 'equals' }] }, 400, 'needs a value'],
    [`views`, { where: 'x' }, 400, 'additional'],
    [`views/0123456789abcdef`, undefined, 404, 'Make it again'],
    [`rows?view=0123456789abcdef`, undefined, 404, 'Make it again'],
    [`find?text=x&view=0123456789abcdef`, undefined, 404, 'Make it again'],
    [`find?text=`, undefined, 400, ''],
    [`find`, undefined, 400, 'text'],
    [`find?text=x&limit=0`, undefined, 400, ''],
  ])('refuses %s with %j', async (path, body, status, message) => {
    const response = await (body
      ? ada.post(`${results}/${path}`, body)
      : ada.get(`${results}/${path}`));
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  it('answers 404 for a result set that is not there', async () => {
    const spec = { sort: [{ column: ID }] };
    await ada.post(`/tasks/${id}/results/2/views`, spec).expect(404);
    const { body } = await ada
      .get(`/tasks/${id}/results/2/find?text=x`)
      .expect(404);
    expect(body.error.message).toContain('no result set 2');
  });

  it('refuses a result set that still grows', async () => {
    const change = async (task: object, partial: boolean) => {
      await knex('tasks').where({ id }).update(task);
      await knex('result_sets').where({ task_id: id }).update({ partial });
    };
    const lease = { worker_id: 'a', lease_expires_at: Date.now() + 3_600_000 };
    await change({ status: 'running', ...lease }, true);
    const { body, status } = await ada.post(`${results}/views`, {
      sort: [{ column: AMOUNT }],
    });
    await change({ status: 'completed' }, false);
    expect({ status, message: body.error?.message }).toEqual({
      status: 409,
      message: expect.stringContaining('still grows'),
    });
  });

  it('is only for those who may read the results', async () => {
    const spec = { sort: [{ column: NAME }] };
    const { id: viewId } = await view(spec);
    const before = await knex('result_views');
    for (const response of [
      await grace.post(`${results}/views`, spec),
      await grace.get(`${results}/views/${viewId}`),
      await grace.get(`${results}/rows?view=${viewId}`),
      await grace.get(`${results}/find?text=x`),
    ]) {
      expect(response.status).toBe(403);
    }
    expect(await knex('result_views')).toHaveLength(before.length);
  });

  it('removes the views with the results', async () => {
    await view({ sort: [{ column: 3 }] });
    expect(await knex('segments').whereLike('stream', 'view/%')).not.toEqual(
      [],
    );
    await ada.delete(`/tasks/${id}/results`).expect(200);
    expect(await knex('segments').whereLike('stream', 'view/%')).toEqual([]);
    expect(await knex('result_views')).toEqual([]);
  });

  it('removes the views with the task', async () => {
    const task = await ada.run({ sql: 'SELECT 2 AS n UNION SELECT 1' });
    results = `/tasks/${task.id}/results/1`;
    const { body } = await ada.post(`${results}/views`, {
      sort: [{ column: 0 }],
    });
    let state = 'building';
    while (state === 'building') {
      ({ state } = (await ada.get(`${results}/views/${body.id}`)).body);
    }
    expect(await page(`view=${body.id}`)).toEqual({
      ...{ items: [['1'], ['2']], totalItems: 2 },
      positions: [0, 1],
    });
    await ada.delete(`/tasks/${task.id}`).expect(204);
    expect(await knex('segments').where({ owner_id: task.id })).toEqual([]);
    expect(await knex('result_views')).toEqual([]);
  });
});
