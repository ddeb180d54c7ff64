import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  collectResults,
  CollectedResult,
} from '../__testUtils__/collectResults';
import { SqliteEngine } from './SqliteEngine';
import { SQLITE_PROCESS_FILE, SQLITE_PROCESS_MARK } from './sqliteProcess';

jest.setTimeout(60_000);

const ENDLESS =
  'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c';

describe('SqliteSession', () => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-sqlite-'));
  const filename = join(directory, 'test.sqlite');
  let database: Database.Database;
  let session: DatabaseSession;

  const open = (file = filename) =>
    SqliteEngine.create().openSession({
      config: new ConfigReader({ filename: file }),
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
    });
  const query = async (sql: string, maxRows = 1_000) => {
    const { sink, results } = collectResults();
    const outcome = await session.execute(sql, { sink, maxRows });
    return { ...(results[0] as CollectedResult), outcome };
  };
  const isAlive = (pid: string | number) => existsSync(`/proc/${pid}/exe`);
  const pidOf = (of: DatabaseSession) => of.id.split(':')[0];

  beforeAll(() => {
    database = new Database(filename);
    database.exec(`
      CREATE TABLE numbers (n INTEGER PRIMARY KEY, text VARCHAR(100));
      WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 20000)
      INSERT INTO numbers SELECT n, 'number ' || n FROM c;
    `);
  });

  afterAll(() => {
    database.close();
    rmSync(directory, { recursive: true });
  });

  beforeEach(async () => {
    session = await open();
  });

  afterEach(async () => {
    await session.close();
  });

  describe('values', () => {
    it('writes numbers as SQLite itself does', async () => {
      const reals = [
        0.1,
        0.1 + 0.2,
        1,
        -1,
        1e15,
        1e14 + 0.5,
        123456789012345.6,
        1e16,
        1e-4,
        9.9999e-5,
        1e-5,
        1 / 3,
        2 / 3,
        5e-324,
        1.7976931348623157e308,
        -0,
        Infinity,
        -Infinity,
        100,
        1e21,
        4.35,
        1.005,
        2 ** 53,
        2 ** 53 + 2,
        0.5,
        1e-7,
        ...Array.from(
          { length: 3_000 },
          (_, i) => Math.sin(i) * 10 ** ((i % 40) - 20),
        ),
        ...Array.from({ length: 60_000 }, (_, i) =>
          Number(
            (Math.sin(i) * 10 ** ((i % 11) - 3)).toPrecision(1 + (i % 15)),
          ),
        ),
      ];
      database.exec('CREATE TABLE reals (id INTEGER PRIMARY KEY, value REAL)');
      const insert = database.prepare('INSERT INTO reals (value) VALUES (?)');
      database.transaction(() => reals.forEach(real => insert.run(real)))();

      const { rows } = await query(
        'SELECT value, CAST(value AS TEXT), typeof(value) FROM reals ORDER BY id',
        100_000,
      );

      expect(rows).toHaveLength(reals.length);
      expect(rows.map(row => row[0])).toEqual(rows.map(row => row[1]));
      expect(rows.every(row => row[2] === 'real')).toBe(true);
    });

    it('keeps integers, text and bytes as they are', async () => {
      const { rows, columns } = await query(
        `SELECT 9223372036854775807 AS big, -9223372036854775808 AS low, 9007199254740993 AS odd, 1 AS one, 1.0 AS real,
           NULL AS void, '' AS empty, 'it''s "q"' || char(10) || '😀' || char(0) || 'x' AS text, x'00FF10' AS bytes,
           x'' AS none, 'same' AS one, n, text FROM numbers WHERE n = 7`,
      );
      expect(rows).toEqual([
        [
          '9223372036854775807',
          '-9223372036854775808',
          '9007199254740993',
          '1',
          '1.0',
          null,
          '',
          'it\'s "q"\n😀\0x',
          '0x00ff10',
          '0x',
          'same',
          '7',
          'number 7',
        ],
      ]);
      expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
        'big INTEGER',
        'low INTEGER',
        'odd INTEGER',
        'one INTEGER',
        'real REAL',
        'void NULL',
        'empty TEXT',
        'text TEXT',
        'bytes BLOB',
        'none BLOB',
        'one TEXT',
        'n INTEGER',
        'text VARCHAR(100)',
      ]);
    });
  });

  describe('result sets', () => {
    it('delivers every row in order', async () => {
      const { rows, truncated } = await query('SELECT n FROM numbers', 1e6);
      expect(rows.flat()).toEqual(
        Array.from({ length: 20_000 }, (_, i) => String(i + 1)),
      );
      expect(truncated).toBe(false);
    });

    it.each([
      [20_001, 20_000, false],
      [20_000, 20_000, false],
      [19_999, 19_999, true],
      [1, 1, true],
    ])(
      'with a limit of %d delivers %d rows',
      async (limit, count, truncated) => {
        const result = await query('SELECT * FROM numbers', limit);
        expect(result.rows).toHaveLength(count);
        expect(result.truncated).toBe(truncated);
      },
    );

    it('tells of a result set without rows', async () => {
      expect(await query('SELECT n, 1 FROM numbers WHERE 0')).toEqual({
        columns: [
          { name: 'n', type: 'INTEGER' },
          { name: '1', type: 'NULL' },
        ],
        rows: [],
        truncated: false,
        outcome: { inTransaction: false },
      });
    });

    it('stops reading at the limit', async () => {
      const { rows, truncated } = await query(
        ENDLESS.replace('count(*)', 'n'),
        5,
      );
      expect(rows).toHaveLength(5);
      expect(truncated).toBe(true);
    });

    it('reads no faster than the sink takes in', async () => {
      const before = process.memoryUsage().rss;
      let highest = 0;
      let rows = 0;
      await session.execute(
        'SELECT hex(zeroblob(50000)) FROM numbers LIMIT 5000',
        {
          maxRows: 5_000,
          sink: {
            begin: async () => {},
            rows: async batch => {
              if (rows === 0) await delay(1_000);
              rows += batch.length;
              highest = Math.max(highest, process.memoryUsage().rss);
            },
            end: async () => {},
          },
        },
      );
      expect(rows).toBe(5_000);
      expect(highest - before).toBeLessThan(200 * 1024 * 1024);
    });

    it('keeps the rows that came before an error', async () => {
      const { sink, results } = collectResults();
      await expect(
        session.execute(
          'SELECT n, CASE WHEN n = 1700 THEN abs(-9223372036854775807 - 1) END FROM numbers',
          { sink, maxRows: 10_000 },
        ),
      ).rejects.toMatchObject({
        message: 'integer overflow',
        connectionLost: false,
      });
      expect(results[0].rows).toHaveLength(1_699);
      expect(results[0].truncated).toBeUndefined();
    });

    it('throws what the sink throws, and goes on with the next statement', async () => {
      const { sink } = collectResults(async () => {
        throw new Error('disk full');
      });
      await expect(
        session.execute('SELECT * FROM numbers', { sink, maxRows: 1e9 }),
      ).rejects.toThrow('disk full');
      expect((await query('SELECT 7')).rows).toEqual([['7']]);
    });
  });

  describe('outcomes', () => {
    it('counts what a statement changed', async () => {
      const affected = async (sql: string, maxRows?: number) =>
        (await query(sql, maxRows)).outcome.affectedRows;
      expect(await affected('CREATE TEMP TABLE t (a INT UNIQUE)')).toBe(0);
      expect(await affected('INSERT INTO t VALUES (1), (2), (3)')).toBe(3);
      expect(await affected('UPDATE t SET a = a + 10 RETURNING a', 1)).toBe(3);
      expect(await affected('DELETE FROM t WHERE a = 0 RETURNING a')).toBe(0);
      expect(await affected('SELECT * FROM t')).toBeUndefined();
      expect(await affected('PRAGMA user_version')).toBeUndefined();
      expect(await affected('DELETE FROM t')).toBe(3);
    });

    it('keeps a transaction between statements', async () => {
      await query('BEGIN');
      await query("UPDATE numbers SET text = 'changed' WHERE n = 1");
      expect(
        (await query('SELECT text FROM numbers WHERE n = 1')).rows,
      ).toEqual([['changed']]);
      await query('ROLLBACK');
      expect(
        (await query('SELECT text FROM numbers WHERE n = 1')).rows,
      ).toEqual([['number 1']]);
    });

    it('says what SQLite says against a statement', async () => {
      await expect(query('SELEC 1')).rejects.toMatchObject({
        name: 'DatabaseError',
        code: 'SQLITE_ERROR',
        message: 'near "SELEC": syntax error',
      });
      await expect(
        query('INSERT INTO numbers VALUES (1, NULL)'),
      ).rejects.toMatchObject({
        code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
        message: 'UNIQUE constraint failed: numbers.n',
      });
      await expect(query('SELECT ?')).rejects.toThrow(/has parameters/);
      await expect(query('SELECT 1; SELECT 2')).rejects.toThrow(
        /more than one statement/,
      );
      await expect(query("SELECT 'a' \0 garbage")).rejects.toThrow(
        /NUL character/,
      );
    });

    it('waits a while for a lock that something else has', async () => {
      database.exec('BEGIN IMMEDIATE');
      try {
        await expect(
          query('DELETE FROM numbers WHERE n = 1'),
        ).rejects.toMatchObject({
          code: 'SQLITE_BUSY',
          message:
            'database is locked: something else has held it for 5 seconds',
          transient: true,
          transactionLost: false,
        });
      } finally {
        database.exec('ROLLBACK');
      }
    });

    it('may pass, unless the transaction has read what has changed since', async () => {
      database.pragma('journal_mode = WAL');
      try {
        await query('BEGIN');
        await query('SELECT count(*) FROM numbers');
        database.exec("UPDATE numbers SET text = 'new' WHERE n = 3");
        await expect(
          query('DELETE FROM numbers WHERE n = 3'),
        ).rejects.toMatchObject({
          code: 'SQLITE_BUSY_SNAPSHOT',
          transient: false,
          transactionLost: false,
        });
        await query('ROLLBACK');
      } finally {
        await session.close();
        database.exec("UPDATE numbers SET text = 'number 3' WHERE n = 3");
        database.pragma('journal_mode = DELETE');
      }
    });
  });

  describe('transactions', () => {
    it('are seen', async () => {
      const isOpenAfter = async (sql: string) =>
        (await query(sql)).outcome.inTransaction;
      expect(await isOpenAfter('SELECT 1')).toBe(false);
      expect(await isOpenAfter('BEGIN')).toBe(true);
      expect(await isOpenAfter('SELECT n FROM numbers LIMIT 2')).toBe(true);
      expect(
        await isOpenAfter('CREATE TABLE undone (n INTEGER PRIMARY KEY)'),
      ).toBe(true);
      expect(await isOpenAfter('ROLLBACK')).toBe(false);
    });

    it('are said to be lost when SQLite undoes them', async () => {
      await query('BEGIN');
      await query("UPDATE numbers SET text = 'never' WHERE n = 4");
      await expect(
        query('INSERT INTO numbers VALUES (1, NULL)'),
      ).rejects.toMatchObject({
        code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
        transient: false,
        transactionLost: false,
      });
      await expect(
        query('INSERT OR ROLLBACK INTO numbers VALUES (1, NULL)'),
      ).rejects.toMatchObject({
        code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
        transient: false,
        transactionLost: true,
      });
      const { rows, outcome } = await query(
        'SELECT text FROM numbers WHERE n = 4',
      );
      expect(rows).toEqual([['number 4']]);
      expect(outcome.inTransaction).toBe(false);
    });
  });

  describe('other files', () => {
    const other = join(directory, 'other.sqlite');

    it.each([
      `ATTACH '${other}' AS other`,
      `-- a comment\n/* another */ attach database '${other}' as other`,
      `;ATTACH '${other}' AS other`,
      `\uFEFFATTACH '${other}' AS other`,
      `VACUUM INTO '${other}'`,
      `vacuum main into '${other}'`,
      `SELECT load_extension('${other}')`,
    ])('are out of reach: %s', async sql => {
      await expect(query(sql)).rejects.toMatchObject({
        name: 'DatabaseError',
        message: expect.stringMatching(/is not allowed in a task$/),
      });
      expect(existsSync(other)).toBe(false);
    });

    it.each([
      "SELECT 'ATTACH and VACUUM INTO' AS attach",
      'VACUUM',
      'EXPLAIN QUERY PLAN SELECT n AS vacuum FROM numbers',
      `EXPLAIN ATTACH '${other}' AS other`,
    ])('are not meant by: %s', async sql => {
      await query(sql);
      expect(existsSync(other)).toBe(false);
    });
  });

  describe('cancel', () => {
    it('ends the statement with its process', async () => {
      const { sink } = collectResults();
      const outcome = session
        .execute(ENDLESS, { sink, maxRows: 10 })
        .catch(error => error);
      await delay(200);

      await session.cancel();

      expect(isAlive(pidOf(session))).toBe(false);
      expect(await outcome).toMatchObject({ name: 'StatementCancelledError' });
      expect(session.isOpen).toBe(false);
      await expect(query('SELECT 1')).rejects.toMatchObject({
        connectionLost: true,
      });
    });

    it('takes back what the transaction had written', async () => {
      await query('BEGIN');
      await query('UPDATE numbers SET text = hex(zeroblob(2000))');
      const { sink } = collectResults();
      const outcome = session
        .execute(ENDLESS, { sink, maxRows: 10 })
        .catch(error => error.name);
      await delay(100);
      expect(existsSync(`${filename}-journal`)).toBe(true);
      await session.cancel();
      expect(await outcome).toBe('StatementCancelledError');
      const changed = database
        .prepare("SELECT count(*) FROM numbers WHERE text <> 'number ' || n")
        .pluck();
      expect(changed.get()).toBe(0);
    });

    it('does nothing when no statement is under way', async () => {
      await session.cancel();
      expect((await query('SELECT 7')).rows).toEqual([['7']]);
    });
  });

  describe('the process', () => {
    it('is gone when close resolves', async () => {
      await session.close();
      await session.close();
      expect(isAlive(pidOf(session))).toBe(false);
      await expect(query('SELECT 1')).rejects.toThrow('The session was closed');
    });

    it('goes in the middle of a statement', async () => {
      const outcome = query(ENDLESS).catch(error => error);
      await delay(100);
      await session.close();
      expect(isAlive(pidOf(session))).toBe(false);
      expect(await outcome).toMatchObject({
        name: 'DatabaseError',
        connectionLost: true,
      });
    });

    it('is missed when it dies', async () => {
      const outcome = query(ENDLESS).catch(error => error);
      await delay(100);
      process.kill(Number(pidOf(session)), 'SIGKILL');
      expect(await outcome).toMatchObject({
        name: 'DatabaseError',
        message:
          'The process that runs SQLite ended unexpectedly (signal SIGKILL)',
        connectionLost: true,
      });
      expect(session.isOpen).toBe(false);
    });

    it('outlives what a terminal sends, as the backend decides when a session ends', async () => {
      process.kill(Number(pidOf(session)), 'SIGINT');
      process.kill(Number(pidOf(session)), 'SIGTERM');
      expect((await query('SELECT 7')).rows).toEqual([['7']]);
    });

    it('dies with the backend, even in the middle of a statement', async () => {
      const backend = spawn(
        process.execPath,
        [
          '-e',
          `const child = require('node:child_process').fork(
             ${JSON.stringify(SQLITE_PROCESS_FILE)},
             [${JSON.stringify(
               SQLITE_PROCESS_MARK,
             )}, 'token', String(process.pid)],
             { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
           );
           child.on('message', ({ type }) => {
             if (type !== 'opened') return;
             child.send({ type: 'execute', sql: ${JSON.stringify(
               ENDLESS,
             )}, maxRows: 1 });
             console.log(child.pid);
           });
           child.send({ type: 'open', filename: ${JSON.stringify(
             filename,
           )} });`,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const [output] = await once(backend.stdout!, 'data');
      const pid = String(output).trim();
      await delay(300);
      expect(isAlive(pid)).toBe(true);

      backend.kill('SIGKILL');

      const deadline = Date.now() + 5_000;
      while (isAlive(pid) && Date.now() < deadline) await delay(20);
      expect(isAlive(pid)).toBe(false);
    });

    it('is ended as an orphan, but only if it is the very one', async () => {
      const engine = SqliteEngine.create();
      const [pid, token] = session.id.split(':');
      const stranger = '00000000-0000-4000-8000-000000000000';
      await engine.endOrphanedSession(`${pid}:${stranger}`);
      await engine.endOrphanedSession(`${process.pid}:${token}`);
      expect((await query('SELECT 7')).rows).toEqual([['7']]);

      await engine.endOrphanedSession(session.id);

      expect(isAlive(pid)).toBe(false);
      await engine.endOrphanedSession(session.id);
    });
  });

  describe('a file that cannot be opened', () => {
    it.each([
      [join(directory, 'missing.sqlite'), /missing\.sqlite does not exist$/],
      [directory, /is not a database file$/],
      [__filename, /file is not a database$/],
    ])('%s', async (file, message) => {
      await expect(open(file)).rejects.toMatchObject({
        name: 'DatabaseError',
        message: expect.stringMatching(message),
      });
    });
  });
});
