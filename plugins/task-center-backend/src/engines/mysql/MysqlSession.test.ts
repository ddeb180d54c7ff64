import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { startFreezingProxy } from '../__testUtils__/startFreezingProxy';
import { collectResults } from '../__testUtils__/collectResults';
import {
  ignoringRows,
  openMariadbSession,
  query,
  runClient,
} from '../__testUtils__/mariadb';

jest.setTimeout(60_000);

const DATABASE = `task_center_engine_${process.pid}`;

describe('MysqlSession', () => {
  let session: DatabaseSession;
  let other: DatabaseSession;

  const connectionId = (of: DatabaseSession) => of.id.split('/')[0];
  const isOnServer = async (of: DatabaseSession) => {
    const [{ rows }] = await query(
      other,
      `SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = ${connectionId(
        of,
      )}`,
    );
    return rows.length > 0;
  };
  const isRunning = async (sql: string) => {
    const [{ rows }] = await query(
      other,
      `SELECT 1 FROM information_schema.PROCESSLIST
        WHERE INFO LIKE '${sql}%' AND ID <> CONNECTION_ID()`,
    );
    return rows.length > 0;
  };
  const untilRunning = async (sql: string) => {
    while (!(await isRunning(sql))) await delay(10);
  };

  beforeAll(async () => {
    other = await openMariadbSession();
    await query(other, `CREATE DATABASE ${DATABASE}`);
    await query(other, `USE ${DATABASE}`);
    await query(
      other,
      'CREATE TABLE numbers (n INT PRIMARY KEY, text VARCHAR(100))',
    );
    await query(
      other,
      "INSERT INTO numbers SELECT seq, CONCAT('number ', seq) FROM seq_1_to_20000",
    );
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

  describe('values', () => {
    it('writes every type as the client does', async () => {
      await query(
        other,
        `CREATE OR REPLACE TABLE every_type (
          id INT PRIMARY KEY AUTO_INCREMENT,
          tiny TINYINT, utiny TINYINT UNSIGNED, small SMALLINT, medium MEDIUMINT, normal INT, zf INT(8) ZEROFILL,
          big BIGINT, ubig BIGINT UNSIGNED, exact DECIMAL(65,30), plain DECIMAL(10,0), f FLOAT, d DOUBLE,
          bits BIT(13), bool BOOLEAN, da DATE, ti TIME, ti6 TIME(6), dt DATETIME, dt6 DATETIME(6),
          ts6 TIMESTAMP(6) NULL, y YEAR, c CHAR(10), vc VARCHAR(200), latin VARCHAR(50) CHARACTER SET latin1,
          bin BINARY(4), vb VARBINARY(20), tt TINYTEXT, t TEXT, mt MEDIUMTEXT, lt LONGTEXT,
          tb TINYBLOB, b BLOB, mb MEDIUMBLOB, lb LONGBLOB, e ENUM('one','zwei','très'), s SET('a','b','c'),
          j JSON, g POINT, u UUID, i6 INET6) DEFAULT CHARSET utf8mb4`,
      );
      const columns =
        'tiny,utiny,small,medium,normal,zf,big,ubig,exact,plain,f,d,bits,bool,da,ti,ti6,dt,dt6,ts6,y,c,vc,latin,bin,vb,tt,t,mt,lt,tb,b,mb,lb,e,s,j,g,u,i6';
      await query(other, "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
      await query(
        other,
        `INSERT INTO every_type (${columns}) VALUES
        (-128,255,-32768,-8388608,-2147483648,42,-9223372036854775808,18446744073709551615,
          12345678901234567890123456789012345.123456789012345678901234567890,-9999999999,3.4028e38,1.7976931348623157e308,
          b'1111111111111',TRUE,'9999-12-31','838:59:59','-838:59:59.999999','1000-01-01 00:00:00',
          '9999-12-31 23:59:59.999999','2038-01-19 03:14:07.999999',2155,'abc','it''s "quoted", \\\\ and\\ttabbed\\nlines','é€ÿ',
          x'00FF10',x'',REPEAT('ä',100),'😀 𝒳 text','','x',x'00',x'DEADBEEF',x'01',x'FFFE','très','a,c',
          '{"big": 12345678901234567890, "spaces":  true}',POINT(1.5,-2),'123e4567-e89b-12d3-a456-426655440000','2001:db8::ff00:42:8329'),
        (0,0,0,0,0,0,0,0,0,0,0,0,0,0,'0000-00-00','00:00:00','00:00:00','0000-00-00 00:00:00','0000-00-00 00:00:00.000000',
          '0000-00-00 00:00:00',0,'','','','','','','','','','','','','','one','','{}',POINT(0,0),
          '00000000-0000-0000-0000-000000000000','::'),
        (127,1,32767,8388607,2147483647,12345678,9223372036854775807,9007199254740993,-0.000000000000000000000000000001,1,
          0.1,-2.2250738585072014e-308,b'101',2,'2024-02-29','12:34:56','00:00:00.000001','2024-02-29 12:00:00','2024-06-01 00:00:00.100000',
          '1970-01-01 12:00:01.5',1901,'  lead','trail  ',' ','é','\\0','a','a\\0b','line\\r\\nline','\\\\N',x'0D0A',x'09',x'5C',x'22','zwei','b','[1.50, 1e2, null]',POINT(1e300,-0),
          'ffffffff-ffff-ffff-ffff-ffffffffffff','::ffff:1.2.3.4'),
        (${columns.split(',').fill('NULL').join(',')})`,
      );
      const sql = 'SELECT * FROM every_type ORDER BY id';

      const [result] = await query(session, sql);

      // The client prints a NULL among bytes as no bytes at all.
      const [nulls, ...others] = [...result.rows].reverse();
      const expected = runClient(`${sql} LIMIT 3`, DATABASE).map(row =>
        row.map(value =>
          /^0x[0-9A-F]*$/.test(value) ? value.toLowerCase() : value,
        ),
      );
      expect(others.reverse()).toEqual(expected);
      expect(nulls).toEqual(['4', ...Array(nulls.length - 1).fill(null)]);
      expect(result.rows).toHaveLength(4);
      expect(
        Object.fromEntries(
          result.columns.map(({ name, type }) => [name, type]),
        ),
      ).toEqual({
        id: 'INT',
        tiny: 'TINYINT',
        utiny: 'TINYINT UNSIGNED',
        small: 'SMALLINT',
        medium: 'MEDIUMINT',
        normal: 'INT',
        zf: 'INT UNSIGNED',
        big: 'BIGINT',
        ubig: 'BIGINT UNSIGNED',
        exact: 'DECIMAL',
        plain: 'DECIMAL',
        f: 'FLOAT',
        d: 'DOUBLE',
        bits: 'BIT',
        bool: 'TINYINT',
        da: 'DATE',
        ti: 'TIME',
        ti6: 'TIME',
        dt: 'DATETIME',
        dt6: 'DATETIME',
        ts6: 'TIMESTAMP',
        y: 'YEAR',
        c: 'CHAR',
        vc: 'VARCHAR',
        latin: 'VARCHAR',
        bin: 'BINARY',
        vb: 'VARBINARY',
        tt: 'TINYTEXT',
        t: 'TEXT',
        mt: 'MEDIUMTEXT',
        lt: 'LONGTEXT',
        tb: 'TINYBLOB',
        b: 'BLOB',
        mb: 'MEDIUMBLOB',
        lb: 'LONGBLOB',
        e: 'ENUM',
        s: 'SET',
        j: 'JSON',
        g: 'POINT',
        u: 'UUID',
        i6: 'INET6',
      });
    });

    it('keeps columns of the same name, and the names as they are', async () => {
      const [result] = await query(
        session,
        'SELECT 1 AS a, 2 AS a, 3 AS `✓ ``x```, NULL AS __proto__',
      );
      expect(result.columns.map(c => c.name)).toEqual([
        'a',
        'a',
        '✓ `x`',
        '__proto__',
      ]);
      expect(result.rows).toEqual([['1', '2', '3', null]]);
    });

    it('follows what the script says about character sets', async () => {
      await query(session, 'SET NAMES latin1');
      const [result] = await query(session, 'SELECT _utf8mb4 0xC3A9 AS e');
      expect(result.rows).toEqual([['é']]);
    });

    it('returns values of more than one packet', async () => {
      const [result] = await query(session, "SELECT REPEAT('ab', 9000000), 1");
      expect(result.rows[0][0]).toHaveLength(18_000_000);
      expect(result.rows[0][1]).toBe('1');
    });
  });

  describe('result sets', () => {
    it('delivers every row in order', async () => {
      const [result] = await query(
        session,
        'SELECT n FROM numbers ORDER BY n',
        1_000_000,
      );
      expect(result.truncated).toBe(false);
      expect(result.rows.flat()).toEqual(
        Array.from({ length: 20_000 }, (_, i) => String(i + 1)),
      );
    });

    it.each([
      [20_001, 20_000, false],
      [20_000, 20_000, false],
      [19_999, 19_999, true],
      [1, 1, true],
    ])(
      'with a limit of %d delivers %d rows',
      async (limit, count, truncated) => {
        const [result] = await query(session, 'SELECT * FROM numbers', limit);
        expect(result.rows).toHaveLength(count);
        expect(result.truncated).toBe(truncated);
      },
    );

    it('tells of a result set without rows', async () => {
      const [result] = await query(session, 'SELECT * FROM numbers WHERE 0');
      expect(result.columns).toHaveLength(2);
      expect(result).toMatchObject({ rows: [], truncated: false });
    });

    it('ends a query on the server when far more rows would come than are wanted', async () => {
      const sql = 'SELECT a.n FROM numbers a JOIN numbers b JOIN numbers c';
      const began = Date.now();
      const [result] = await query(session, sql, 10);
      expect(Date.now() - began).toBeLessThan(10_000);
      expect(result.rows).toHaveLength(10);
      expect(result.truncated).toBe(true);
      expect(await isRunning(sql)).toBe(false);
      expect((await query(session, 'SELECT 7'))[0].rows).toEqual([['7']]);
    });

    it('lets a statement do all of its work when it changes something', async () => {
      await query(other, 'CREATE OR REPLACE TABLE target (n INT)');
      const [result] = await query(
        session,
        `INSERT INTO target SELECT n FROM numbers a
          WHERE SLEEP(IF(n % 20000 = 0, 1, 0)) = 0 RETURNING n`,
        5,
      );
      expect(result).toMatchObject({ truncated: true });
      expect(
        (await query(session, 'SELECT COUNT(*) FROM target'))[0].rows,
      ).toEqual([['20000']]);
    });

    it('lets a query go on that calls a stored function, which may write', async () => {
      await query(other, 'CREATE OR REPLACE TABLE counted (n INT)');
      await query(
        other,
        `CREATE OR REPLACE FUNCTION count_up(x INT) RETURNS INT
          BEGIN INSERT INTO counted VALUES (x); DO SLEEP(0.001); RETURN x; END`,
      );
      await query(
        session,
        'SELECT COUNT_UP(n) FROM numbers WHERE n <= 1500',
        5,
      );
      expect(
        (await query(session, 'SELECT COUNT(*) FROM counted'))[0].rows,
      ).toEqual([['1500']]);
    });

    it('takes in the result sets of a procedure', async () => {
      await query(
        other,
        `CREATE OR REPLACE PROCEDURE two_sets() BEGIN
           SELECT n FROM numbers WHERE n <= 3; SELECT 'x' AS a, NULL AS b; END`,
      );
      const { sink, results } = collectResults();
      const outcome = await session.execute('CALL two_sets()', {
        sink,
        maxRows: 2,
      });
      expect(results.map(r => [r.columns.length, r.rows, r.truncated])).toEqual(
        [
          [1, [['1'], ['2']], true],
          [2, [['x', null]], false],
        ],
      );
      expect(outcome.affectedRows).toBe(0);
    });

    it('reads no faster than the sink takes in', async () => {
      global.gc?.();
      const before = process.memoryUsage().rss;
      let highest = 0;
      let rows = 0;
      await session.execute(
        "SELECT REPEAT('x', 100000) FROM numbers LIMIT 5000",
        {
          maxRows: 5_000,
          sink: {
            begin: async () => {},
            rows: async batch => {
              if (rows === 0) await delay(1_000);
              rows += batch.length;
              expect(batch.every(([value]) => value!.length === 100_000)).toBe(
                true,
              );
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
        session.execute('SELECT * FROM numbers a JOIN numbers b', {
          sink,
          maxRows: 1e9,
        }),
      ).rejects.toThrow('disk full');
      expect((await query(session, 'SELECT 7'))[0].rows).toEqual([['7']]);
    });
  });

  describe('outcomes', () => {
    it('counts as the client does', async () => {
      const run = (sql: string) => session.execute(sql, ignoringRows());
      await run('CREATE TEMPORARY TABLE t (id INT PRIMARY KEY, v INT)');
      expect(await run('INSERT INTO t VALUES (1,1),(2,2),(3,3)')).toEqual({
        affectedRows: 3,
        warnings: 0,
        inTransaction: false,
      });
      expect(await run('UPDATE t SET v = 1')).toMatchObject({
        affectedRows: 2,
      });
      expect(await run('REPLACE INTO t VALUES (1,9)')).toMatchObject({
        affectedRows: 2,
      });
      expect(await run("INSERT IGNORE INTO t VALUES (1,'x')")).toEqual({
        affectedRows: 0,
        warnings: 2,
        inTransaction: false,
      });
      expect(await run('DELETE FROM t WHERE id > 1')).toMatchObject({
        affectedRows: 2,
      });
      expect(await run('SELECT * FROM t')).toEqual({
        warnings: 0,
        inTransaction: false,
      });
      expect(await run("SELECT id + 'x' FROM t")).toMatchObject({
        warnings: 1,
      });
    });

    it('keeps the session between statements', async () => {
      await query(session, 'SET @a = 5');
      await query(session, 'BEGIN');
      await query(session, 'UPDATE numbers SET text = NULL WHERE n = 1');
      await query(session, 'ROLLBACK');
      const [result] = await query(
        session,
        'SELECT @a, text FROM numbers WHERE n = 1',
      );
      expect(result.rows).toEqual([['5', 'number 1']]);
    });

    it('says what the server says against a statement', async () => {
      await expect(
        query(session, 'INSERT INTO numbers VALUES (1, NULL)'),
      ).rejects.toMatchObject({
        name: 'DatabaseError',
        code: '1062',
        sqlState: '23000',
        message: "Duplicate entry '1' for key 'PRIMARY'",
        connectionLost: false,
      });
      await expect(query(session, 'SELECT 1; SELECT 2')).rejects.toMatchObject({
        code: '1064',
      });
    });

    it('keeps the rows that came before an error', async () => {
      const { sink, results } = collectResults();
      await expect(
        session.execute(
          'SELECT n, IF(n = 1700, (SELECT n UNION SELECT 0), 0) FROM numbers ORDER BY n',
          { sink, maxRows: 10_000 },
        ),
      ).rejects.toMatchObject({ code: '1242' });
      expect(results).toHaveLength(1);
      expect(results[0].rows).toHaveLength(1_699);
      expect(results[0].truncated).toBeUndefined();
    });

    it('refuses files of the backend', async () => {
      await expect(
        query(
          session,
          "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE numbers",
        ),
      ).rejects.toThrow(/local infile/i);
      expect((await query(session, 'SELECT 7'))[0].rows).toEqual([['7']]);
    });

    it('refuses a statement that the server cannot take, and keeps the session', async () => {
      const [{ rows }] = await query(session, 'SELECT @@max_allowed_packet');
      const bytes = Number(rows[0][0]);
      await expect(
        query(session, `SELECT LENGTH('${'x'.repeat(bytes)}')`),
      ).rejects.toMatchObject({
        code: '1153',
        message: expect.stringContaining(
          `max_allowed_packet is ${bytes} bytes`,
        ),
        connectionLost: false,
      });
      expect((await query(session, 'SELECT 7'))[0].rows).toEqual([['7']]);
    });
  });

  describe('cancel', () => {
    it.each([
      ['a wait', 'SELECT SLEEP(60)'],
      ['a wait without rows', 'DO SLEEP(60)'],
      [
        'a heavy query',
        'SELECT COUNT(*) FROM numbers a, numbers b, numbers c WHERE a.n + b.n = c.n',
      ],
      [
        'a heavy update',
        'UPDATE numbers a SET text = (SELECT MAX(b.n + c.n + a.n) FROM numbers b, numbers c)',
      ],
      [
        'a stream of rows',
        'SELECT a.n FROM numbers a JOIN numbers b JOIN numbers c',
      ],
    ])('ends %s on the server', async (_, sql) => {
      const { sink, results } = collectResults();
      const execution = session.execute(sql, { sink, maxRows: 1e9 });
      const outcome = execution.then(
        () => undefined,
        error => error,
      );
      await untilRunning(sql);
      await delay(100);

      await session.cancel();

      expect(await isRunning(sql)).toBe(false);
      expect(await outcome).toMatchObject({ name: 'StatementCancelledError' });
      expect(results.every(r => r.truncated === undefined)).toBe(true);
      const [{ rows }] = await query(
        session,
        'SELECT COUNT(*) FROM numbers WHERE text NOT LIKE CONCAT("number ", n)',
      );
      expect(rows).toEqual([['0']]);
    });

    it('says that the server undoes what a statement had done, and waits for it', async () => {
      await query(
        other,
        'CREATE OR REPLACE TABLE undone (id INT PRIMARY KEY, n INT, KEY (n))',
      );
      await query(
        other,
        'INSERT INTO undone SELECT seq, 0 FROM seq_1_to_300000',
      );
      const sql = 'UPDATE undone SET n = id';
      const hasChangedRows = async (count: number) => {
        const [{ rows }] = await query(
          other,
          `SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_rows_modified > ${count}
            AND trx_mysql_thread_id = ${connectionId(session)}`,
        );
        return rows.length > 0;
      };
      const outcome = session
        .execute(sql, ignoringRows())
        .catch(error => error.name);
      // The server takes a new look only when it was not asked for 100 ms.
      while (!(await hasChangedRows(60_000))) await delay(150);
      const rollbacks: string[] = [];
      await Promise.all([
        session.cancel({ onRollback: () => rollbacks.push('first') }),
        session.cancel({ onRollback: () => rollbacks.push('second') }),
      ]);
      expect(await outcome).toBe('StatementCancelledError');
      expect(rollbacks).toEqual(['first', 'second']);
      expect(await isRunning(sql)).toBe(false);
      const [{ rows }] = await query(session, 'SELECT MAX(n) FROM undone');
      expect(rows).toEqual([['0']]);
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
        .execute("SELECT REPEAT('x', 10000) FROM numbers", {
          sink,
          maxRows: 1e9,
        })
        .catch(error => error.name);
      await delay(300);
      await session.cancel();
      expect(await outcome).toBe('StatementCancelledError');
    });

    it('ends a statement although the network swallows its answer', async () => {
      const proxy = await startFreezingProxy();
      const behind = await openMariadbSession({ port: proxy.port });
      try {
        const sql = 'SELECT SLEEP(59)';
        const outcome = behind
          .execute(sql, ignoringRows())
          .catch(error => error);
        await untilRunning(sql);
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
      for (let i = 0; i < 40; i++) {
        const outcome = session
          .execute(`DO ${i} + SLEEP(0.00${i % 10})`, ignoringRows())
          .catch(error => error.name);
        await delay(i % 7);
        await session.cancel();
        await outcome;
        expect((await query(session, `SELECT ${i}`))[0].rows).toEqual([
          [`${i}`],
        ]);
      }
    });

    it('says the truth about a change that was done before the kill arrived', async () => {
      await query(other, 'CREATE OR REPLACE TABLE done (n INT)');
      const outcomes: string[] = [];
      for (let i = 0; i < 100; i++) {
        const outcome = session
          .execute(`INSERT INTO done VALUES (${i})`, ignoringRows())
          .then(
            () => 'done',
            error => error.name,
          );
        await session.cancel();
        outcomes.push(await outcome);
      }
      const [{ rows }] = await query(other, 'SELECT COUNT(*) FROM done');
      const done = outcomes.filter(outcome => outcome === 'done');
      expect(rows).toEqual([[String(done.length)]]);
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
        .execute('SELECT SLEEP(60)', ignoringRows())
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
        .execute('SELECT SLEEP(60)', ignoringRows())
        .catch(error => error);
      await delay(100);
      await query(other, `KILL CONNECTION ${connectionId(session)}`);
      expect(await outcome).toMatchObject({
        name: 'DatabaseError',
        connectionLost: true,
      });
      await expect(query(session, 'SELECT 1')).rejects.toMatchObject({
        connectionLost: true,
      });
      await session.cancel();
    });

    it('is noticed between two statements', async () => {
      await query(other, `KILL CONNECTION ${connectionId(session)}`);
      await expect(query(session, 'SELECT 1')).rejects.toMatchObject({
        name: 'DatabaseError',
        connectionLost: true,
      });
      expect(session.isOpen).toBe(false);
    });
  });

  describe('a silent network', () => {
    const silence = { silence: 300, onItsWay: 200, unreachable: 900 };
    let proxy: Awaited<ReturnType<typeof startFreezingProxy>>;
    let behind: DatabaseSession;

    beforeEach(async () => {
      proxy = await startFreezingProxy();
      behind = await openMariadbSession({ port: proxy.port }, { silence });
    });

    afterEach(async () => {
      await behind.close().catch(() => {});
      await proxy.stop();
    });

    it('does not disturb a statement that takes its time', async () => {
      await behind.execute('DO SLEEP(2)', ignoringRows());
      const { sink, results } = collectResults(() => delay(300));
      await behind.execute(
        `SELECT REPEAT('x', 1000000) FROM ${DATABASE}.numbers LIMIT 12`,
        { sink, maxRows: 1_000 },
      );
      expect(results[0].rows).toHaveLength(12);
    });

    it('is found out when the answer of the server was lost', async () => {
      const sql = 'SELECT SLEEP(1), 12';
      const outcome = behind.execute(sql, ignoringRows()).catch(e => e);
      await untilRunning(sql);
      proxy.freeze();
      expect(await outcome).toMatchObject({
        name: 'DatabaseError',
        message: expect.stringContaining('the answer of the server was lost'),
        connectionLost: true,
        transient: false,
      });
      expect(await isOnServer(behind)).toBe(false);
      expect(behind.isOpen).toBe(false);
    });

    it('is found out when the session is gone', async () => {
      const sql = 'SELECT SLEEP(61)';
      const outcome = behind.execute(sql, ignoringRows()).catch(e => e);
      await untilRunning(sql);
      proxy.freeze();
      await query(other, `KILL CONNECTION ${connectionId(behind)}`);
      expect(await outcome).toMatchObject({
        message: expect.stringContaining('does not have the session any more'),
        connectionLost: true,
      });
    });

    it('is found out when nothing gets through, and close says what it does not know', async () => {
      const sql = 'SELECT SLEEP(62)';
      const outcome = behind.execute(sql, ignoringRows()).catch(e => e);
      await untilRunning(sql);
      proxy.cut();
      expect(await outcome).toMatchObject({
        message: expect.stringContaining('the network to the database is cut'),
        connectionLost: true,
        transient: false,
      });
      await expect(behind.close()).rejects.toThrow(
        `Could not confirm that session ${connectionId(behind)} has ended`,
      );
      await query(other, `KILL CONNECTION ${connectionId(behind)}`);
    });
  });
});
