import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { collectResults } from '../__testUtils__/collectResults';
import { openMariadbSession, query } from '../__testUtils__/mariadb';

jest.setTimeout(60_000);

const DATABASE = `task_center_cancel_${process.pid}`;
const DONE = 'done';
const CANCELLED = 'StatementCancelledError';

describe('cancel of MysqlSession', () => {
  let session: DatabaseSession;
  let other: DatabaseSession;

  const execute = (sql: string, wait?: () => Promise<void>) => {
    const { sink, results } = collectResults(wait);
    const outcome = session.execute(sql, { sink, maxRows: 1_000 }).then(
      () => DONE,
      error => error.name as string,
    );
    return { outcome, results };
  };
  const written = async () =>
    (await query(other, 'SELECT n FROM written ORDER BY n'))[0].rows.flat();
  const untilWaiting = async () => {
    for (;;) {
      const [{ rows }] = await query(
        other,
        `SELECT 1 FROM information_schema.PROCESSLIST
          WHERE ID = ${session.id.split('/')[0]} AND STATE = 'User sleep'`,
      );
      if (rows.length > 0) return;
      await delay(10);
    }
  };

  beforeAll(async () => {
    other = await openMariadbSession();
    await query(other, `CREATE DATABASE ${DATABASE}`);
    await query(other, `USE ${DATABASE}`);
    await query(other, 'CREATE TABLE written (n INT, text VARCHAR(10))');
    for (const routine of [
      'FUNCTION noting(n INT) RETURNS INT BEGIN INSERT INTO written VALUES (n, NULL); RETURN n; END',
      'FUNCTION noting_slowly(n INT) RETURNS INT BEGIN INSERT INTO written VALUES (n, NULL); DO SLEEP(60); RETURN n; END',
      'PROCEDURE showing_first(n INT) BEGIN SELECT n; SELECT n, 2; INSERT INTO written VALUES (n, NULL); END',
      'PROCEDURE going_on() BEGIN INSERT INTO written VALUES (1, NULL); SELECT REPEAT(1, 100000) AS a; DO SLEEP(60); INSERT INTO written VALUES (2, NULL); SELECT 2 AS b; END',
      'PROCEDURE going_on_alone() BEGIN DO SLEEP(60); INSERT INTO written VALUES (1, NULL); END',
    ]) {
      await query(other, `CREATE ${routine}`);
    }
  });

  afterAll(async () => {
    await query(other, `DROP DATABASE ${DATABASE}`);
    await other.close();
  });

  beforeEach(async () => {
    session = await openMariadbSession({ database: DATABASE });
    await query(other, 'TRUNCATE TABLE written');
  });

  afterEach(async () => {
    await session.close();
  });

  it.each([
    ['a change', (n: number) => `INSERT INTO written VALUES (${n}, 'x')`],
    [
      'a change with rows',
      (n: number) => `INSERT INTO written VALUES (${n}, 'x') RETURNING n, text`,
    ],
    ['a procedure with rows', (n: number) => `CALL showing_first(${n})`],
    ['a query that writes', (n: number) => `SELECT noting(${n})`],
    ['a function that writes', (n: number) => `DO noting(${n})`],
    [
      'a change that names a wait',
      (n: number) => `INSERT INTO written VALUES (${n}, 'sleep')`,
    ],
  ])(
    'says the truth about %s that was done before the kill arrived',
    async (_, sqlOf) => {
      const done: string[] = [];
      const ends: unknown[] = [];
      for (let n = 100; n < 200; n++) {
        const { outcome, results } = execute(sqlOf(n));
        await session.cancel();
        if ((await outcome) === DONE) {
          done.push(String(n));
          ends.push(...results.map(result => typeof result.truncated));
        }
      }
      expect(new Set(ends)).not.toContain('undefined');
      expect(await written()).toEqual(done);
    },
  );

  it('does not say of what went on in spite of it that it was ended', async () => {
    const { outcome, results } = execute('CALL going_on()');
    await untilWaiting();
    while (!results[0]?.rows.length) await delay(10);
    await session.cancel();
    expect(await outcome).toBe(DONE);
    expect(await written()).toEqual(['1', '2']);
    // The row of the second one was not taken in any more.
    expect(results.map(r => [r.columns[0].name, r.rows.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
    expect(results.map(r => r.truncated)).toEqual([false, true]);
    expect((await query(session, 'SELECT 7'))[0].rows).toEqual([['7']]);
  });

  it('does not say so without rows either', async () => {
    const { outcome } = execute('CALL going_on_alone()');
    await untilWaiting();
    await session.cancel();
    expect(await outcome).toBe(DONE);
    expect(await written()).toEqual(['1']);
  });

  it('tells the end of rows that the sink was slow to take', async () => {
    const { outcome, results } = execute('CALL going_on()', () => delay(500));
    while (results.length === 0) await delay(10);
    await session.cancel();
    expect(await outcome).toBe(DONE);
    expect(results[0].rows).toHaveLength(1);
    expect(results.map(r => r.truncated)).toEqual([false, true]);
  });

  it.each([
    ['DO SLEEP(60)'],
    ['DO SLEEP(60) /* for a minute */'],
    ['SET STATEMENT max_statement_time = 100 FOR DO SLEEP(60)'],
    ['SELECT SLEEP(60)'],
    ['SET @a = SLEEP(60)'],
    ['DO noting_slowly(1)'],
    ['SELECT noting_slowly(1)'],
    ['INSERT INTO written VALUES (SLEEP(60), NULL)'],
  ])('knows that %s was ended, though the server may not say', async sql => {
    const { outcome, results } = execute(sql);
    await untilWaiting();
    await session.cancel();
    expect(await outcome).toBe(CANCELLED);
    expect(results.every(r => r.truncated === undefined)).toBe(true);
    expect(await written()).toEqual([]);
  });

  it.each([
    ["SELECT GET_LOCK('taken', 60)"],
    ["DO GET_LOCK('taken', 60)"],
    ["SELECT GET_LOCK('taken', 60) AS got FROM dual"],
    ['SELECT BENCHMARK(10000000000, 1 + 1)'],
  ])('knows that %s was ended, though the server does not say', async sql => {
    await query(other, "SELECT GET_LOCK('taken', 0)");
    try {
      const { outcome } = execute(sql);
      await delay(200);
      await session.cancel();
      expect(await outcome).toBe(CANCELLED);
    } finally {
      await query(other, "SELECT RELEASE_LOCK('taken')");
    }
  });

  it('knows by what it says of the tables whether their maintenance was ended', async () => {
    await query(
      other,
      'CREATE OR REPLACE TABLE large (n INT PRIMARY KEY, text VARCHAR(200), KEY (text))',
    );
    await query(
      other,
      'INSERT INTO large SELECT seq, REPEAT(MD5(seq), 4) FROM seq_1_to_200000',
    );
    const { outcome } = execute('OPTIMIZE TABLE large');
    await delay(100);
    await session.cancel();
    expect(await outcome).toBe(CANCELLED);
    for (let i = 0; i < 20; i++) {
      const analyzed = execute('ANALYZE TABLE written');
      await session.cancel();
      expect(await analyzed.outcome).toBe(DONE);
    }
  });

  it('leaves what a statement says against itself as it is', async () => {
    const outcome = session
      .execute('SELECT nothing', {
        sink: collectResults().sink,
        maxRows: 1,
      })
      .catch(error => error);
    await session.cancel();
    expect(await outcome).toMatchObject({
      name: 'DatabaseError',
      code: '1054',
    });
  });
});
