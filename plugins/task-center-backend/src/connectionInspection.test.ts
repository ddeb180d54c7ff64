import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb, TestMariadb } from './__testUtils__/mariadb';
import { createTestPostgres, TestPostgres } from './__testUtils__/postgres';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';
import { startSilentServer } from './engines/__testUtils__/startSilentServer';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const ROWS = 10_000;
const ENTITY = 'resource:default/shop-db';

describe('what can be asked about a connection before a task', () => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-'));
  const filename = join(directory, 'shop.sqlite');
  let mariadb: TestMariadb;
  let postgres: TestPostgres;
  let silent: Awaited<ReturnType<typeof startSilentServer>>;
  let taskCenter: TestTaskCenter;
  let ada: TestUser;

  beforeAll(async () => {
    mariadb = await createTestMariadb();
    postgres = await createTestPostgres();
    silent = await startSilentServer({ welcome: Buffer.from('') });
    await fillMariadb(mariadb);
    await fillPostgres(postgres);
    fillSqlite(filename);
    taskCenter = await startTaskCenter({
      knex: await databases.init('SQLITE_3'),
      connections: {
        mysql: {
          engine: 'mysql',
          entityRef: ENTITY,
          connection: connectionOf(mariadb),
        },
        postgres: {
          engine: 'postgres',
          entityRef: ENTITY,
          connection: connectionOf(postgres),
        },
        sqlite: {
          engine: 'sqlite',
          entityRef: ENTITY,
          connection: { filename },
        },
        silent: {
          title: 'Silent one',
          engine: 'mysql',
          entityRef: ENTITY,
          connection: { host: '127.0.0.1', port: silent.port, user: 'a' },
        },
        refusing: {
          title: 'Refusing one',
          engine: 'postgres',
          entityRef: ENTITY,
          connection: { host: '127.0.0.1', port: 1, user: 'a' },
        },
      },
      rootConfig: { permission: { enabled: false } },
    });
    ada = taskCenter.as('ada');
  });

  afterAll(async () => {
    await taskCenter.stop();
    silent.stop();
    await mariadb.drop();
    await postgres.drop();
    rmSync(directory, { recursive: true });
  });

  async function estimate(connection: string, ...statements: string[]) {
    const { body } = await ada
      .post(`/connections/${connection}/estimates`, { statements })
      .expect(200);
    return body.items;
  }

  describe.each(['mysql', 'postgres'])('on %s', connection => {
    it('knows what a limit leaves of the rows', async () => {
      const [deleted, paged, beyond, copied] = await estimate(
        connection,
        connection === 'mysql'
          ? 'DELETE FROM orders ORDER BY id LIMIT 10'
          : 'DELETE FROM orders WHERE id IN (SELECT id FROM orders LIMIT 10)',
        'SELECT * FROM orders ORDER BY id LIMIT 20 OFFSET 5',
        'SELECT * FROM orders LIMIT 1000000',
        'INSERT INTO archive SELECT * FROM orders LIMIT 30',
      );
      expect([deleted, paged, copied]).toEqual([
        { rows: 10 },
        { rows: 20 },
        { rows: 30 },
      ]);
      expectAbout(beyond.rows, ROWS);
    });

    it('does not take the rows that are read for those of a sum', async () => {
      const [{ rows }] = await estimate(
        connection,
        'SELECT count(*), max(status) FROM orders',
      );
      expect(rows ?? 1).toBe(1);
    });

    it('estimates the rows that statements change, and changes none', async () => {
      const [all, some, none, copied, values, broken] = await estimate(
        connection,
        'UPDATE orders SET status = 42',
        'DELETE FROM orders WHERE status = 3',
        'DELETE FROM orders WHERE id = -5 AND status = 3',
        'INSERT INTO archive SELECT * FROM orders',
        "INSERT INTO archive VALUES (1, 2, 'a')",
        'UPDATE nowhere SET a = 1',
      );
      expectAbout(all.rows, ROWS);
      expectAbout(some.rows, ROWS / 10);
      expect(none.rows ?? 0).toBeLessThanOrEqual(1);
      expectAbout(copied.rows, ROWS);
      expect(values.rows ?? 1).toBe(1);
      expect(broken).toEqual({ problem: expect.stringMatching(/nowhere/) });

      const counted = await ada.run({
        connection,
        sql: 'SELECT count(*) FROM orders WHERE status <> 42;SELECT count(*) FROM archive',
      });
      const rows = await Promise.all(
        [1, 2].map(n =>
          ada.get(`/tasks/${counted.id}/results/${n}/rows`).expect(200),
        ),
      );
      expect(rows.map(({ body }) => body.items)).toEqual([
        [[String(ROWS)]],
        [['0']],
      ]);
    });

    it('lets no function change anything', async () => {
      const answers = await estimate(
        connection,
        'UPDATE orders SET status = note_down() WHERE id = note_down()',
        'DELETE FROM orders WHERE id IN (SELECT a FROM (SELECT note_down() AS a) b)',
        'SELECT * FROM (SELECT note_down() AS a) b',
        'INSERT INTO archive SELECT note_down(), 1, NULL',
      );
      // It is called for the plan, and may not do this there.
      const refused = expect.stringMatching(/\(error (?:1792|0A000)\)/);
      expect(answers).toContainEqual({ problem: refused });
      const { id } = await ada.run({
        connection,
        sql: 'SELECT count(*) FROM notes',
      });
      const { body } = await ada.get(`/tasks/${id}/results/1/rows`);
      expect(body.items).toEqual([['0']]);
    });

    it('tells nothing of the rows that a plan looked at', async () => {
      const value =
        connection === 'postgres'
          ? `table_to_xml('secrets'::regclass, true, true, '')::text::int`
          : `extractvalue(1, concat('~', (SELECT a FROM secrets)))`;
      const sql = `SELECT * FROM orders WHERE id = ${value}`;
      const [found] = await estimate(connection, sql);
      const { failure } = await ada.run({ connection, sql });
      expect(failure?.message).toContain('do not tell');
      expect(found).toEqual({
        problem: expect.stringMatching(/could not plan it \(error \w+\)/),
      });
    });

    it('shows the tables with their columns', async () => {
      const { body } = await ada
        .get(`/connections/${connection}/schema`)
        .expect(200);
      expect(body.truncated).toBe(false);
      const orders = body.tables.find((table: any) => table.name === 'orders');
      expect(orders).toEqual({
        name: 'orders',
        columns: [
          { name: 'id', type: expect.stringMatching(/^int/) },
          { name: 'status', type: expect.stringMatching(/^int/) },
          { name: 'note', type: expect.stringMatching(/varying|varchar/) },
        ],
      });
    });
  });

  it('counts what is not the default schema of PostgreSQL with its name', async () => {
    const { body } = await ada.get('/connections/postgres/schema');
    expect(body.tables).toContainEqual({
      schema: 'other',
      name: 'Hidden',
      columns: [{ name: 'a', type: 'integer' }],
    });
  });

  it('estimates through common table expressions of PostgreSQL', async () => {
    const [{ rows }] = await estimate(
      'postgres',
      'WITH d AS (DELETE FROM orders WHERE status < 5 RETURNING *) INSERT INTO archive SELECT * FROM d WHERE false',
    );
    expect(rows).toBeGreaterThan(ROWS / 4);
    expect(rows).toBeLessThan(ROWS);
  });

  it('runs no second statement, whatever the server takes for one', async () => {
    await postgres.admin.query(
      `ALTER DATABASE ${postgres.database} SET standard_conforming_strings = off`,
    );
    const [found] = await estimate(
      'postgres',
      `SELECT 'a\\'' ; DELETE FROM orders; --'`,
    );
    expect(found.rows ?? 1).toBe(1);
    const { rows } = await postgres.admin.query('SELECT count(*) FROM orders');
    expect(rows).toEqual([{ count: String(ROWS) }]);
  });

  it('knows of SQLite what ANALYZE has counted', async () => {
    expect(
      await estimate(
        'sqlite',
        'DELETE FROM orders',
        'UPDATE "Main".[orders] SET status = 1',
        'SELECT * FROM ORDERS',
        'DELETE FROM orders WHERE id = 1',
        'DELETE FROM fresh',
      ),
    ).toEqual([{ rows: ROWS }, { rows: ROWS }, { rows: ROWS }, {}, {}]);
    const { body } = await ada.get('/connections/sqlite/schema').expect(200);
    expect(body).toEqual({
      truncated: false,
      tables: [
        { name: 'fresh', columns: [{ name: 'a', type: '' }] },
        {
          name: 'orders',
          columns: [
            { name: 'id', type: 'integer' },
            { name: 'status', type: 'int' },
          ],
        },
      ],
    });
  });

  it('finds a name of SQLite in any text in no time', async () => {
    const names = ['"'.repeat(5_000), '['.repeat(60_000), '"'.repeat(800)];
    const sqls = names.map(name => `SELECT * FROM ${name}.x`);
    expect(await estimate('sqlite', ...sqls)).toHaveLength(names.length);
  });

  it.each([
    'DELETE FROM orders; DELETE FROM orders',
    'EXPLAIN ANALYZE DELETE FROM orders',
    'ANALYZE DELETE FROM orders',
    'ANALYZE TABLE orders',
    'DROP TABLE orders',
    'CALL p()',
    "SELECT GET_LOCK('a', 1)",
    '/*!80000 ANALYZE */ DELETE FROM orders',
    '/*!99999 SELECT */ ANALYZE DELETE FROM orders',
    'source other.sql',
    '',
  ])('asks no database about %j', async sql => {
    const [found] = await estimate('silent', sql);
    expect(found).toEqual({ problem: expect.any(String) });
  });

  it('says plainly which database does not answer', async () => {
    const [late, refused, unseen] = await Promise.all([
      ada.post('/connections/silent/estimates', {
        statements: ['DELETE FROM t'],
      }),
      ada.post('/connections/refusing/estimates', {
        statements: ['DELETE FROM t'],
      }),
      ada.get('/connections/refusing/schema'),
    ]);
    expect([late.status, refused.status, unseen.status]).toEqual([
      503, 503, 503,
    ]);
    expect(late.body.error.message).toMatch(/^'Silent one' could not be asked/);
    expect(refused.body.error.message).toMatch(/^'Refusing one' could not/);
    expect(unseen.body.error.message).toMatch(/connection refused/);
  });

  it('takes few statements, and asks a database little at once', async () => {
    const many = Array.from({ length: 11 }, () => 'SELECT 1');
    await ada
      .post('/connections/mysql/estimates', { statements: many })
      .expect(400);
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        ada.post('/connections/silent/estimates', {
          statements: ['DELETE FROM t'],
        }),
      ),
    );
    const messages = answers.map(({ body }) => body.error.message);
    expect(
      messages.filter(text => /Others are asking/.test(text)),
    ).toHaveLength(1);
  });

  it('shows nothing of what one may not use', async () => {
    const answers = [
      await ada.get('/connections/nowhere/schema'),
      await ada.post('/connections/nowhere/estimates', { statements: [] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

function expectAbout(rows: number, expected: number) {
  expect(rows).toBeGreaterThan(expected * 0.5);
  expect(rows).toBeLessThan(expected * 2);
}

function connectionOf(server: TestMariadb | TestPostgres) {
  const { host, port, user, password, database } = server;
  return { host, port, user, password, database };
}

async function fillMariadb({ admin }: TestMariadb) {
  for (const sql of [
    'CREATE TABLE orders (id INT PRIMARY KEY, status INT, note VARCHAR(40), KEY (status))',
    'CREATE TABLE archive LIKE orders',
    'CREATE TABLE notes (a INT)',
    "CREATE TABLE secrets (a VARCHAR(20)) AS SELECT 'do not tell' AS a",
    `INSERT INTO orders SELECT seq, seq % 10, NULL FROM seq_1_to_${ROWS}`,
    'ANALYZE TABLE orders PERSISTENT FOR ALL',
    'CREATE FUNCTION note_down() RETURNS INT DETERMINISTIC MODIFIES SQL DATA BEGIN INSERT INTO notes VALUES (1); RETURN 1; END',
  ]) {
    await admin.query(sql);
  }
}

async function fillPostgres({ admin }: TestPostgres) {
  for (const sql of [
    'CREATE TABLE orders (id int PRIMARY KEY, status int, note varchar(40))',
    'CREATE TABLE archive (LIKE orders)',
    'CREATE TABLE notes (a int)',
    "CREATE TABLE secrets AS SELECT 'do not tell' AS a",
    'CREATE SCHEMA other',
    'CREATE TABLE other."Hidden" (a int)',
    `INSERT INTO orders SELECT n, n % 10, NULL FROM generate_series(1, ${ROWS}) n`,
    'ANALYZE orders',
    // The planner calls it for its value.
    'CREATE FUNCTION note_down() RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN INSERT INTO notes VALUES (1); RETURN 1; END $$',
  ]) {
    await admin.query(sql);
  }
}

function fillSqlite(filename: string) {
  new Database(filename)
    .exec(
      `CREATE TABLE orders (id INTEGER PRIMARY KEY, status INT);
       CREATE INDEX by_status ON orders (status);
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${ROWS})
       INSERT INTO orders SELECT i, i % 10 FROM n;
       ANALYZE;
       CREATE TABLE fresh (a);`,
    )
    .close();
}
