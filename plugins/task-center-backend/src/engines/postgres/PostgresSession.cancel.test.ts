import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { collectResults } from '../__testUtils__/collectResults';
import { ignoringRows, query } from '../__testUtils__/mariadb';
import { openPostgresSession, untilRunning } from '../__testUtils__/postgres';

jest.setTimeout(120_000);

const SCHEMA = `task_center_cancel_${process.pid}`;

const SET_UP = [
  `CREATE SCHEMA ${SCHEMA}`,
  `SET search_path TO ${SCHEMA}`,
  'CREATE TABLE done (n int)',
  `CREATE FUNCTION add(x int) RETURNS int LANGUAGE plpgsql AS
    'BEGIN INSERT INTO done VALUES (x); RETURN x; END'`,
  `CREATE PROCEDURE add_slowly(INOUT x int, s float) LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_sleep(s); INSERT INTO done VALUES (x); END'`,
  `CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_sleep(60); RETURN NULL; END'`,
  'CREATE TABLE late (n int)',
  `CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON late
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait()`,
];

describe('a cancel of a PostgresSession', () => {
  let session: DatabaseSession;
  let other: DatabaseSession;

  const rowsOf = async (sql: string) => (await query(other, sql))[0].rows;
  const outcomeOf = (sql: string) =>
    session.execute(sql, ignoringRows()).then(
      () => 'done',
      error => error.name,
    );

  beforeAll(async () => {
    other = await openPostgresSession();
    for (const sql of SET_UP) await query(other, sql);
  });

  afterAll(async () => {
    await query(other, `DROP SCHEMA ${SCHEMA} CASCADE`);
    await other.close();
  });

  beforeEach(async () => {
    session = await openPostgresSession();
    await query(session, `SET search_path TO ${SCHEMA}`);
    await query(other, 'TRUNCATE done');
  });

  afterEach(async () => {
    await session.close();
  });

  it.each<[string, (n: number, seconds: number) => string]>([
    ['a function', (n, s) => `SELECT add(${n}) FROM pg_sleep(${s})`],
    ['a procedure', (n, s) => `CALL add_slowly(${n}, ${s})`],
    [
      'a part of a query',
      (n, s) =>
        `WITH x AS (INSERT INTO done SELECT ${n} FROM pg_sleep(${s}) RETURNING n) SELECT * FROM x`,
    ],
    [
      'what is explained',
      (n, s) =>
        `EXPLAIN ANALYZE INSERT INTO done SELECT ${n} FROM pg_sleep(${s})`,
    ],
  ])(
    'does not deny what %s has done before the signal arrives',
    async (_, write) => {
      const outcomes: string[] = [];
      for (let i = 0; i < 60; i++) {
        const outcome = outcomeOf(write(i, (i % 20) / 1_000));
        if (i % 3) await delay(i % 12);
        await session.cancel();
        outcomes.push(await outcome);
      }
      expect(new Set(outcomes)).toEqual(
        new Set(['done', 'StatementCancelledError']),
      );
      expect(await rowsOf('SELECT n FROM done ORDER BY n')).toEqual(
        outcomes.flatMap((outcome, i) =>
          outcome === 'done' ? [[`${i}`]] : [],
        ),
      );
    },
  );

  it('leaves nothing of a query that it ends between two portions', async () => {
    for (const rows of [20_000, 2_000_000]) {
      await query(session, 'BEGIN');
      const { sink } = collectResults(() => delay(500));
      const outcome = session
        .execute(`SELECT add(n) FROM generate_series(1, ${rows}) n`, {
          sink,
          maxRows: 1e9,
        })
        .then(
          () => 'done',
          error => error.name,
        );
      await delay(300);
      await session.cancel();
      const isDone = (await outcome) === 'done';
      const isCommitted = (await outcomeOf('COMMIT')) === 'done';
      expect({
        isCommitted,
        stored: await rowsOf('SELECT count(*) FROM done'),
      }).toEqual({
        isCommitted: isDone,
        stored: [[isDone ? `${rows}` : '0']],
      });
      await query(other, 'TRUNCATE done');
    }
  });

  it('tells that a commit was ended, and the transaction undone', async () => {
    await query(session, 'BEGIN');
    await query(session, 'INSERT INTO late VALUES (1)');
    const outcome = query(session, 'COMMIT').catch(error => error);
    await untilRunning(other, 'COMMIT');
    await session.cancel();
    expect(await outcome).toMatchObject({
      name: 'StatementCancelledError',
      transactionLost: true,
    });
    expect(await rowsOf('SELECT * FROM late')).toEqual([]);
  });

  it.each([
    ['outside of a transaction', 'ROLLBACK'],
    ['in a transaction that it leaves open', 'BEGIN'],
  ])('does not speak of a lost transaction %s', async (_, first) => {
    await query(session, first);
    const sql = `SELECT pg_sleep(61), '${first}'`;
    const outcome = query(session, sql).catch(error => error);
    await untilRunning(other, sql);
    await session.cancel();
    expect(await outcome).toMatchObject({
      name: 'StatementCancelledError',
      transactionLost: false,
    });
  });
});
