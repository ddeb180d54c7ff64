import {
  DatabaseError,
  DatabaseSession,
} from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ignoringRows,
  openMariadbSession,
  query,
} from '../__testUtils__/mariadb';

jest.setTimeout(60_000);

const DATABASE = `task_center_transactions_${process.pid}`;

describe('transactions of MysqlSession', () => {
  let session: DatabaseSession;
  let other: DatabaseSession;

  const run = (sql: string) => session.execute(sql, ignoringRows());
  const failureOf = (work: Promise<unknown>): Promise<DatabaseError> =>
    work.then(
      () => {
        throw new Error('It did not fail');
      },
      error => error,
    );
  const connectionId = () => session.id.split('/')[0];

  // The one of two transactions that has changed less is undone.
  const deadlock = async (last: () => Promise<unknown>) => {
    await query(other, 'BEGIN');
    await query(other, 'UPDATE rows_ SET n = n + 1 WHERE id > 1');
    const result = failureOf(last());
    await delay(300);
    await query(other, 'UPDATE rows_ SET n = n + 1 WHERE id = 1');
    await query(other, 'ROLLBACK');
    return result;
  };

  beforeAll(async () => {
    other = await openMariadbSession();
    await query(other, `CREATE DATABASE ${DATABASE}`);
    await query(other, `USE ${DATABASE}`);
    await query(other, 'CREATE TABLE rows_ (id INT PRIMARY KEY, n INT)');
    await query(other, 'INSERT INTO rows_ SELECT seq, 0 FROM seq_1_to_100');
  });

  afterAll(async () => {
    await query(other, `DROP DATABASE ${DATABASE}`);
    await other.close();
  });

  beforeEach(async () => {
    session = await openMariadbSession({ database: DATABASE });
  });

  afterEach(async () => {
    await session.close();
  });

  it('are seen behind every kind of statement', async () => {
    const isOpenAfter = async (sql: string) => (await run(sql)).inTransaction;
    expect(await isOpenAfter('SELECT 1')).toBe(false);
    expect(await isOpenAfter('BEGIN')).toBe(true);
    expect(await isOpenAfter('SELECT * FROM rows_')).toBe(true);
    expect(await isOpenAfter('SELECT * FROM rows_ WHERE 0')).toBe(true);
    expect(await isOpenAfter('UPDATE rows_ SET n = 1 WHERE id = 1')).toBe(true);
    expect(await isOpenAfter('CREATE OR REPLACE TABLE x (n INT)')).toBe(false);
    expect(await isOpenAfter('SET autocommit = 0')).toBe(false);
    expect(await isOpenAfter('SELECT * FROM rows_ LIMIT 1')).toBe(true);
    expect(await isOpenAfter('ROLLBACK')).toBe(false);
  });

  it('are lost in a deadlock', async () => {
    await run('BEGIN');
    await run('UPDATE rows_ SET n = 7 WHERE id = 1');
    const error = await deadlock(() =>
      run('UPDATE rows_ SET n = 7 WHERE id = 2'),
    );
    expect(error).toMatchObject({
      code: '1213',
      sqlState: '40001',
      transient: true,
      transactionLost: true,
      connectionLost: false,
    });
    expect((await run('DO 1')).inTransaction).toBe(false);
  });

  it('are lost in a deadlock of a batch', async () => {
    const done: unknown[] = [];
    const error = await deadlock(() =>
      session.executeBatch!(
        [
          'BEGIN',
          'UPDATE rows_ SET n = 7 WHERE id = 1',
          'UPDATE rows_ SET n = 7 WHERE id = 2',
          'COMMIT',
        ],
        { onSuccess: outcome => done.push(outcome) },
      ),
    );
    expect(done).toHaveLength(2);
    expect(error).toMatchObject({
      code: '1213',
      transient: true,
      transactionLost: true,
    });
  });

  it('are not lost when there is none', async () => {
    const error = await deadlock(() =>
      run('UPDATE rows_ SET n = 7 WHERE id <= 2'),
    );
    expect(error).toMatchObject({
      code: '1213',
      transient: true,
      transactionLost: false,
    });
  });

  it('stay when a lock is not free in time', async () => {
    await query(other, 'BEGIN');
    await query(other, 'UPDATE rows_ SET n = 9 WHERE id = 5');
    try {
      await run('SET innodb_lock_wait_timeout = 1');
      await run('BEGIN');
      await run('UPDATE rows_ SET n = 7 WHERE id = 4');
      const update = 'UPDATE rows_ SET n = 7 WHERE id = 5';
      expect(await failureOf(run(update))).toMatchObject({
        code: '1205',
        transient: true,
        transactionLost: false,
      });
      await run(
        `CREATE OR REPLACE PROCEDURE ${DATABASE}.twice()
          BEGIN UPDATE rows_ SET n = 7 WHERE id = 6; ${update}; END`,
      );
      expect(await failureOf(run('CALL twice()'))).toMatchObject({
        code: '1205',
        transient: false,
      });
      expect(
        await failureOf(run('SELECT * FROM rows_ WHERE id = 5 FOR UPDATE')),
      ).toMatchObject({ code: '1205', transient: true });
      await expect(
        run('INSERT INTO rows_ VALUES (1, 1)'),
      ).rejects.toMatchObject({ code: '1062', transient: false });
    } finally {
      await query(other, 'ROLLBACK');
    }
  });

  it('may have been committed in part by what fails', async () => {
    await query(other, 'CREATE OR REPLACE TABLE noted (n INT)');
    await query(
      other,
      `CREATE OR REPLACE PROCEDURE noting_first() BEGIN
         START TRANSACTION; INSERT INTO noted VALUES (1); COMMIT;
         UPDATE rows_ SET n = 8 WHERE id = 9; END`,
    );
    await query(other, 'BEGIN');
    await query(other, 'UPDATE rows_ SET n = 9 WHERE id = 9');
    try {
      await run('SET innodb_lock_wait_timeout = 1');
      expect(
        await failureOf(
          run('SET STATEMENT max_statement_time = 50 FOR CALL noting_first()'),
        ),
      ).toMatchObject({ code: '1205', transient: false });
      const [{ rows }] = await query(session, 'SELECT n FROM noted');
      expect(rows).toEqual([['1']]);
    } finally {
      await query(other, 'ROLLBACK');
    }
  });

  describe('with an isolated snapshot', () => {
    const changeBehind = () =>
      query(other, 'UPDATE rows_ SET n = n + 1 WHERE id = 20');

    beforeEach(async () => {
      await run('SET innodb_snapshot_isolation = ON');
      await run('BEGIN');
      await run('UPDATE rows_ SET n = 7 WHERE id = 21');
      await run('SELECT * FROM rows_ WHERE id = 20');
    });

    const LOST = { transactionLost: true, transactionOpen: false, kept: false };

    const endOf = async (failing: Promise<unknown>) => {
      const { name, code, transient, transactionLost } = await failureOf(
        failing,
      );
      const [{ rows: warnings }] = await query(session, 'SHOW WARNINGS');
      const { inTransaction } = await run('DO 1');
      await run('COMMIT');
      const [{ rows }] = await query(
        other,
        'SELECT n = 7 FROM rows_ WHERE id = 21',
      );
      return {
        name,
        code,
        transient,
        transactionLost,
        transactionOpen: inTransaction,
        kept: rows[0][0] === '1',
        said: new Set(warnings.map(([, warned]) => warned)),
      };
    };

    it('are lost when a row has changed since', async () => {
      await changeBehind();
      const update = 'UPDATE rows_ SET n = 7 WHERE id = 20';
      expect(await endOf(run(update))).toMatchObject({
        ...LOST,
        code: '1020',
        transient: true,
        said: new Set(['1020']),
      });
    });

    it('are lost when a row has changed since, in a batch', async () => {
      await changeBehind();
      const batch = session.executeBatch!(
        [
          'UPDATE rows_ SET n = 8 WHERE id = 22',
          'UPDATE rows_ SET n = 7 WHERE id = 20',
        ],
        { onSuccess: () => {} },
      );
      expect(await endOf(batch)).toMatchObject({
        ...LOST,
        code: '1020',
        transient: true,
        said: new Set(['1020']),
      });
    });

    it('are lost in a statement that is cancelled as well', async () => {
      await query(
        other,
        `CREATE OR REPLACE PROCEDURE waiting() BEGIN
           DO SLEEP(60); UPDATE rows_ SET n = 7 WHERE id = 20; END`,
      );
      await changeBehind();
      const call = run(`CALL ${DATABASE}.waiting()`);
      const end = endOf(call);
      await delay(200);
      await session.cancel();
      expect(await end).toMatchObject({
        ...LOST,
        name: 'StatementCancelledError',
      });
    });

    it('stay when a procedure says so', async () => {
      await query(
        other,
        `CREATE OR REPLACE PROCEDURE pretending()
           SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1020`,
      );
      expect(
        await failureOf(run(`CALL ${DATABASE}.pretending()`)),
      ).toMatchObject({
        code: '1020',
        transient: false,
        transactionLost: false,
      });
      expect((await run('DO 1')).inTransaction).toBe(true);
    });
  });

  it('are not known to be gone when the session is', async () => {
    await query(other, `KILL CONNECTION ${connectionId()}`);
    while (session.isOpen) await delay(10);
    expect(await failureOf(run('SELECT 1'))).toMatchObject({
      connectionLost: true,
      transient: true,
    });
    expect(
      await failureOf(
        session.executeBatch!(['BEGIN'], { onSuccess: () => {} }),
      ),
    ).toMatchObject({ connectionLost: true, transient: true });
  });
});
