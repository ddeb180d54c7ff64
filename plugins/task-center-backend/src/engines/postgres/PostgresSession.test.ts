import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { collectResults } from '../__testUtils__/collectResults';
import { ignoringRows, query } from '../__testUtils__/mariadb';
import {
  isRunning,
  openPostgresSession,
  postgresConnection,
  queryWithPsql,
  untilRunning,
} from '../__testUtils__/postgres';
import { PostgresEngine } from './PostgresEngine';
import { startFreezingProxy } from '../__testUtils__/startFreezingProxy';

jest.setTimeout(60_000);

const DATABASE = `task_center_engine_${process.pid}`;

describe('PostgresSession', () => {
  let server: DatabaseSession;
  let session: DatabaseSession;
  let other: DatabaseSession;

  const pid = (of: DatabaseSession) => of.id.split('/')[0];
  const rowsOf = async (of: DatabaseSession, sql: string, maxRows?: number) =>
    (await query(of, sql, maxRows))[0].rows;
  const isOnServer = async (of: DatabaseSession) =>
    (
      await rowsOf(
        server,
        `SELECT 1 FROM pg_stat_activity WHERE pid = ${pid(of)}`,
      )
    ).length > 0;

  beforeAll(async () => {
    server = await openPostgresSession();
    await query(server, `CREATE DATABASE ${DATABASE}`);
    other = await openPostgresSession({ database: DATABASE });
    await query(
      other,
      'CREATE TABLE numbers (n int PRIMARY KEY, text varchar(100))',
    );
    await query(
      other,
      `INSERT INTO numbers SELECT n, 'number ' || n FROM generate_series(1, 20000) n`,
    );
  });

  afterAll(async () => {
    await other.close();
    await query(server, `DROP DATABASE ${DATABASE}`);
    await server.close();
  });

  beforeEach(async () => {
    session = await openPostgresSession({ database: DATABASE });
  });

  afterEach(async () => {
    await session.close();
  });

  describe('values', () => {
    it('writes every type as psql does, and names it as psql does', async () => {
      await query(other, "CREATE TYPE mood AS ENUM ('sad', 'très content')");
      await query(other, 'CREATE DOMAIN positive AS int CHECK (VALUE > 0)');
      await query(other, 'CREATE TYPE pair AS (a int, b text)');
      await query(
        other,
        `CREATE TABLE every_type (
          small int2, normal int4, big int8, exact numeric(60,30), plain numeric, f float4, d float8, cash money,
          fixed char(10), one "char", limited varchar(200), endless text, internal name, flag bool,
          da date, ti time(3), tiz timetz, ts timestamp, tsz timestamptz(6), span interval, span2 interval day to second(2),
          id uuid, j json, jb jsonb, doc xml, ip inet, net cidr, mac macaddr, bits bit(5), vbits varbit(9),
          p point, area box, r int4range, mr int4multirange, v tsvector, q tsquery,
          ints int[], texts text[][], m mood, ms mood[], dom positive, c pair, oids oid, cls regclass)`,
      );
      await query(
        other,
        `INSERT INTO every_type VALUES
        (-32768, -2147483648, -9223372036854775808, 123456789012345678901234567890.123456789012345678901234567890,
          'NaN', 3.4028235e38, 1.7976931348623157e308, -92233720368547758.08,
          'abc', 'x', E'it''s "quoted", \\\\ and\\ttabbed\\r\\nlines', '😀 𝒳 text', 'numbers', true,
          'infinity', '23:59:59.999', '12:00+05:30', '4713-01-01 00:00:00 BC', '294276-12-31 23:59:59.999999+00', '-1 year 2 mons -3 days 04:05:06.789', '3 04:05:06.78',
          '123e4567-e89b-12d3-a456-426655440000', '{"big": 12345678901234567890, "spaces":  true}', '{"b": 1.50, "a": null}', '<a>é</a>',
          '2001:db8::1/64', '10.0.0.0/8', '08:00:2b:01:02:03', B'10101', B'1', '(1.5,-2)', '(1,1),(0,0)', '[1,5)', '{[1,2),[5,7)}', 'a fat cat', 'fat & cat',
          '{1,NULL,-3}', '{{"a b","c,d"},{"\\"",NULL}}', 'très content', '{sad,"très content"}', 5, '(1,"x, y")', 4294967295, 'numbers'),
        (0, 0, 9007199254740993, -0.000000000000000000000000000001, 1e-20, 0.1, -2.2250738585072014e-308, 0,
          '', '', '', '', '', false, '0001-01-01', '00:00', '00:00-12', '1970-01-01', 'epoch', '0', '0',
          '00000000-0000-0000-0000-000000000000', '[]', '{}', '', '0.0.0.0', '::/0', '00:00:00:00:00:00', B'00000', B'', '(1e300,-0)', '(0,0),(0,0)', 'empty', '{}', '', '',
          '{}', '{}', 'sad', '{}', 1, '(,)', 0, 'pg_class')`,
      );
      const columns = await rowsOf(
        other,
        `SELECT attname, format_type(CASE WHEN typtype = 'd' THEN typbasetype ELSE t.oid END, atttypmod)
           FROM pg_attribute JOIN pg_type t ON t.oid = atttypid
          WHERE attrelid = 'every_type'::regclass AND attnum > 0 ORDER BY attnum`,
      );
      await query(
        other,
        `INSERT INTO every_type VALUES (${columns
          .map(() => 'NULL')
          .join(', ')})`,
      );

      const [result] = await query(session, 'SELECT * FROM every_type');

      expect(result.rows).toHaveLength(3);
      expect(result.rows).toEqual(
        queryWithPsql('SELECT * FROM every_type', DATABASE),
      );
      expect(result.columns.map(({ name, type }) => [name, type])).toEqual(
        columns,
      );
    });

    it('writes bytes as hex in whatever form the server sends them', async () => {
      const sql = `SELECT decode(string_agg(lpad(to_hex(n), 2, '0'), '' ORDER BY n), 'hex'), ''::bytea, NULL::bytea
                     FROM generate_series(0, 255) n`;
      const expected = Array.from({ length: 256 }, (_, n) =>
        n.toString(16).padStart(2, '0'),
      ).join('');
      expect(await rowsOf(session, sql)).toEqual([
        [`0x${expected}`, '0x', null],
      ]);
      await query(session, "SET bytea_output = 'escape'");
      expect(await rowsOf(session, sql)).toEqual([
        [`0x${expected}`, '0x', null],
      ]);
    });

    it('keeps columns of the same name, and the names as they are', async () => {
      const [result] = await query(
        session,
        'SELECT 1 AS a, 2 AS a, 3 AS "✓ ""x""", NULL AS __proto__, 4',
      );
      expect(result.columns.map(c => c.name)).toEqual([
        'a',
        'a',
        '✓ "x"',
        '__proto__',
        '?column?',
      ]);
      expect(result.rows).toEqual([['1', '2', '3', null, '4']]);
    });

    it('reads text right although the script speaks of another encoding', async () => {
      await query(session, 'BEGIN');
      await query(session, "SET client_encoding = 'LATIN1'");
      expect(await rowsOf(session, "SELECT 'é€'")).toEqual([['é€']]);
      await query(session, 'ROLLBACK');
      expect(await rowsOf(session, "SELECT 'é€'")).toEqual([['é€']]);
    });

    it('returns values of many megabytes', async () => {
      const rows = await rowsOf(session, "SELECT repeat('ab', 9000000), 1");
      expect(rows[0][0]).toHaveLength(18_000_000);
      expect(rows[0][1]).toBe('1');
    });

    it('names a type that nobody else can see yet', async () => {
      await query(session, 'BEGIN');
      await query(session, "CREATE TYPE unseen AS ENUM ('a')");
      const [result] = await query(session, "SELECT 'a'::unseen");
      expect(result.columns[0].type).toBe('user-defined');
      expect(result.rows).toEqual([['a']]);
    });
  });

  describe.each([
    ['outside of a transaction', false],
    ['in a transaction', true],
  ])('result sets %s', (_, inTransaction) => {
    beforeEach(async () => {
      if (inTransaction) await query(session, 'BEGIN');
    });

    it('delivers every row in order', async () => {
      const [result] = await query(
        session,
        'SELECT n FROM numbers ORDER BY n',
        1_000_000,
      );
      expect(result.truncated).toBe(false);
      expect(result.rows.flat()).toEqual(
        Array.from({ length: 20_000 }, (__, i) => String(i + 1)),
      );
    });

    it.each([
      [20_001, 20_000, false],
      [20_000, 20_000, false],
      [19_999, 19_999, true],
      [10_000, 10_000, true],
      [1, 1, true],
      [0, 0, true],
    ])(
      'with a limit of %d delivers %d rows',
      async (limit, count, truncated) => {
        const [result] = await query(session, 'SELECT * FROM numbers', limit);
        expect(result.rows).toHaveLength(count);
        expect(result.truncated).toBe(truncated);
      },
    );

    it('tells of a result set without rows', async () => {
      const [result] = await query(
        session,
        'SELECT * FROM numbers WHERE false',
      );
      expect(result.columns).toHaveLength(2);
      expect(result).toMatchObject({ rows: [], truncated: false });
    });

    it('ends a query on the server when far more rows would come than are wanted', async () => {
      const sql = 'SELECT a.n FROM numbers a, numbers b, numbers c';
      const { sink, results } = collectResults();
      const outcome = await session.execute(sql, { sink, maxRows: 10 });
      expect(outcome).toEqual({ warnings: 0, inTransaction });
      expect(results[0].rows).toHaveLength(10);
      expect(results[0].truncated).toBe(true);
      expect(await isRunning(server, sql)).toBe(false);
      expect(await rowsOf(session, 'SELECT 7')).toEqual([['7']]);
    });

    it('lets a statement do all of its work when it changes something', async () => {
      await query(session, 'CREATE TEMPORARY TABLE target (n int)');
      const { sink, results } = collectResults();
      const outcome = await session.execute(
        `INSERT INTO target SELECT n FROM numbers
          WHERE pg_sleep(CASE n WHEN 19999 THEN 0.6 ELSE 0 END) IS NOT NULL RETURNING n`,
        { sink, maxRows: 5 },
      );
      expect(outcome.affectedRows).toBe(20_000);
      expect(results[0]).toMatchObject({ truncated: true });
      expect(await rowsOf(session, 'SELECT count(*) FROM target')).toEqual([
        ['20000'],
      ]);
    });

    it.each([
      ['a function', 'SELECT count_up(n) FROM numbers WHERE n <= 1500'],
      ['a view', 'SELECT * FROM counting_again'],
    ])('lets a query go on that writes through %s', async (__, sql) => {
      await query(session, 'CREATE TEMPORARY TABLE counted (n int)');
      await query(
        session,
        `CREATE OR REPLACE FUNCTION count_up(x int) RETURNS int LANGUAGE plpgsql AS
          'BEGIN INSERT INTO counted VALUES (x); PERFORM pg_sleep(0.0005); RETURN x; END'`,
      );
      await query(
        session,
        'CREATE OR REPLACE VIEW counting AS SELECT count_up(n) FROM numbers WHERE n <= 1500',
      );
      await query(
        session,
        'CREATE OR REPLACE VIEW counting_again AS SELECT * FROM counting',
      );
      if (inTransaction) {
        await query(session, 'COMMIT');
        await query(session, 'BEGIN');
      }
      await query(session, sql, 5);
      expect(await rowsOf(session, 'SELECT count(*) FROM counted')).toEqual([
        ['1500'],
      ]);
    });

    it('reads no faster than the sink takes in', async () => {
      global.gc?.();
      const before = process.memoryUsage().rss;
      let highest = 0;
      let rows = 0;
      await session.execute(
        "SELECT repeat('x', 100000) FROM numbers LIMIT 5000",
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

    it('throws what the sink throws, and goes on with the next statement', async () => {
      const { sink } = collectResults(async () => {
        throw new Error('disk full');
      });
      await expect(
        session.execute('SELECT * FROM numbers a, numbers b', {
          sink,
          maxRows: 1e9,
        }),
      ).rejects.toThrow('disk full');
      expect(await rowsOf(session, 'SELECT 7')).toEqual([['7']]);
    });

    it('keeps the rows that came before an error', async () => {
      const { sink, results } = collectResults();
      await expect(
        session.execute(
          'SELECT n, 1 / (1700 - n) FROM (SELECT n FROM numbers ORDER BY n) sorted',
          {
            sink,
            maxRows: 10_000,
          },
        ),
      ).rejects.toMatchObject({ code: '22012' });
      expect(results).toHaveLength(1);
      expect(results[0].rows).toHaveLength(1_699);
      expect(results[0].truncated).toBeUndefined();
    });
  });

  describe('outcomes', () => {
    const run = (sql: string) => session.execute(sql, ignoringRows());

    it('counts as the server does', async () => {
      const nothing = { warnings: 0, inTransaction: false };
      expect(
        await run('CREATE TEMPORARY TABLE t (id int PRIMARY KEY, v int)'),
      ).toEqual(nothing);
      const three = { ...nothing, affectedRows: 3 };
      expect(await run('INSERT INTO t VALUES (1,1),(2,2),(3,3)')).toEqual(
        three,
      );
      expect(await run('UPDATE t SET v = 1')).toEqual(three);
      expect(await run('UPDATE t SET v = 2 RETURNING *')).toEqual(three);
      expect(
        await run(
          'WITH gone AS (DELETE FROM t RETURNING *) INSERT INTO t SELECT id + 10 FROM gone',
        ),
      ).toEqual(three);
      expect(
        await run('CREATE TEMPORARY TABLE copied AS SELECT * FROM t'),
      ).toEqual(three);
      expect(await run('SELECT * FROM t')).toEqual(nothing);
      expect(await run('DELETE FROM t')).toEqual(three);
    });

    it('keeps what the server remarks', async () => {
      const outcome = await run(
        `DO $$ BEGIN RAISE NOTICE 'so far'; RAISE WARNING 'careful' USING HINT = 'slowly', ERRCODE = '01234';
           FOR i IN 1..30 LOOP RAISE WARNING '%', i; END LOOP; END $$`,
      );
      expect(outcome.warnings).toBe(31);
      expect(outcome.warningTexts).toHaveLength(20);
      expect(outcome.warningTexts!.slice(0, 3)).toEqual([
        { code: '00000', message: 'so far', notice: true },
        { code: '01234', message: 'careful Hint: slowly' },
        { code: '01000', message: '1' },
      ]);
    });

    it('says what the server says against a statement', async () => {
      await expect(
        run('INSERT INTO numbers VALUES (1, NULL)'),
      ).rejects.toMatchObject({
        name: 'DatabaseError',
        code: '23505',
        sqlState: '23505',
        message:
          'duplicate key value violates unique constraint "numbers_pkey": Key (n)=(1) already exists.',
        connectionLost: false,
        transient: false,
      });
      await expect(run('SELECT 1,\n  nope FROM numbers')).rejects.toMatchObject(
        {
          message:
            'column "nope" does not exist (line 2, character 3 of the statement)',
        },
      );
      await expect(run("SELECT '𝒳𝒳', nope")).rejects.toThrow(
        '(line 1, character 14 of the statement)',
      );
      await expect(run('SELECT 1; SELECT 2')).rejects.toMatchObject({
        code: '42601',
      });
      await expect(run("SELECT 'a\0b'")).rejects.toMatchObject({
        code: '22021',
      });
      await expect(run('SELECT $1::int')).rejects.toMatchObject({
        code: '42P02',
        connectionLost: false,
      });
      expect(session.isOpen).toBe(true);
    });

    it('tells of the transaction as the server does', async () => {
      expect(await run('BEGIN')).toMatchObject({ inTransaction: true });
      expect(await run('SELECT 1')).toMatchObject({ inTransaction: true });
      await expect(run('SELECT 1/0')).rejects.toMatchObject({
        transactionLost: false,
      });
      await expect(run('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
      await expect(run('COMMIT')).rejects.toMatchObject({
        transactionLost: true,
        message: expect.stringContaining('rolled it back'),
      });
      await run('BEGIN');
      await run('SELECT 1/0').catch(() => {});
      expect(await run('/* a /* b */ COMMIT */ ROLLBACK')).toMatchObject({
        inTransaction: false,
      });
      await run('BEGIN');
      await run('SAVEPOINT a');
      await run('SELECT 1/0').catch(() => {});
      expect(await run('ROLLBACK TO a')).toMatchObject({ inTransaction: true });
      expect(await run('COMMIT')).toMatchObject({ inTransaction: false });
    });

    it('says that a commit undid the transaction', async () => {
      await run(
        'CREATE TEMPORARY TABLE d (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)',
      );
      await expect(run('INSERT INTO d VALUES (1), (1)')).rejects.toMatchObject({
        code: '23505',
        transactionLost: false,
      });
      await run('BEGIN');
      await run('INSERT INTO d VALUES (1), (1)');
      await expect(run('COMMIT')).rejects.toMatchObject({
        code: '23505',
        transactionLost: true,
      });
      expect(await rowsOf(session, 'SELECT * FROM d')).toEqual([]);
    });

    it('says what may succeed another time', async () => {
      await query(other, 'BEGIN');
      await query(other, 'SELECT * FROM numbers WHERE n = 1 FOR UPDATE');
      try {
        const locked = 'SELECT * FROM numbers WHERE n = 1 FOR UPDATE NOWAIT';
        await expect(run(locked)).rejects.toMatchObject({
          code: '55P03',
          transient: true,
        });
        await run("SET lock_timeout = '10ms'");
        await expect(
          run('DELETE FROM numbers WHERE n = 1'),
        ).rejects.toMatchObject({ code: '55P03', transient: true });
        await run('BEGIN');
        await expect(run(locked)).rejects.toMatchObject({
          code: '55P03',
          transient: false,
        });
      } finally {
        await query(other, 'ROLLBACK');
      }
    });

    it('does not offer to repeat what was committed in part before it failed', async () => {
      await run('CREATE TABLE repeated (n int)');
      const body = `BEGIN INSERT INTO repeated VALUES (1); COMMIT; RAISE SQLSTATE '40P01'; END`;
      await run(
        `CREATE PROCEDURE commit_and_fail() LANGUAGE plpgsql AS $$${body}$$`,
      );
      for (const sql of ['CALL commit_and_fail()', `DO $$${body}$$`]) {
        await expect(run(sql)).rejects.toMatchObject({
          code: '40P01',
          transient: false,
        });
        expect(
          await rowsOf(session, 'DELETE FROM repeated RETURNING n'),
        ).toEqual([['1']]);
      }
    });

    it('offers to repeat a change of a table that met a lock, but not one that is made in steps', async () => {
      await run('CREATE TABLE stepped (n int)');
      await run("SET lock_timeout = '10ms'");
      await query(other, 'BEGIN');
      await query(other, 'INSERT INTO stepped VALUES (1)');
      try {
        await expect(
          run('ALTER TABLE stepped ADD COLUMN text text'),
        ).rejects.toMatchObject({ code: '55P03', transient: true });
        await expect(
          run(
            'CREATE INDEX CONCURRENTLY IF NOT EXISTS half_built ON stepped (n)',
          ),
        ).rejects.toMatchObject({ code: '55P03', transient: false });
        expect(
          await rowsOf(
            session,
            `SELECT indisvalid FROM pg_index WHERE indexrelid = 'half_built'::regclass`,
          ),
        ).toEqual([['f']]);
      } finally {
        await query(other, 'ROLLBACK');
      }
    });

    it.each([['BEGIN'], ['ROLLBACK']])(
      'refuses what only a client has, and keeps the session, behind %s',
      async before => {
        await run(before);
        await expect(run('COPY numbers FROM STDIN')).rejects.toMatchObject({
          code: '0A000',
          message: expect.stringMatching(/^COPY … FROM STDIN is not possible/),
          connectionLost: false,
        });
        await run('ROLLBACK');
        expect(await rowsOf(session, 'SELECT 7')).toEqual([['7']]);
      },
    );

    it('returns the lines that COPY … TO STDOUT writes', async () => {
      const { sink, results } = collectResults();
      const outcome = await session.execute(
        'COPY (SELECT n, text FROM numbers ORDER BY n) TO STDOUT (FORMAT csv, FORCE_QUOTE (text))',
        { sink, maxRows: 2 },
      );
      expect(outcome.affectedRows).toBeUndefined();
      expect(results).toEqual([
        {
          columns: [{ name: 'line', type: 'text' }],
          rows: [['1,"number 1"'], ['2,"number 2"']],
          truncated: true,
        },
      ]);
    });

    it('runs what must not stand in a transaction, and procedures that commit', async () => {
      await run('VACUUM numbers');
      await run('CREATE INDEX CONCURRENTLY numbers_text ON numbers (text)');
      await run('DROP INDEX CONCURRENTLY numbers_text');
      await run(
        `CREATE PROCEDURE commit_half() LANGUAGE plpgsql AS
          'BEGIN INSERT INTO numbers VALUES (-1); COMMIT; INSERT INTO numbers VALUES (-2); ROLLBACK; END'`,
      );
      await run('CALL commit_half()');
      expect(
        await rowsOf(session, 'DELETE FROM numbers WHERE n < 0 RETURNING n'),
      ).toEqual([['-1']]);
      await run('DISCARD ALL');
      expect(await rowsOf(session, 'SELECT 7')).toEqual([['7']]);
    });
  });

  describe('cancel', () => {
    it.each([
      ['a wait', 'SELECT pg_sleep(60)'],
      ['a wait without rows', 'DO $$ BEGIN PERFORM pg_sleep(60); END $$'],
      [
        'a heavy query',
        'SELECT count(*) FROM numbers a, numbers b, numbers c WHERE a.n + b.n = c.n * c.n',
      ],
      [
        'a heavy update',
        'UPDATE numbers a SET text = (SELECT max(b.n + c.n + a.n) FROM numbers b, numbers c)',
      ],
      ['a stream of rows', 'SELECT a.n FROM numbers a, numbers b, numbers c'],
    ])('ends %s on the server', async (_, sql) => {
      const { sink, results } = collectResults();
      const outcome = session.execute(sql, { sink, maxRows: 1e9 }).then(
        () => undefined,
        error => error,
      );
      await untilRunning(server, sql);
      await delay(100);

      await session.cancel();

      expect(await isRunning(server, sql)).toBe(false);
      expect(await outcome).toMatchObject({ name: 'StatementCancelledError' });
      expect(results.every(r => r.truncated === undefined)).toBe(true);
      expect(
        await rowsOf(
          session,
          "SELECT count(*) FROM numbers WHERE text <> 'number ' || n",
        ),
      ).toEqual([['0']]);
    });

    it('ends a stream of rows in a transaction', async () => {
      await query(session, 'BEGIN');
      const sql = 'SELECT b.n FROM numbers a, numbers b, numbers c';
      const outcome = session
        .execute(sql, { ...ignoringRows(), maxRows: 1e9 })
        .catch(error => error.name);
      await untilRunning(server, sql);
      await session.cancel();
      expect(await outcome).toBe('StatementCancelledError');
      expect(await isRunning(server, sql)).toBe(false);
      expect(await session.execute('ROLLBACK', ignoringRows())).toMatchObject({
        inTransaction: false,
      });
    });

    it('ends a statement that waits for a lock', async () => {
      await query(other, 'BEGIN');
      await query(other, 'SELECT * FROM numbers WHERE n = 1 FOR UPDATE');
      try {
        const outcome = session
          .execute('DELETE FROM numbers WHERE n = 1', ignoringRows())
          .catch(error => error.name);
        await delay(100);
        await session.cancel();
        expect(await outcome).toBe('StatementCancelledError');
      } finally {
        await query(other, 'ROLLBACK');
      }
    });

    it('ends a statement whose sink lags behind', async () => {
      const { sink } = collectResults(() => delay(500));
      const outcome = session
        .execute("SELECT repeat('x', 10000) FROM numbers a, numbers b", {
          sink,
          maxRows: 1e9,
        })
        .catch(error => error.name);
      await delay(300);
      await session.cancel();
      expect(await outcome).toBe('StatementCancelledError');
    });

    it('ends a statement although the network swallows its answer', async () => {
      const proxy = await startFreezingProxy(postgresConnection());
      const behind = await openPostgresSession({ port: proxy.port });
      try {
        const sql = 'SELECT pg_sleep(59)';
        const outcome = behind
          .execute(sql, ignoringRows())
          .catch(error => error);
        await untilRunning(server, sql);
        proxy.freeze();
        await behind.cancel();
        expect(await isOnServer(behind)).toBe(false);
        expect(await outcome).toMatchObject({ connectionLost: true });
        expect(behind.isOpen).toBe(false);
      } finally {
        await behind.close();
        await proxy.stop();
      }
    });

    it('never hits the statement that comes after', async () => {
      await session.cancel();
      for (let i = 0; i < 60; i++) {
        const outcome = session
          .execute(`SELECT pg_sleep(0.00${i % 10})`, ignoringRows())
          .catch(error => error.name);
        await delay(i % 7);
        const cancelled = session.cancel();
        await outcome;
        expect(
          await rowsOf(session, `SELECT ${i} FROM pg_sleep(0.002)`),
        ).toEqual([[`${i}`]]);
        await cancelled;
      }
    });

    it('says the truth about a change that was done before the signal arrived', async () => {
      await query(other, 'CREATE TABLE done (n int)');
      const outcomes: string[] = [];
      for (let i = 0; i < 100; i++) {
        const outcome = session
          .execute(
            `INSERT INTO done SELECT ${i} FROM pg_sleep(${(i % 20) / 1_000})${
              i % 2 ? ' RETURNING n' : ''
            }`,
            ignoringRows(),
          )
          .then(
            () => 'done',
            error => error.name,
          );
        if (i % 3) await delay(i % 12);
        await session.cancel();
        outcomes.push(await outcome);
      }
      const expected = outcomes.flatMap((outcome, i) =>
        outcome === 'done' ? [[`${i}`]] : [],
      );
      expect(new Set(outcomes)).toEqual(
        new Set(['done', 'StatementCancelledError']),
      );
      expect(await rowsOf(other, 'SELECT n FROM done ORDER BY n')).toEqual(
        expected,
      );
    });
  });

  describe('the end of a session', () => {
    it('is complete when close resolves', async () => {
      await query(session, 'BEGIN');
      await query(session, "UPDATE numbers SET text = 'never' WHERE n = 2");
      await session.close();
      await session.close();
      await query(
        other,
        'SELECT text FROM numbers WHERE n = 2 FOR UPDATE NOWAIT',
      );
      expect(await isOnServer(session)).toBe(false);
      await expect(query(session, 'SELECT 1')).rejects.toMatchObject({
        connectionLost: true,
      });
    });

    it('takes the statement under way with it', async () => {
      const outcome = session
        .execute('SELECT pg_sleep(60)', ignoringRows())
        .catch(error => error);
      await delay(100);
      await session.close();
      expect(await isOnServer(session)).toBe(false);
      expect(await outcome).toMatchObject({
        name: 'DatabaseError',
        connectionLost: true,
      });
    });

    it('is noticed while a statement runs', async () => {
      const outcome = session
        .execute('SELECT pg_sleep(60)', ignoringRows())
        .catch(error => error);
      await delay(100);
      await query(server, `SELECT pg_terminate_backend(${pid(session)})`);
      expect(await outcome).toMatchObject({
        name: 'DatabaseError',
        connectionLost: true,
        transient: false,
      });
      await expect(query(session, 'SELECT 1')).rejects.toMatchObject({
        connectionLost: true,
        transient: true,
      });
      await session.cancel();
    });

    it('is noticed between two statements', async () => {
      await query(server, `SELECT pg_terminate_backend(${pid(session)}, 5000)`);
      while (session.isOpen) await delay(10);
      await expect(query(session, 'SELECT 1')).rejects.toMatchObject({
        name: 'DatabaseError',
        connectionLost: true,
        transient: true,
        code: '57P01',
      });
    });

    it('is not seen in a sink that takes long behind the last answer', async () => {
      const patient = await openPostgresSession(
        { database: DATABASE },
        PostgresEngine.create({
          silence: { silence: 200, onItsWay: 100, unreachable: 5_000 },
        }),
      );
      try {
        const { sink, results } = collectResults(() => delay(2_000));
        await patient.execute('SELECT n FROM numbers WHERE n < 3', {
          sink,
          maxRows: 10,
        });
        expect(results[0]).toMatchObject({
          rows: [['1'], ['2']],
          truncated: false,
        });
        expect(await rowsOf(patient, 'SELECT 7')).toEqual([['7']]);
      } finally {
        await patient.close();
      }
    });

    it.each([
      ['outside of', 'COMMIT'],
      // There it is read in portions, and the server waits to be asked for the next one.
      ['in', 'BEGIN'],
    ])(
      'is found out when the network swallows the answer, %s a transaction',
      async (_, first) => {
        const proxy = await startFreezingProxy(postgresConnection());
        const behind = await openPostgresSession(
          { port: proxy.port },
          PostgresEngine.create({
            silence: { silence: 500, onItsWay: 200, unreachable: 5_000 },
          }),
        );
        try {
          await query(behind, first);
          const sql = 'SELECT pg_sleep(3)';
          const outcome = behind
            .execute(sql, ignoringRows())
            .catch(error => error);
          await untilRunning(server, sql);
          proxy.freeze();
          await delay(1_500);
          expect(behind.isOpen).toBe(true);
          expect(await outcome).toMatchObject({
            connectionLost: true,
            transient: false,
            message: expect.stringContaining(
              'the answer of the server was lost',
            ),
          });
          expect(await isOnServer(behind)).toBe(false);
        } finally {
          await behind.close();
          await proxy.stop();
        }
      },
    );
  });
});
